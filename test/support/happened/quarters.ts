/** Days and quarters as somebody reads them off a calendar. Days are `YYYY-MM-DD`, quarters `2026-Q3`. */

/** What happened once in a quarter. */
export interface Happened {
  readonly period: string;
  /** The value of the measure's own dimension. */
  readonly kind: string;
  /** Days, where the measure is of days. */
  readonly days?: number;
  /** Whether it belongs to the part as well. */
  readonly part?: boolean;
}

/** An hour in milliseconds. */
export const HOUR = 3_600_000;
/** A day in milliseconds. */
export const DAY = 24 * HOUR;

const inDenmark = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Copenhagen' });

/** The day in Denmark. */
export const dayIn = (instant: number): string => inDenmark.format(instant);

/** The day so many days later. */
export const dayAfter = (day: string, days = 1): string =>
  new Date(Date.parse(day) + days * DAY).toISOString().slice(0, 10);

/** The quarter of a day. */
export const quarterOf = (day: string): string =>
  `${day.slice(0, 4)}-Q${Math.floor((Number(day.slice(5, 7)) - 1) / 3) + 1}`;

/** First and last day of a quarter. */
export function daysOf(period: string): readonly [first: string, last: string] {
  const month = (Number(period[6]) - 1) * 3;
  const year = Number(period.slice(0, 4));
  const day = (at: number, date: number): string => new Date(Date.UTC(year, at, date)).toISOString().slice(0, 10);
  return [day(month, 1), day(month + 3, 0)];
}

/** Once in every quarter in which it ran on a day; `validTo` is the first day on which it does not. */
export function running<Record extends { readonly validFrom: string; readonly validTo: string | null }>(
  records: readonly Record[],
  periods: readonly string[],
  kindOf: (record: Record) => string,
): Happened[] {
  return records.flatMap((record) =>
    periods
      .filter((period) => ran(record.validFrom, record.validTo, period))
      .map((period) => ({ period, kind: kindOf(record) })),
  );
}

function ran(from: string, until: string | null, period: string): boolean {
  const [first, last] = daysOf(period);
  return from <= last && (until === null || until > first);
}

/** Once in every quarter at whose end it holds. */
export function atTheEnd<Record>(
  records: readonly Record[],
  periods: readonly string[],
  holds: (record: Record, last: string) => boolean,
  kindOf: (record: Record) => string,
): Happened[] {
  return records.flatMap((record) =>
    periods.filter((period) => holds(record, daysOf(period)[1])).map((period) => ({ period, kind: kindOf(record) })),
  );
}
