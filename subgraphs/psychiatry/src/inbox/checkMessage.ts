import { psychiatryErrors } from '../errors.js';
import type { Activity } from './activity.js';
import type { FhirElement } from './fhirElement.js';
import type { HospitalMessage, Span } from './hospitalMessage.js';

/** Clocks differ a little between systems. */
const CLOCK_TOLERANCE_MS = 5 * 60_000;
/** No stay of a living person began before this. */
const EARLIEST = Date.parse('1950-01-01T00:00:00Z');

/**
 * What a message must hold for what it reports, and whether its times can be.
 * The status of the Encounter is not weighed: official examples discharge with the status of the leave before.
 * @throws MESSAGE_INCOMPLETE, MESSAGE_CONTRADICTORY, MESSAGE_TIMES
 */
export function checkMessage(message: HospitalMessage, activity: Activity, encounter: FhirElement, now: number): void {
  const { deceased, stay, leave, stayClass, sentAt } = message;
  const died = deceased === true;
  // A death repeats the activity of the message before it, so its activity says nothing about itself.
  if (!died && activity.stayClass !== stayClass)
    throw psychiatryErrors('MESSAGE_CONTRADICTORY', { field: encounter.get('class').expression });
  const tells = activity.verb !== 'CANCEL';
  const end = encounter.get('period').get('end');
  if ((died || (tells && activity.event === 'DISCHARGE')) && !end.exists) end.moment();
  if (!died && tells && activity.event === 'START_LEAVE' && leave === null) throw leaveMissing(encounter);
  if (!died && tells && activity.event === 'END_LEAVE' && (leave === null || leave.to === null))
    throw leaveMissing(encounter);
  checkSpan(stay, encounter.get('period').expression, now);
  if (leave !== null) {
    const field = encounter.get('extension').expression;
    checkSpan(leave, field, now);
    if (leave.from < stay.from) throw implausible(field, 'A leave begins before the stay does.');
  }
  if (Date.parse(sentAt) > now + CLOCK_TOLERANCE_MS)
    throw implausible('Bundle.entry.resource.ofType(Provenance).recorded', 'The message is from the future.');
}

function checkSpan({ from, to }: Span, field: string, now: number): void {
  const latest = new Date(now + CLOCK_TOLERANCE_MS).toISOString();
  if (from > latest || (to !== null && to > latest)) throw implausible(field, `${field} lies in the future.`);
  if (to !== null && to < from) throw implausible(field, `${field} ends before it begins.`);
  if (Date.parse(from) < EARLIEST) throw implausible(field, `${field} begins before 1950.`);
}

function leaveMissing(encounter: FhirElement) {
  const field = `${encounter.get('extension').expression}.valuePeriod`;
  return psychiatryErrors('MESSAGE_INCOMPLETE', {
    field,
    message: 'The period of the leave is missing, or an end that the message is about.',
  });
}

function implausible(field: string, message: string) {
  return psychiatryErrors('MESSAGE_TIMES', { field, message });
}
