/** Two ways of doing the same, measured in turn, so that whatever else the machine does weighs on both alike. */

/** A middle and how far half of all measurements lie around it. */
export interface Spread {
  readonly median: number;
  readonly low: number;
  readonly high: number;
}

/** Median and quartiles, by nearest rank; `NaN` of nothing. */
export function spreadOf(values: readonly number[]): Spread {
  const sorted = values.toSorted((one, other) => one - other);
  const at = (share: number): number => sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? NaN;
  return { median: at(0.5), low: at(0.25), high: at(0.75) };
}

/** Both sides of one figure and their ratio, pair by pair. */
export interface Comparison {
  readonly one: number;
  readonly other: number;
  readonly ratio: Spread;
}

/** Compares measurements that were taken in pairs: `one` at an index with `other` at the same. */
export function compare(one: readonly number[], other: readonly number[]): Comparison {
  const ratio = spreadOf(one.map((value, at) => value / other[at]!));
  return { one: spreadOf(one).median, other: spreadOf(other).median, ratio };
}
