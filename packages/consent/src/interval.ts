import type { Instant } from './facts.js';

/** Time, half-open everywhere: whether `at` lies in [from, to), with its first millisecond and without its last; null is an open end. */
export function isWithin(at: Instant, from: Instant, to: Instant | null): boolean {
  return from <= at && (to === null || at < to);
}
