/** Which cells of a measure are left out, worked out table by table: each is protected with all others held fast. */
import { crossAreas, crossPair, type Beside, type Crossing } from './crossing.js';
import { leafArcs } from './flowTable.js';
import type { Grid } from './grid.js';
import { groupAreas, type Groups } from './groups.js';
import type { Measure } from './measure.js';
import { protect } from './protect.js';
import { isSafe, type Tally } from './safety.js';
import { groupSums, SUM_LEVELS, type SumGroups } from './sumGroups.js';

/** What is left out. */
export interface Pattern {
  readonly groups: Groups;
  /** Whose sums are told together; null: none are told beside any dimension. */
  readonly sumGroups: SumGroups | null;
  /** By dimension; null would be a table that cannot be shown at all. */
  readonly dimensions: readonly (Crossing | null)[];
  /** By pair; null: its table is left out altogether. */
  readonly pairs: readonly (Crossing | null)[];
}

/** One try: with or without the pairs' tables, beside these sums. */
interface Way {
  readonly hasPairs: boolean;
  readonly sumGroups: SumGroups | null;
}

/**
 * Decides, deterministically: from the same figures always the same. With sums, as fine as can be, and pairs; else
 * without pairs; else without sums; else with neither, which always protects the tables of each dimension.
 * @returns null when not even the country's total is safe
 */
export function decidePattern(measure: Measure, grid: Grid): Pattern | null {
  if (!isSafe(grid.totals.country)) return null;
  const groups = groupAreas(grid);
  const all = measure.sums.length > 0 ? SUM_LEVELS.map((level) => groupSums(grid, groups, level)) : [];
  // Two levels that group the same way are one.
  const levels = [...new Map(all.map((sumGroups) => [JSON.stringify(sumGroups), sumGroups])).values()];
  const choices = measure.pairs.length > 0 ? [true, false] : [false];
  const ways = [levels, [null]].flatMap((some) =>
    choices.flatMap((hasPairs) => some.map((sumGroups): Way => ({ hasPairs, sumGroups }))),
  );
  for (const way of ways) {
    const found = tryAll(measure, grid, groups, way);
    if (found !== null) return found;
  }
  return null;
}

/** All tables in one way, or null when one of them cannot be protected; the last way leaves such a one out instead. */
function tryAll(measure: Measure, grid: Grid, groups: Groups, { hasPairs, sumGroups }: Way): Pattern | null {
  const beside: Beside = {
    groups,
    sums: sumGroups === null ? [] : measure.sums,
    sumGroups: sumGroups ?? grid.regionOf.map((_, m) => [m]),
  };
  const isLast = sumGroups === null && !hasPairs;
  const indexOf = (name: string): number => measure.dimensions.findIndex((each) => each.name === name);
  const pairs = measure.pairs.map(([one, other]) => [indexOf(one), indexOf(other)] as const);
  const left = new Set<number>();
  const shown: Crossing[] = [];
  for (const [p, [one, other]] of pairs.entries()) {
    const crossing = crossPair(grid, grid.pairs[p]!, [grid.dimensions[one]!, grid.dimensions[other]!], beside);
    // A table that is left out must not be what the others work out.
    if (!hasPairs) crossing.table.hidden.fill(1, 0, leafArcs(crossing.table));
    if (!protect(crossing.table)) {
      if (!isLast) return null;
      left.add(other);
    }
    shown.push(crossing);
  }
  const dimensions: (Crossing | null)[] = [];
  for (const [d, lines] of grid.dimensions.entries()) {
    const pair = hasPairs ? pairs.findIndex((both) => both.includes(d)) : -1;
    const finest =
      pair < 0
        ? [(m: number, value: number) => lines[value]!.municipalities[m]!]
        : slicesOf(grid, pair, pairs[pair]!, d);
    const crossing = left.has(d) ? null : crossAreas(grid, lines, finest, beside);
    const isProtected = crossing !== null && protect(crossing.table);
    if (!isProtected && !isLast) return null;
    dimensions.push(isProtected ? crossing : null);
  }
  return {
    groups,
    sumGroups: measure.sums.length > 0 ? sumGroups : beside.sumGroups,
    dimensions,
    pairs: shown.map((each) => (hasPairs ? each : null)),
  };
}

/** Beside a pair's table a dimension moves within each value of its partner. */
function slicesOf(
  grid: Grid,
  pair: number,
  [one, other]: readonly [number, number],
  dimension: number,
): ((m: number, value: number) => Tally)[] {
  const partner = dimension === one ? other : one;
  return grid.dimensions[partner]!.map((_, beside) => (m: number, value: number): Tally => {
    const [a, b] = dimension === one ? [value, beside] : [beside, value];
    return grid.pairs[pair]![a]![b]!.municipalities[m]!;
  });
}
