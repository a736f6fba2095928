/** Inside the generators a day is a number of days and a moment a number of minutes since 1970-01-01 UTC; records carry ISO strings. */

/** `YYYY-MM-DD`. */
export type IsoDate = string;

/** `YYYY-MM-DDTHH:MM:00.000Z`, always UTC. */
export type IsoInstant = string;

const MINUTES_A_DAY = 1440;
const FIRST_CACHED = -15_000; // 1928-12-07
const days: string[] = [];
const clock: string[] = Array.from({ length: MINUTES_A_DAY }, (_, minute) => {
  const two = (part: number) => String(part).padStart(2, '0');
  return `T${two(Math.floor(minute / 60))}:${two(minute % 60)}:00.000Z`;
});

/** The ISO date of a day number. Remembered, because millions of records name the same few thousand days. */
export function isoDate(day: number): IsoDate {
  return (days[day - FIRST_CACHED] ??= new Date(day * 86_400_000).toISOString().slice(0, 10));
}

/** The ISO instant of a moment in minutes. */
export function isoInstant(minutes: number): IsoInstant {
  const day = Math.floor(minutes / MINUTES_A_DAY);
  return isoDate(day) + (clock[minutes - day * MINUTES_A_DAY] as string);
}

/** The day number of an ISO date that the generators made themselves. */
export function dayOf(date: IsoDate): number {
  const two = (at: number) => date.charCodeAt(at) * 10 + date.charCodeAt(at + 1) - 528; // 528: two zeros
  return Date.UTC(two(0) * 100 + two(2), two(5) - 1, two(8)) / 86_400_000;
}

/** The day number of an ISO date from outside. Throws RangeError for anything that is not a date. */
export function parseDay(date: string): number {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) throw new RangeError('not a date (YYYY-MM-DD)');
  const day = dayOf(date);
  if (isoDate(day) !== date) throw new RangeError('not a date in the calendar');
  return day;
}

/** The moment, in minutes, of an hour and minute on a day. */
export function momentOf(day: number, hour: number, minute = 0): number {
  return day * MINUTES_A_DAY + hour * 60 + minute;
}

/** The day that a moment falls on. */
export function dayOfMoment(minutes: number): number {
  return Math.floor(minutes / MINUTES_A_DAY);
}

/** The same day or, on a weekend, the Monday after. */
export function workday(day: number): number {
  const weekday = (((day + 4) % 7) + 7) % 7; // day 0 was a Thursday; Sunday is 0
  return weekday === 0 ? day + 1 : weekday === 6 ? day + 2 : day;
}
