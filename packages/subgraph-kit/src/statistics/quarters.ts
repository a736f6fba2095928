/** A quarter counts once it is over and what arrives late has arrived. Days are `YYYY-MM-DD`, periods half-open. */
import { DAYS_TO_CLOSE } from '@sammen/statistics';

/** Three months. */
export interface Quarter {
  /** `2026-Q3`. */
  readonly period: string;
  readonly firstDay: string;
  /** The first day of the next quarter. */
  readonly nextDay: string;
}

/** How many quarters are counted back from the newest when a system first counts. */
export const HISTORY_QUARTERS = 8;

const DAY_MS = 86_400_000;

/** The quarters that may be released on a day, oldest first. */
export function settledQuarters(today: string, count = HISTORY_QUARTERS): Quarter[] {
  const settled = new Date(Date.parse(today) - DAYS_TO_CLOSE * DAY_MS);
  const running = settled.getUTCFullYear() * 4 + Math.floor(settled.getUTCMonth() / 3);
  return Array.from({ length: count }, (_, at) => quarterAt(running - count + at));
}

/** The quarter with a number: four times the year, and 0 to 3. */
function quarterAt(number: number): Quarter {
  return {
    period: `${Math.floor(number / 4)}-Q${(number % 4) + 1}`,
    firstDay: firstDayOf(number),
    nextDay: firstDayOf(number + 1),
  };
}

function firstDayOf(number: number): string {
  return `${Math.floor(number / 4)}-${String((number % 4) * 3 + 1).padStart(2, '0')}-01`;
}
