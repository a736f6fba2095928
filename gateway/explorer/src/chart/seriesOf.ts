/** What a chart draws: one number for each value of a column, from a table. */
import type { Cell, Table } from '../rows/tableOf.js';

/** How the numbers of rows that share a value become one. */
export const MEASURES = ['COUNT', 'SUM', 'MEAN'] as const;
/** One of {@link MEASURES}. */
export type Measure = (typeof MEASURES)[number];

/** What is drawn; columns by their place in the table. `y` is not looked at for COUNT. */
export interface ChartChoice {
  readonly kind: 'BAR' | 'LINE';
  readonly x: number;
  readonly y: number | null;
  readonly measure: Measure;
}

/** One bar or point. `label` is null for rows without a value. */
export interface Point {
  readonly label: string | null;
  readonly value: number;
}

/** The points, how many more there would be, and how many rows have no number: withheld, held back, or not there. */
export interface Series {
  readonly points: readonly Point[];
  readonly leftOut: number;
  readonly withoutNumber: number;
}

/** More than this nobody reads. */
export const MOST_POINTS = { BAR: 40, LINE: 400 } as const;

interface Sum {
  rows: number;
  numbers: number;
  total: number;
}

/** The series of a choice: bars the largest first, lines in the order of their column. Withheld numbers count for nothing. */
export function seriesOf({ rows, columns }: Table, { kind, x, y, measure }: ChartChoice, language: string): Series {
  const sums = new Map<string | null, Sum>();
  for (const row of rows) {
    const label = labelOf(row[x]);
    const sum = sums.get(label) ?? { rows: 0, numbers: 0, total: 0 };
    sums.set(label, sum);
    sum.rows += 1;
    const number = y === null ? null : row[y]?.value;
    if (typeof number === 'number') {
      sum.numbers += 1;
      sum.total += number;
    }
  }
  const all = [...sums].flatMap(([label, sum]) => pointOf(label, sum, measure));
  const collator = new Intl.Collator(language, { numeric: true });
  const byLabel = (one: Point, other: Point) => collator.compare(one.label ?? '\uffff', other.label ?? '\uffff');
  const isOrdered = kind === 'LINE' || columns[x]?.isNumeric === true;
  const sorted = all.toSorted(isOrdered ? byLabel : (one, other) => other.value - one.value || byLabel(one, other));
  const points = sorted.slice(0, MOST_POINTS[kind]);
  const withoutNumber = measure === 'COUNT' ? 0 : rows.filter((row) => typeof row[y!]?.value !== 'number').length;
  return { points, leftOut: sorted.length - points.length, withoutNumber };
}

function pointOf(label: string | null, { rows, numbers, total }: Sum, measure: Measure): Point[] {
  if (measure === 'COUNT') return [{ label, value: rows }];
  if (numbers === 0) return [];
  return [{ label, value: measure === 'SUM' ? total : total / numbers }];
}

function labelOf(cell: Cell | undefined): string | null {
  return cell?.value === null || cell === undefined ? null : String(cell.value);
}

/**
 * A choice that shows something for most tables: how many rows there are of each value of the first column of words. The
 * figures of statistics are numbers already, in a column of their own: those are added.
 */
export function likeliestChoice({ columns, rows }: Table): ChartChoice {
  const distinct = columns.map((_column, index) => new Set(rows.map((row) => row[index]!.value)).size);
  const words = columns.flatMap(({ isNumeric }, index) => (!isNumeric && distinct[index]! > 1 ? [index] : []));
  const grouping = words.find((index) => distinct[index]! < rows.length) ?? words[0] ?? 0;
  const figures = columns.findIndex(({ label, isNumeric }) => label === 'value' && isNumeric);
  if (figures >= 0) return { kind: 'BAR', x: grouping, y: figures, measure: 'SUM' };
  return { kind: 'BAR', x: grouping, y: null, measure: 'COUNT' };
}
