/** A day is a Danish calendar day: what is due today is in time until midnight in Copenhagen. */
const DANISH_DAY = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Copenhagen' });

/** Today in Denmark, or the Danish day of a moment, as YYYY-MM-DD. */
export function today(moment: Date = new Date()): string {
  return DANISH_DAY.format(moment);
}

/** The day that a `Date` scalar names, as YYYY-MM-DD. */
export function dayOf(date: Date): string {
  return date.toISOString().slice(0, 10);
}
