import type { CareSector } from '../model/careSector.js';
import { DecisionSubject, SECTOR_OF_SUBJECT } from '../model/decisionSubject.js';
import { Attendance, type MeetingParticipant } from '../model/meetingParticipant.js';
import { coordinationError } from '../errors.js';

/** Whether every subject is one that the sector decides on: nobody can be given another sector's mandate. */
export function isMandateOf(sector: CareSector, subjects: readonly DecisionSubject[]): boolean {
  return subjects.every((subject) => SECTOR_OF_SUBJECT[subject] === sector);
}

/** @throws DECISION_OUTSIDE_MANDATE unless the participant was there and can decide on the subject */
export function assertMandate(participant: MeetingParticipant, subject: DecisionSubject): void {
  const could = participant.attendance === Attendance.ATTENDED && participant.mandate.includes(subject);
  if (!could || SECTOR_OF_SUBJECT[subject] !== participant.sector)
    throw coordinationError('DECISION_OUTSIDE_MANDATE', { field: 'input.participantId' });
}
