import { inputDay } from '@sammen/subgraph-kit';

/** Sums of calendar days (YYYY-MM-DD); what a day is, the kit says. */

/** So many days later, or earlier when negative. */
export function addDays(day: string, days: number): string {
  return inputDay(new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000));
}

/** The same day of a later month; its last day where there is no such day, as PostgreSQL counts. */
export function addMonths(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return inputDay(new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))));
}
