/** A value of a row for COPY. Objects and arrays become JSON; lists of texts for `text[]` columns use {@link textArray}. */
export type CopyValue = string | number | boolean | null | undefined | Date | object;

/** One line of PostgreSQL's COPY text format. */
export function copyLine(row: readonly CopyValue[]): string {
  return `${row.map(cell).join('\t')}\n`;
}

/** A literal for a `text[]` column. */
export function textArray(items: readonly string[]): string {
  return `{${items.map((item) => `"${item.replace(/(["\\])/g, '\\$1')}"`).join(',')}}`;
}

function cell(value: CopyValue): string {
  if (value === null || value === undefined) return '\\N';
  if (typeof value === 'number') return String(value);
  if (typeof value === 'boolean') return value ? 't' : 'f';
  if (value instanceof Date) return value.toISOString();
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return /[\\\t\n\r]/.test(text) ? text.replace(/[\\\t\n\r]/g, escaped) : text;
}

function escaped(character: string): string {
  return character === '\\' ? '\\\\' : character === '\t' ? '\\t' : character === '\n' ? '\\n' : '\\r';
}
