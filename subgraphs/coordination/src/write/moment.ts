import { coordinationError } from '../errors.js';

/** Clocks differ a little between systems. */
const CLOCK_TOLERANCE_MS = 5 * 60_000;

/** @throws MEETING_IN_PAST when a meeting would begin before now */
export function assertStillToCome(startsAt: Date): void {
  if (startsAt.getTime() < Date.now() - CLOCK_TOLERANCE_MS)
    throw coordinationError('MEETING_IN_PAST', { field: 'input.startsAt' });
}

/** @throws MEETING_NOT_BEGUN when a meeting begins later than now */
export function assertBegun(startsAt: Date): void {
  if (startsAt.getTime() > Date.now() + CLOCK_TOLERANCE_MS) throw coordinationError('MEETING_NOT_BEGUN');
}
