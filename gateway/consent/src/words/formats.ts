/** Days, moments, money and lists as people write them, in Danish time. */

/** How things are written. */
export interface Formats {
  /** A date or a moment, as a day. */
  day(iso: string): string;
  /** A moment, with the time of day. */
  moment(iso: string): string;
  /** An amount of øre, in kroner. */
  money(oere: number): string;
  /** `a, b og c`. */
  list(things: readonly string[]): string;
}

/** The formats of a language. */
export function formatsOf(language: 'DA' | 'EN'): Formats {
  const locale = language === 'DA' ? 'da-DK' : 'en-GB';
  const timeZone = 'Europe/Copenhagen';
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone });
  const moment = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short', timeZone });
  const money = new Intl.NumberFormat(locale, { style: 'currency', currency: 'DKK', maximumFractionDigits: 0 });
  const list = new Intl.ListFormat(locale, { type: 'conjunction' });
  return {
    day: (iso) => day.format(new Date(iso)),
    moment: (iso) => moment.format(new Date(iso)),
    money: (oere) => money.format(oere / 100),
    list: (things) => list.format(things),
  };
}
