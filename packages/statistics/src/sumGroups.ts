/**
 * Sums are shown for groups of areas: a small municipality's bed days only as part of several municipalities', so that
 * what is known of them does not bound the counts that are left out of each.
 */
import type { Grid } from './grid.js';
import type { Groups } from './groups.js';

/** Municipalities whose sums are told together and not apart, in every table alike; those of small ones first. */
export type SumGroups = readonly (readonly number[])[];

/**
 * Ways to group, from the finest on: municipalities with fewer people than this tell their sums together, within their
 * region; with Infinity all of them do. The last way tells the country's only.
 */
export const SUM_LEVELS: readonly (number | 'COUNTRY')[] = [0, 25, 50, 100, 200, Infinity, 'COUNTRY'];

/** The groups of one level. Decided by totals alone. */
export function groupSums({ totals, regionOf }: Grid, { rows, regions }: Groups, level: number | 'COUNTRY'): SumGroups {
  const sizeOf = (m: number): number => totals.municipalities[m]!.people;
  const bySize = (list: readonly number[]): number[] =>
    list.toSorted((one, other) => sizeOf(one) - sizeOf(other) || one - other);
  if (level === 'COUNTRY') return [bySize(regionOf.map((_, m) => m))];
  return regions.flatMap((_, region) => {
    const own = rows
      .filter((row) => row.region === region)
      .map((row) => ({ members: row.municipalities, size: row.municipalities.reduce((sum, m) => sum + sizeOf(m), 0) }))
      .sort((one, other) => one.size - other.size || one.members[0]! - other.members[0]!);
    const small = own.filter(({ size }) => size < level).length;
    // One alone would be the rest of its region.
    const together = small === 1 ? 2 : small;
    const groups = [own.slice(0, together), ...own.slice(together).map((row) => [row])].filter(
      (group) => group.length > 0,
    );
    return groups.map((group) => bySize(group.flatMap(({ members }) => members)));
  });
}
