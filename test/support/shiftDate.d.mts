/** Moves `Date` of this realm so that today is the given day (`YYYY-MM-DD`), at the present time of day. */
export function shiftDate(today: string): void;
