/** A calendar day is text (`YYYY-MM-DD`) and counts from midnight in Denmark, whatever zone the server is in. */

const ZONE = 'Europe/Copenhagen';
const DAY = new Intl.DateTimeFormat('sv-SE', { timeZone: ZONE, dateStyle: 'short' });
const HOUR = new Intl.DateTimeFormat('en-GB', { timeZone: ZONE, hour: '2-digit', hourCycle: 'h23' });

/** The day on which a moment falls in Denmark. */
export function dayOf(moment: Date): string {
  return DAY.format(moment);
}

/** Today in Denmark. */
export function today(): string {
  return dayOf(new Date());
}

/** The day that a `Date` input names; the scalar hands it over as midnight UTC. */
export function inputDay(date: Date): string {
  return date.toISOString().slice(0, 10);
}

/** When a day begins in Denmark, in milliseconds since 1970. Midnight is never skipped or repeated there. */
export function startOfDay(day: string): number {
  const utcMidnight = Date.parse(`${day}T00:00:00Z`);
  // The clock in Denmark shows 1 or 2 at midnight UTC: that many hours after its own midnight.
  return utcMidnight - Number(HOUR.format(utcMidnight)) * 3_600_000;
}
