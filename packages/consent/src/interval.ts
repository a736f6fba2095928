import type { Choice, Instant } from './facts.js';

/** Time, half-open everywhere: an interval holds its first millisecond and not its last. */

/** Whether `at` lies in [from, to); null is an open end. */
export function isWithin(at: Instant, from: Instant, to: Instant | null): boolean {
  return from <= at && (to === null || at < to);
}

/** Whether a consent or block counts at `at`: valid, already recorded, and not withdrawn. */
export function isActive(choice: Choice & { readonly validTo: Instant | null }, at: Instant): boolean {
  return (
    isWithin(at, choice.validFrom, choice.validTo) &&
    choice.recordedAt <= at &&
    (choice.withdrawnAt === null || at < choice.withdrawnAt)
  );
}
