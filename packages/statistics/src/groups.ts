/** Areas and values as they can be told apart from outside: those of a pool are one. */
import type { ByArea, Grid } from './grid.js';
import { poolOf } from './pools.js';
import { LEAST_PEOPLE, merge, type Tally } from './safety.js';

/** One row of the tables: a municipality, or several that nobody can tell apart. */
export interface Row {
  readonly municipalities: readonly number[];
  /** Index into {@link Groups.regions}. */
  readonly region: number;
}

/** Rows and regions of all tables of a measure. */
export interface Groups {
  readonly rows: readonly Row[];
  /** Regions, those of a pool together. */
  readonly regions: readonly (readonly number[])[];
}

const pick = <T>(list: readonly T[], indexes: readonly number[]): T[] => indexes.map((index) => list[index]!);
const others = <T>(list: readonly T[], indexes: readonly number[]): T[] =>
  list.filter((_, index) => !indexes.includes(index));

/** Decides by totals alone, so that it is the same for every table. A pooled region shows none of its municipalities. */
export function groupAreas({ regions: names, regionOf, totals }: Grid): Groups {
  const regions = poolOf(totals.regions, totals.country);
  const rows = regions.flatMap((group, region): Row[] => {
    const inside = regionOf.flatMap((each, m) => (group.includes(each) ? [m] : []));
    if (group.length > 1) return [{ municipalities: inside, region }];
    const whole = totals.regions[group[0]!]!;
    const found = poolOf(pick(totals.municipalities, inside), whole);
    return found.map((members) => ({ municipalities: pick(inside, members), region }));
  });
  return names.length === 0 ? { rows: [], regions: [] } : { rows, regions };
}

/**
 * Values of a dimension as they can be told apart, by the country's totals.
 * @param hasSums beside sums a value needs one person more: somebody stays to have the rest
 */
export function groupValues(
  lines: readonly Pick<ByArea, 'country'>[],
  whole: Tally,
  hasSums: boolean,
): readonly (readonly number[])[] {
  const totals = lines.map(({ country }) => country);
  return poolOf(totals, whole, hasSums ? LEAST_PEOPLE + 1 : LEAST_PEOPLE);
}

/** Several values as one, at every level of area. */
export function mergeValues(lines: readonly ByArea[], group: readonly number[], totals: ByArea): ByArea {
  if (group.length === 1) return lines[group[0]!]!;
  const [inside, outside] = [pick(lines, group), others(lines, group)];
  const at = (read: (line: ByArea) => Tally): Tally => merge(inside.map(read), outside.map(read), read(totals));
  return {
    country: at(({ country }) => country),
    regions: totals.regions.map((_, r) => at(({ regions }) => regions[r]!)),
    municipalities: totals.municipalities.map((_, m) => at(({ municipalities }) => municipalities[m]!)),
  };
}

/** A figure by the groups of areas. */
export function mergeAreas(line: ByArea, grid: Grid, groups: Groups): { regions: Tally[]; rows: Tally[] } {
  const regions = groups.regions.map((group) =>
    group.length === 1
      ? line.regions[group[0]!]!
      : merge(pick(line.regions, group), others(line.regions, group), line.country),
  );
  const rows = groups.rows.map(({ municipalities, region }) => {
    if (municipalities.length === 1) return line.municipalities[municipalities[0]!]!;
    const inside = grid.regionOf.flatMap((each, m) => (groups.regions[region]!.includes(each) ? [m] : []));
    const elsewhere = inside.filter((m) => !municipalities.includes(m));
    return merge(pick(line.municipalities, municipalities), pick(line.municipalities, elsewhere), regions[region]!);
  });
  return { regions, rows };
}
