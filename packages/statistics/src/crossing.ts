/** One table of areas and one dimension, or of two dimensions, made ready to be protected. */
import type { FlowTable } from './flowTable.js';
import type { ByArea, Grid } from './grid.js';
import { groupValues, mergeAreas, mergeValues, type Groups } from './groups.js';
import { addUp, losableByArea } from './losable.js';
import type { Sum } from './measure.js';
import { isSafe, merge, type Tally } from './safety.js';
import type { SumGroups } from './sumGroups.js';

/** A table with its values in groups. */
export interface Crossing {
  readonly table: FlowTable;
  readonly rowGroups: readonly (readonly number[])[];
  readonly columnGroups: readonly (readonly number[])[];
}

/** What all tables of a measure are protected beside. */
export interface Beside {
  readonly groups: Groups;
  /** The sums that are published. */
  readonly sums: readonly Sum[];
  /** Whose are told together. */
  readonly sumGroups: SumGroups;
}

/**
 * Areas by one dimension.
 * @param finest the parts that move on their own, by municipality and value: the dimension itself, or one part for each
 * value of its partner
 */
export function crossAreas(
  grid: Grid,
  lines: readonly ByArea[],
  finest: readonly ((municipality: number, value: number) => Tally)[],
  { groups, sums, sumGroups }: Beside,
): Crossing {
  const columnGroups = groupValues(lines, grid.totals.country, sums.length > 0);
  const figures = columnGroups.map((group) => mergeAreas(mergeValues(lines, group, grid.totals), grid, groups));
  const rowGroups = groups.rows.map((row) => row.municipalities);
  const [columns, rows, regions] = [columnGroups.length, rowGroups.length, groups.regions.length];
  const hidden = new Uint8Array(columns * (rows + regions));
  figures.forEach(({ rows: ofRows, regions: ofRegions }, column) =>
    [...ofRows, ...ofRegions].forEach((tally, line) => {
      // The only region there is, is the country.
      if (!(line >= rows && regions === 1)) hidden[line * columns + column] = isSafe(tally) ? 0 : 1;
    }),
  );
  const slices = finest.map((at) => {
    const slice = new Int32Array(rows * columns);
    columnGroups.forEach((values, column) => {
      const losable = losableByArea(sumGroups, (m) => addUp(values.map((value) => at(m, value))), sums);
      rowGroups.forEach((members, row) => (slice[row * columns + column] = total(members.map((m) => losable[m]!))));
    });
    return slice;
  });
  const regionOf = groups.rows.map(({ region }) => region);
  return { table: { columns, regions, regionOf, slices, hidden }, rowGroups, columnGroups };
}

/** Two dimensions of the whole country; what moves on its own is each municipality. */
export function crossPair(
  grid: Grid,
  pair: Grid['pairs'][number],
  [one, other]: readonly [readonly ByArea[], readonly ByArea[]],
  { sums, sumGroups }: Beside,
): Crossing {
  const rowGroups = groupValues(one, grid.totals.country, sums.length > 0);
  const columnGroups = groupValues(other, grid.totals.country, sums.length > 0);
  const columns = columnGroups.length;
  const hidden = new Uint8Array((rowGroups.length + 1) * columns);
  const slices = grid.totals.municipalities.map(() => new Int32Array(rowGroups.length * columns));
  columnGroups.forEach((inside, column) => {
    // Columns first, each within one value of the first dimension; then rows within the merged column.
    const whole = mergeValues(other, inside, grid.totals).country;
    const parts = pair.map((line, a) => {
      const outside = line.filter((_, b) => !inside.includes(b));
      const countries = (list: typeof line): Tally[] => list.map(({ country }) => country);
      return merge(countries(inside.map((b) => line[b]!)), countries(outside), one[a]!.country);
    });
    rowGroups.forEach((members, row) => {
      const cell = row * columns + column;
      const figure = merge(
        members.map((a) => parts[a]!),
        parts.filter((_, a) => !members.includes(a)),
        whole,
      );
      hidden[cell] = isSafe(figure) ? 0 : 1;
      const at = (m: number): Tally =>
        addUp(members.flatMap((a) => inside.map((b) => pair[a]![b]!.municipalities[m]!)));
      losableByArea(sumGroups, at, sums).forEach((units, m) => (slices[m]![cell] = units));
    });
  });
  return { table: { columns, regions: 1, regionOf: rowGroups.map(() => 0), slices, hidden }, rowGroups, columnGroups };
}

const total = (numbers: readonly number[]): number => numbers.reduce((sum, each) => sum + each, 0);
