/** docs/errors.md, made of the tables of errors. */
import type { ErrorEntry } from '@sammen/errors';

/** One table of errors and where it stands. */
export interface ErrorTable {
  readonly folder: string;
  readonly file: string;
  /** The name of what makes its errors. */
  readonly maker: string;
  readonly entries: Readonly<Record<string, Omit<ErrorEntry, 'status'> & { readonly status?: number }>>;
}

const INTRODUCTION = `# Errors

Every error that leaves a process has a code of one of these tables, a message without personal data, and what to do next. In GraphQL they are \`message\`, \`extensions.code\`, \`extensions.next\` and, for an input, \`extensions.field\`;
on other routes the same as JSON, with the HTTP status below; on a terminal one line \`sammen …: CODE message next\` and an exit code that is not 0. A message may be said more exactly than here, never with a value that somebody sent.
GraphQL answers are HTTP 200 when they carry data, whatever the status below.

A subgraph answers with its own codes, those of subgraph-kit and those of identity. What is withheld is not an error: see \`extensions.consent.withheld\` in [lifecycle.md](lifecycle.md).

This page is made from the tables (\`UPDATE_DOCS=1 npx jest test/structure/errors\`), and a test holds it to them. A code that is given up is not used again for something else.
`;

const escape = (text: string): string => text.replaceAll('|', '\\|');

/** Columns as wide as their widest cell, as Prettier has them. */
function markdownTable(rows: readonly (readonly string[])[]): string {
  const widths = rows[0]!.map((_, column) => Math.max(3, ...rows.map((row) => row[column]!.length)));
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const padded = rows.map((row) => line(row.map((cell, column) => cell.padEnd(widths[column]!))));
  return [padded[0], line(widths.map((width) => '-'.repeat(width))), ...padded.slice(1)].join('\n');
}

/** The page; tables in the order given, codes as their table has them. */
export function errorsPage(tables: readonly ErrorTable[]): string {
  const sections = tables.map(({ folder, file, entries }) => {
    const withStatus = Object.values(entries).some(({ status }) => status !== undefined);
    const head = ['Code', ...(withStatus ? ['Status'] : []), 'Message', 'What to do'];
    const rows = Object.entries(entries).map(([code, { status, message, next }]) =>
      [`\`${code}\``, ...(withStatus ? [String(status)] : []), message, next].map(escape),
    );
    return `\n## ${folder}\n\nFrom [${file}](../${file}).\n\n${markdownTable([head, ...rows])}\n`;
  });
  return INTRODUCTION + sections.join('');
}
