/** INVARIANT I-15: a figure about fewer than five people is not published, and cannot be worked out from what is. */
import type { CellKey, CountedCell, Publication, PublishedCell } from './cells.js';
import type { Crossing } from './crossing.js';
import { decidePattern, type Pattern } from './decidePattern.js';
import { readGrid, type ByArea, type Grid } from './grid.js';
import type { Measure } from './measure.js';
import { leafArcs } from './flowTable.js';
import type { Tally } from './safety.js';

/**
 * What may be known of one measure in one closed period: all its tables at once. Pure; the same cells give the same.
 * @param cells every table of {@link countedTables}; cells in which nobody is may be left out
 * @throws STATISTICS_INCONSISTENT when they do not add up
 */
export function publish(measure: Measure, cells: readonly CountedCell[]): Publication {
  const grid = readGrid(measure, cells);
  const pattern = decidePattern(measure, grid);
  const names = measure.sums.map(({ name }) => name);
  const show = (key: CellKey, tally: Tally, isShown: boolean, hasSums: boolean): PublishedCell => ({
    key,
    count: isShown ? tally.count : null,
    sums: Object.fromEntries(names.map((name, n) => [name, isShown && hasSums ? tally.sums[n]! : null])),
  });
  const byArea = (key: CellKey, figure: ByArea, hasSums: boolean, isShown: IsShown): PublishedCell[] => [
    show(key, figure.country, isShown('country', 0), hasSums),
    ...grid.regions.map((region, r) => show({ region, ...key }, figure.regions[r]!, isShown('region', r), hasSums)),
    ...measure.areas.map(({ municipality }, m) =>
      show({ municipality, ...key }, figure.municipalities[m]!, isShown('municipality', m), hasSums),
    ),
  ];
  const areas = readAreas(pattern, grid);
  const crossed = measure.dimensions.flatMap(({ name, values }, d) => {
    const { crossing, hasSums } = pattern?.dimensions[d] ?? { crossing: null, hasSums: false };
    return values.flatMap((value, v) =>
      byArea({ [name]: value }, grid.dimensions[d]![v]!, hasSums, readCrossing(pattern, crossing, areas, v)),
    );
  });
  const paired = measure.pairs.flatMap(([first, second], p) => {
    const [one, other] = [first, second].map(
      (name) => measure.dimensions.find((each) => each.name === name)!.values,
    ) as [readonly string[], readonly string[]];
    const isShown = readPair(pattern?.pairs[p] ?? null);
    return one.flatMap((a, i) =>
      other.map((b, j) => show({ [first]: a, [second]: b }, grid.pairs[p]![i]![j]!.country, isShown(i, j), true)),
    );
  });
  return {
    measure: measure.name,
    cells: [...byArea({}, grid.totals, true, areas), ...crossed, ...paired],
    withoutSums: measure.dimensions.flatMap(({ name }, d) =>
      measure.sums.length > 0 && pattern?.dimensions[d]?.hasSums !== true ? [name] : [],
    ),
    withoutPairs: measure.pairs.filter((_, p) => pattern?.pairs[p] == null),
  };
}

type IsShown = (level: 'country' | 'region' | 'municipality', index: number) => boolean;

/** Is an area itself shown? Not in a pool, and not within a region of one. */
function readAreas(pattern: Pattern | null, grid: Grid): IsShown {
  if (pattern === null) return () => false;
  const regions = new Set(pattern.groups.regions.flatMap((group) => (group.length === 1 ? group : [])));
  const rows = new Set(
    pattern.groups.rows.flatMap((row) => (row.municipalities.length === 1 ? row.municipalities : [])),
  );
  return (level, index) =>
    level === 'country' ||
    (level === 'region' ? regions.has(index) : rows.has(index) && regions.has(grid.regionOf[index]!));
}

function readCrossing(pattern: Pattern | null, crossing: Crossing | null, areas: IsShown, value: number): IsShown {
  const column = crossing?.columnGroups.findIndex((group) => group.length === 1 && group[0] === value) ?? -1;
  if (pattern === null || crossing === null || column < 0) return () => false;
  const { table } = crossing;
  const isHidden = (line: number, start: number): boolean => table.hidden[start + line * table.columns + column] === 1;
  return (level, index) => {
    if (!areas(level, index)) return false;
    if (level === 'country') return true;
    if (level === 'region')
      return !isHidden(
        pattern.groups.regions.findIndex((group) => group.includes(index)),
        leafArcs(table),
      );
    return !isHidden(
      pattern.groups.rows.findIndex((row) => row.municipalities.includes(index)),
      0,
    );
  };
}

function readPair(crossing: Crossing | null): (one: number, other: number) => boolean {
  if (crossing === null) return () => false;
  const { rowGroups, columnGroups, table } = crossing;
  return (one, other) => {
    const row = rowGroups.findIndex((group) => group.length === 1 && group[0] === one);
    const column = columnGroups.findIndex((group) => group.length === 1 && group[0] === other);
    return row >= 0 && column >= 0 && table.hidden[row * table.columns + column] === 0;
  };
}
