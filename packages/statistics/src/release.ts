/** A period is published once, whole, after it closed, and never again: two versions of it would tell who came or went. */

/** A half-open period of days, `YYYY-MM-DD`. */
export interface Period {
  readonly from: string;
  readonly until: string;
}

/** Days after the end of a period in which late registrations are waited for. */
export const DAYS_TO_CLOSE = 30;

const DAY_MS = 86_400_000;

/**
 * May this period be published on this day? Only when it has been over for thirty days, and was not published before.
 * @param published periods of the same measure that were; one that only overlaps counts as well
 */
export function mayRelease(period: Period, today: string, published: readonly Period[]): boolean {
  const closes = Date.parse(period.until) + DAYS_TO_CLOSE * DAY_MS;
  const isFree = published.every((other) => period.until <= other.from || other.until <= period.from);
  return period.from < period.until && Date.parse(today) >= closes && isFree;
}
