/** One table of areas and one dimension, or of two dimensions, made ready to be protected. */
import type { FlowTable } from './flowTable.js';
import type { ByArea, Grid } from './grid.js';
import { groupValues, mergeAreas, mergeValues, type Groups } from './groups.js';
import { losableOf } from './losable.js';
import type { Sum } from './measure.js';
import { isSafe, merge, type Tally } from './safety.js';

/** A table with its values in groups. */
export interface Crossing {
  readonly table: FlowTable;
  readonly rowGroups: readonly (readonly number[])[];
  readonly columnGroups: readonly (readonly number[])[];
}

type Slice = (municipality: number, value: number) => Tally;

/**
 * Areas by one dimension.
 * @param finest the parts that move on their own: one that reads the dimension itself, or one for each value of its partner
 * @param sums those that are published beside the counts
 */
export function crossAreas(
  grid: Grid,
  groups: Groups,
  lines: readonly ByArea[],
  finest: readonly Slice[],
  sums: readonly Sum[],
): Crossing {
  const columnGroups = groupValues(lines, grid.totals.country);
  const figures = columnGroups.map((group) => mergeAreas(mergeValues(lines, group, grid.totals), grid, groups));
  const [columns, rows, regions] = [columnGroups.length, groups.rows.length, groups.regions.length];
  const hidden = new Uint8Array(columns * (rows + regions));
  figures.forEach(({ rows: ofRows, regions: ofRegions }, column) =>
    [...ofRows, ...ofRegions].forEach((tally, line) => {
      // The only region there is, is the country.
      if (!(line >= rows && regions === 1)) hidden[line * columns + column] = isSafe(tally) ? 0 : 1;
    }),
  );
  const slices = finest.map((at) =>
    Int32Array.from({ length: rows * columns }, (_, cell) =>
      add(groups.rows[Math.floor(cell / columns)]!.municipalities, columnGroups[cell % columns]!, (m, value) =>
        losableOf(at(m, value), sums),
      ),
    ),
  );
  const regionOf = groups.rows.map(({ region }) => region);
  return {
    table: { columns, regions, regionOf, slices, hidden },
    rowGroups: groups.rows.map((row) => row.municipalities),
    columnGroups,
  };
}

/** Two dimensions of the whole country; what moves on its own is each municipality. */
export function crossPair(
  grid: Grid,
  pair: Grid['pairs'][number],
  one: readonly ByArea[],
  other: readonly ByArea[],
  sums: readonly Sum[],
): Crossing {
  const rowGroups = groupValues(one, grid.totals.country);
  const columnGroups = groupValues(other, grid.totals.country);
  const [rows, columns] = [rowGroups.length, columnGroups.length];
  // Columns first, each within one value of the first dimension; then rows within the merged column.
  const merged = columnGroups.map((group) => {
    const whole = mergeValues(other, group, grid.totals).country;
    const parts = pair.map((row, a) => {
      const [inside, outside] = [true, false].map((is) =>
        row.filter((_, b) => group.includes(b) === is).map(({ country }) => country),
      );
      return merge(inside!, outside!, one[a]!.country);
    });
    return rowGroups.map((members) =>
      merge(
        members.map((a) => parts[a]!),
        parts.filter((_, a) => !members.includes(a)),
        whole,
      ),
    );
  });
  const hidden = new Uint8Array((rows + 1) * columns);
  const slices = grid.totals.municipalities.map((_, m) =>
    Int32Array.from({ length: rows * columns }, (__, cell) =>
      add(rowGroups[Math.floor(cell / columns)]!, columnGroups[cell % columns]!, (a, b) =>
        losableOf(pair[a]![b]!.municipalities[m]!, sums),
      ),
    ),
  );
  merged.forEach((column, c) => column.forEach((tally, row) => (hidden[row * columns + c] = isSafe(tally) ? 0 : 1)));
  return { table: { columns, regions: 1, regionOf: rowGroups.map(() => 0), slices, hidden }, rowGroups, columnGroups };
}

function add(ones: readonly number[], others: readonly number[], read: (one: number, other: number) => number): number {
  let total = 0;
  for (const one of ones) for (const other of others) total += read(one, other);
  return total;
}
