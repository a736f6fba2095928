/** Sizes as people say them. */

const UNITS = ['byte', 'kB', 'MB', 'GB'];

/** `12,3 kB`, `52 MB`; in the language's own numbers. */
export function sizeInWords(bytes: number, language: string): string {
  let unit = 0;
  let size = bytes;
  while (size >= 1000 && unit < UNITS.length - 1) {
    size /= 1000;
    unit += 1;
  }
  const digits = size < 10 && unit > 0 ? 1 : 0;
  return `${new Intl.NumberFormat(language, { maximumFractionDigits: digits }).format(size)} ${UNITS[unit]}`;
}
