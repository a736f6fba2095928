/** When a figure is about too few people to be told. */

/** A figure about fewer people than this is not published, nothing at all included: 0 is a count below 5 too. */
export const LEAST_PEOPLE = 5;

/** Each count that is left out could, by all that is published, be any of at least this many and one values in a row. */
export const LEAST_WIDTH = 5;

/** No citizen's part of a sum may be larger than this. */
export const LARGEST_PART = 0.75;

/** A cell with its sums in the order of the measure's. */
export interface Tally {
  readonly count: number;
  /** Different citizens; for merged cells the fewest that they can be. */
  readonly people: number;
  readonly sums: readonly number[];
  /** The largest part of one citizen in each sum; 0 where it was not counted. */
  readonly largest: readonly number[];
}

/**
 * May this figure be told, looked at alone?
 * @param least the fewest people that are enough
 */
export function isSafe({ people, sums, largest }: Tally, least = LEAST_PEOPLE): boolean {
  return people >= least && sums.every((sum, n) => (largest[n] ?? 0) <= LARGEST_PART * sum);
}

/**
 * Several cells of one line taken together. People are counted from below: at least those of the largest part, and at
 * least those of the whole line whom the other cells do not hold.
 */
export function merge(parts: readonly Tally[], others: readonly Tally[], whole: Tally): Tally {
  if (parts.length === 1) return parts[0]!;
  const elsewhere = others.reduce((total, { people }) => total + people, 0);
  return {
    count: parts.reduce((total, part) => total + part.count, 0),
    people: Math.max(whole.people - elsewhere, ...parts.map((part) => part.people)),
    sums: whole.sums.map((_, n) => parts.reduce((total, part) => total + part.sums[n]!, 0)),
    largest: whole.sums.map((_, n) => Math.max(...parts.map((part) => part.largest[n]!))),
  };
}
