/** Which cells of a measure are left out, worked out table by table: each is protected with all others held fast. */
import { crossAreas, crossPair, type Beside, type Crossing } from './crossing.js';
import type { Grid } from './grid.js';
import { groupAreas, type Groups } from './groups.js';
import type { Measure } from './measure.js';
import { protect } from './protect.js';
import { isSafe } from './safety.js';
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

/**
 * Decides, deterministically: from the same figures always the same. With sums, as fine as can be, and pairs; else
 * without pairs; else without sums. With neither there is always a way.
 * @returns null when not even the country's total is safe
 */
export function decidePattern(measure: Measure, grid: Grid): Pattern | null {
  if (!isSafe(grid.totals.country)) return null;
  const groups = groupAreas(grid);
  const alone: SumGroups = grid.regionOf.map((_, m) => [m]);
  const some = measure.sums.length > 0 ? SUM_LEVELS.map((level) => groupSums(grid, groups, level)) : [];
  const ways = [some, [null]].flatMap((sums) => [true, false].map((hasPairs) => ({ hasPairs, sums })));
  for (const { hasPairs, sums } of ways)
    for (const sumGroups of hasPairs && measure.pairs.length === 0 ? [] : sums) {
      const beside = { groups, sums: sumGroups === null ? [] : measure.sums, sumGroups: sumGroups ?? alone };
      const found = tryAll(measure, grid, beside, hasPairs);
      const isLast = sumGroups === null && !hasPairs;
      if (isLast || found.every((crossing) => crossing !== null))
        return patternOf(measure, found, groups, sumGroups, hasPairs);
    }
  return null;
}

function patternOf(
  { dimensions, pairs }: Measure,
  found: readonly (Crossing | null)[],
  groups: Groups,
  sumGroups: SumGroups | null,
  hasPairs: boolean,
): Pattern {
  const paired = hasPairs ? found.slice(dimensions.length) : pairs.map(() => null);
  return { groups, sumGroups, dimensions: found.slice(0, dimensions.length), pairs: paired };
}

/** All tables, those of dimensions first; stops at the first that cannot be protected. */
function tryAll(
  { dimensions, pairs }: Measure,
  grid: Grid,
  beside: Beside,
  hasPairs: boolean,
): readonly (Crossing | null)[] {
  const indexOf = (name: string): number => dimensions.findIndex((each) => each.name === name);
  const shown = hasPairs ? pairs.map(([one, other]) => [indexOf(one), indexOf(other)] as const) : [];
  let hasFailed = false;
  const attempt = (make: () => Crossing): Crossing | null => {
    // Without pairs and sums nothing fails; if it did, that table alone would not be shown.
    if (hasFailed && (hasPairs || beside.sums.length > 0)) return null;
    const crossing = make();
    if (protect(crossing.table)) return crossing;
    hasFailed = true;
    return null;
  };
  const paired = shown.map(([one, other], p) =>
    attempt(() => crossPair(grid, grid.pairs[p]!, [grid.dimensions[one]!, grid.dimensions[other]!], beside)),
  );
  const byArea = dimensions.map((_, d) => {
    const lines = grid.dimensions[d]!;
    const pair = shown.findIndex((both) => both.includes(d));
    // Beside a pair's table the dimension moves within each value of its partner.
    const partner = pair < 0 ? [] : grid.dimensions[shown[pair]!.find((each) => each !== d)!]!;
    const isFirst = shown[pair]?.[0] === d;
    const finest = partner.map((__, other) => (m: number, value: number) => {
      const [a, b] = isFirst ? [value, other] : [other, value];
      return grid.pairs[pair]![a]![b]!.municipalities[m]!;
    });
    const itself = (m: number, value: number) => lines[value]!.municipalities[m]!;
    return attempt(() => crossAreas(grid, lines, pair < 0 ? [itself] : finest, beside));
  });
  return [...byArea, ...paired];
}
