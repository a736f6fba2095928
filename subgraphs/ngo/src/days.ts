/** Calendar days as YYYY-MM-DD. A day of this sector begins at midnight UTC, like everywhere in the graph. */

const DAY_MS = 86_400_000;

/** The day it is now. */
export function today(): string {
  return dayOf(new Date());
}

/** The day of a moment. */
export function dayOf(moment: Date): string {
  return moment.toISOString().slice(0, 10);
}

/** The moment a day begins, in milliseconds since 1970. */
export function startOf(day: string): number {
  return Date.parse(`${day}T00:00:00Z`);
}

/** So many days later, or earlier when negative. */
export function addDays(day: string, days: number): string {
  return dayOf(new Date(startOf(day) + days * DAY_MS));
}

/** The same day of a later month; its last day where there is no such day, as PostgreSQL counts. */
export function addMonths(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return dayOf(new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))));
}
