/**
 * A table as a file that spreadsheets open. What somebody wrote never becomes a formula: text that begins like one gets an
 * apostrophe before it (OWASP, CSV injection). Numbers are written as numbers.
 */
import type { Cell, Table } from './tableOf.js';

/** How numbers and columns are written: a Danish spreadsheet reads `1.5` as the first of May. */
export type CsvStyle =
  { readonly separator: ';'; readonly decimal: ',' } | { readonly separator: ','; readonly decimal: '.' };

/** As spreadsheets of that language open it with a double click. */
export const CSV_STYLES = {
  da: { separator: ';', decimal: ',' },
  en: { separator: ',', decimal: '.' },
} as const satisfies Record<string, CsvStyle>;

/** What a spreadsheet takes for the beginning of a formula or command, full-width forms included, after blanks too. */
const FORMULA = /^[\s\u00a0\ufeff]*[=+\-@＝＋－＠|]|^[\t\r\n]/;

/** Tells a spreadsheet that the file is UTF-8. */
const BYTE_ORDER_MARK = '\ufeff';

/** The whole file. A cell without a value is empty when nothing is recorded, and says WITHHELD or FAILED otherwise. */
export function csvOf({ columns, rows }: Table, style: CsvStyle): string {
  const lines = [
    columns.map(({ label }) => quoted(label)),
    ...rows.map((row) => row.map((cell) => written(cell, style))),
  ];
  return BYTE_ORDER_MARK + lines.map((cells) => `${cells.join(style.separator)}\r\n`).join('');
}

function written({ value, absence }: Cell, { decimal }: CsvStyle): string {
  if (value === null) return absence ?? '';
  if (typeof value === 'number') return String(value).replace('.', decimal);
  if (typeof value === 'boolean') return String(value);
  return quoted(value);
}

function quoted(text: string): string {
  const harmless = FORMULA.test(text) ? `'${text}` : text;
  return `"${harmless.replaceAll('"', '""')}"`;
}
