import { everybody, range } from './everything.js';
import type { Records } from './everything.js';

/** Whom the invariants are held against: the programme, the edge cases, and samples of the rest and of another seed. */
export const cohort: readonly Records[] = [
  ...everybody(1, range(0, 300)),
  ...everybody(1, range(300, 1000, 9)),
  ...everybody(1, range(1000, 60_000, 201)),
  ...everybody(9, range(0, 260, 2)),
];

/** Seed and index of those for whom something does not hold: a test expects none. */
export function breaking(holds: (each: Records) => boolean): readonly string[] {
  return cohort.filter((each) => !holds(each)).map(({ person }) => `${person.seed}:${person.index}`);
}

/** Whether ranks that are there are 1..n, each once. */
export function isRanked(ranks: readonly (number | null)[]): boolean {
  const sorted = ranks.filter((rank) => rank !== null).sort((a, b) => a - b);
  return sorted.every((rank, at) => rank === at + 1);
}

/** Whether periods run forwards and none begins before the last has ended. */
export function followEachOther(periods: readonly { validFrom: string; validTo: string | null }[]): boolean {
  return periods.every(
    (each, at) =>
      (each.validTo ?? '9') > each.validFrom && (at === 0 || (periods[at - 1]!.validTo ?? '9') <= each.validFrom),
  );
}

/** The first instant of a day. */
export function startOfDay(day: string): string {
  return `${day}T00:00:00.000Z`;
}
