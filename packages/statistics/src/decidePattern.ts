/** Which cells of a measure are left out, worked out table by table: each is protected with all others held fast. */
import { crossAreas, crossPair, type Crossing } from './crossing.js';
import type { Grid } from './grid.js';
import { groupAreas, type Groups } from './groups.js';
import type { Measure } from './measure.js';
import { protect } from './protect.js';
import { isSafe } from './safety.js';

/** A dimension's table, or null where it cannot be shown at all. */
export interface DimensionPattern {
  readonly crossing: Crossing | null;
  readonly hasSums: boolean;
}

/** What is left out; null when even the country's total is. */
export interface Pattern {
  readonly groups: Groups;
  readonly dimensions: readonly DimensionPattern[];
  /** null: the pair's table is left out altogether. */
  readonly pairs: readonly (Crossing | null)[];
}

/** Decides, deterministically: from the same figures always the same. */
export function decidePattern(measure: Measure, grid: Grid): Pattern | null {
  if (!isSafe(grid.totals.country)) return null;
  const groups = groupAreas(grid);
  const dimensions: (DimensionPattern | undefined)[] = measure.dimensions.map(() => undefined);
  const pairs = measure.pairs.map((names, n) => {
    const [one, other] = names.map((name) => measure.dimensions.findIndex((each) => each.name === name)) as [
      number,
      number,
    ];
    const found = tryPair(measure, grid, groups, n, one, other);
    if (found === null) return null;
    dimensions[one] = { crossing: found.one, hasSums: true };
    dimensions[other] = { crossing: found.other, hasSums: true };
    return found.pair;
  });
  const all = measure.dimensions.map((_, n) => dimensions[n] ?? alone(measure, grid, groups, n));
  return { groups, dimensions: all, pairs };
}

/** The pair's table and those of both dimensions by area: each holds fast what the other two show. */
function tryPair(
  { sums }: Measure,
  grid: Grid,
  groups: Groups,
  pair: number,
  one: number,
  other: number,
): { one: Crossing; other: Crossing; pair: Crossing } | null {
  const [first, second, table] = [grid.dimensions[one]!, grid.dimensions[other]!, grid.pairs[pair]!];
  const byOne = crossAreas(
    grid,
    groups,
    first,
    second.map((_, b) => (m, a) => table[a]![b]!.municipalities[m]!),
    sums,
  );
  const byOther = crossAreas(
    grid,
    groups,
    second,
    first.map((_, a) => (m, b) => table[a]![b]!.municipalities[m]!),
    sums,
  );
  const together = crossPair(grid, table, first, second, sums);
  return [byOne, byOther, together].every((each) => protect(each.table))
    ? { one: byOne, other: byOther, pair: together }
    : null;
}

/** A dimension by area alone: with its sums if they allow it, else without. */
function alone({ sums }: Measure, grid: Grid, groups: Groups, dimension: number): DimensionPattern {
  const lines = grid.dimensions[dimension]!;
  for (const published of sums.length > 0 ? [sums, []] : [sums]) {
    const crossing = crossAreas(grid, groups, lines, [(m, value) => lines[value]!.municipalities[m]!], published);
    if (protect(crossing.table)) return { crossing, hasSums: published === sums };
  }
  return { crossing: null, hasSums: false };
}
