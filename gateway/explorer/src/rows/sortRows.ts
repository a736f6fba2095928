/** Rows in the order of one column: numbers by size, words as the language has them, nothing always last. */
import type { Cell } from './tableOf.js';

/** Which column, and which way. */
export interface Sorting {
  readonly column: number;
  readonly isDescending: boolean;
}

/** The rows sorted; equal ones keep their order. Without a sorting, as they came. */
export function sortRows<Row extends readonly Cell[]>(
  rows: readonly Row[],
  sorting: Sorting | undefined,
  language: string,
): readonly Row[] {
  if (sorting === undefined) return rows;
  const words = new Intl.Collator(language, { numeric: true });
  const direction = sorting.isDescending ? -1 : 1;
  const valueOf = (row: Row) => row[sorting.column]?.value ?? null;
  return rows.toSorted((one, other) => {
    const [a, b] = [valueOf(one), valueOf(other)];
    if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
    if (typeof a === 'number' && typeof b === 'number') return (a - b) * direction;
    return words.compare(String(a), String(b)) * direction;
  });
}
