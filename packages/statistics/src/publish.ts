/** INVARIANT I-15: a figure about fewer than five people is not published, and cannot be worked out from what is. */
import type { CellKey, CountedCell, Publication, PublishedCell } from './cells.js';
import type { Crossing } from './crossing.js';
import { decidePattern, type Pattern } from './decidePattern.js';
import { leafArcs } from './flowTable.js';
import { readGrid, type ByArea, type Grid } from './grid.js';
import type { Measure } from './measure.js';
import type { Tally } from './safety.js';

type Level = 'COUNTRY' | 'REGION' | 'MUNICIPALITY';
type Shows = (level: Level, index: number) => boolean;

/**
 * What may be known of one measure in one closed period: all its tables at once. Pure; the same cells give the same.
 * @param cells every table of {@link countedTables}; cells in which nobody is may be left out
 * @throws STATISTICS_INCONSISTENT when they do not add up
 */
export function publish(measure: Measure, cells: readonly CountedCell[]): Publication {
  const grid = readGrid(measure, cells);
  const pattern = decidePattern(measure, grid);
  const show = (key: CellKey, tally: Tally, hasCount: boolean, hasSums: boolean): PublishedCell => ({
    key,
    count: hasCount ? tally.count : null,
    sums: Object.fromEntries(measure.sums.map(({ name }, n) => [name, hasCount && hasSums ? tally.sums[n]! : null])),
  });
  const areas = readAreas(pattern, grid);
  const sums = readSums(pattern, grid);
  const byArea = (key: CellKey, figure: ByArea, counts: Shows, isTotal: boolean): PublishedCell[] => {
    const one = (level: Level, index: number, area: CellKey, tally: Tally): PublishedCell =>
      show(
        { ...area, ...key },
        tally,
        counts(level, index),
        isTotal ? sums.totals(level, index) : sums.crossed(level, index),
      );
    return [
      one('COUNTRY', 0, {}, figure.country),
      ...grid.regions.map((region, r) => one('REGION', r, { region }, figure.regions[r]!)),
      ...measure.areas.map(({ municipality }, m) =>
        one('MUNICIPALITY', m, { municipality }, figure.municipalities[m]!),
      ),
    ];
  };
  const crossed = measure.dimensions.flatMap(({ name, values }, d) =>
    values.flatMap((value, v) =>
      byArea({ [name]: value }, grid.dimensions[d]![v]!, readCrossing(pattern, d, areas, v), false),
    ),
  );
  const paired = measure.pairs.flatMap(([first, second], p) => {
    const valuesOf = (name: string): readonly string[] => measure.dimensions.find((each) => each.name === name)!.values;
    const shows = readPair(pattern?.pairs[p] ?? null);
    return valuesOf(first).flatMap((a, i) =>
      valuesOf(second).map((b, j) =>
        show({ [first]: a, [second]: b }, grid.pairs[p]![i]![j]!.country, shows(i, j), sums.crossed('COUNTRY', 0)),
      ),
    );
  });
  return {
    measure: measure.name,
    cells: [...byArea({}, grid.totals, areas, true), ...crossed, ...paired],
    withoutPairs: measure.pairs.filter((_, p) => pattern?.pairs[p] == null),
  };
}

/** Is an area itself shown? Not in a pool, and not within a region of one. */
function readAreas(pattern: Pattern | null, grid: Grid): Shows {
  if (pattern === null) return () => false;
  const alone = (groups: readonly (readonly number[])[]): Set<number> =>
    new Set(groups.flatMap((group) => (group.length === 1 ? group : [])));
  const regions = alone(pattern.groups.regions);
  const municipalities = alone(pattern.groups.rows.map((row) => row.municipalities));
  return (level, index) =>
    level === 'COUNTRY' ||
    (level === 'REGION' ? regions.has(index) : municipalities.has(index) && regions.has(grid.regionOf[index]!));
}

/** Are an area's sums shown, where its count is? Totals are without any dimension, and are told where nothing else is. */
function readSums(pattern: Pattern | null, grid: Grid): { readonly totals: Shows; readonly crossed: Shows } {
  if (pattern === null || pattern.sumGroups === null) return { totals: () => pattern !== null, crossed: () => false };
  const groupOf = new Map(pattern.sumGroups.flatMap((group) => group.map((m) => [m, group] as const)));
  const shows: Shows = (level, index) => {
    if (level === 'COUNTRY') return true;
    if (level === 'MUNICIPALITY') return groupOf.get(index)?.length === 1;
    return pattern.sumGroups!.every(
      (group) =>
        new Set(group.map((m) => grid.regionOf[m])).size === 1 || !group.some((m) => grid.regionOf[m] === index),
    );
  };
  return { totals: shows, crossed: shows };
}

function readCrossing(pattern: Pattern | null, dimension: number, areas: Shows, value: number): Shows {
  const crossing = pattern?.dimensions[dimension] ?? null;
  const column = crossing?.columnGroups.findIndex((group) => group.length === 1 && group[0] === value) ?? -1;
  if (pattern === null || crossing === null || column < 0) return () => false;
  const { table } = crossing;
  const isHidden = (line: number, start: number): boolean => table.hidden[start + line * table.columns + column] === 1;
  return (level, index) => {
    if (!areas(level, index)) return false;
    if (level === 'COUNTRY') return true;
    const { regions, rows } = pattern.groups;
    return level === 'REGION'
      ? !isHidden(
          regions.findIndex((group) => group.includes(index)),
          leafArcs(table),
        )
      : !isHidden(
          rows.findIndex((row) => row.municipalities.includes(index)),
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
