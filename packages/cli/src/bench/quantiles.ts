/** What the middle, the slow and the slowest requests took. */

/** In milliseconds. */
export interface Quantiles {
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
}

/** By nearest rank; `NaN` of nothing. */
export function quantiles(milliseconds: readonly number[]): Quantiles {
  const sorted = milliseconds.toSorted((one, other) => one - other);
  const at = (share: number): number => {
    const value = sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? NaN;
    return Math.round(value * 10) / 10;
  };
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99) };
}
