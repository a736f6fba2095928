import { randomUUID } from 'node:crypto';
import type { Actor } from '@sammen/consent';
import { type SubgraphContext, assertId, kitError } from '@sammen/subgraph-kit';
import type { EntityManager } from 'typeorm';
import { coordinationError } from '../errors.js';
import type { ParticipantInput } from '../input/meetingInput.js';
import { CareRole } from '../model/careRole.js';
import { CareSector } from '../model/careSector.js';
import { Meeting, MeetingStatus } from '../model/meeting.js';
import { Attendance, InvitationAnswer, MeetingParticipant, MeetingRole } from '../model/meetingParticipant.js';
import { isMandateOf } from './mandate.js';
import { hasPartInMeeting } from './part.js';
import { CITIZEN_COLUMNS, type ColumnsOfProfessional, assertSector, columnsOf } from './professionalColumns.js';
import { participantRelation } from './relationOf.js';

/** Which meeting; `version` is null for what several may do at the same time. */
export interface MeetingEdit {
  readonly citizenId: string;
  readonly meetingId: string;
  readonly version: number | null;
}

/** Somebody to be invited, before they have a row. */
export interface Invitee extends ColumnsOfProfessional {
  readonly sector: CareSector;
  readonly meetingRole: MeetingRole;
  readonly expectation: string | null;
  readonly mandate: MeetingParticipant['mandate'];
}

/** The meeting, locked for change. @throws NOT_FOUND (also without a part in it), VERSION_CONFLICT, MEETING_OVER when cancelled */
export async function lockMeeting(manager: EntityManager, actor: Actor, edit: MeetingEdit): Promise<Meeting> {
  const { citizenId, meetingId, version } = edit;
  const meeting = await manager.findOne(Meeting, {
    where: { citizenId, id: assertId(meetingId, 'input.meetingId') },
    lock: { mode: 'pessimistic_write' },
  });
  if (meeting === null || !(await hasPartInMeeting(manager, actor, meeting)))
    throw kitError('NOT_FOUND', { field: 'input.meetingId' });
  if (version !== null && meeting.version !== version) throw kitError('VERSION_CONFLICT', { field: 'input.version' });
  if (meeting.status === MeetingStatus.CANCELLED) throw coordinationError('MEETING_OVER');
  return meeting;
}

/** Saves a changed meeting. */
export function saveMeeting(manager: EntityManager, meeting: Meeting): Promise<Meeting> {
  return manager.save(Meeting, Object.assign(meeting, { version: meeting.version + 1 }));
}

/** Everybody invited to a meeting. */
export function participantsOf(manager: EntityManager, { citizenId, id }: Meeting): Promise<MeetingParticipant[]> {
  return manager.find(MeetingParticipant, { where: { citizenId, meetingId: id }, order: { id: 'ASC' } });
}

/** Professionals from an input. @throws ORGANISATION_UNKNOWN, SECTOR_NOT_OF_ORGANISATION, INVALID_INPUT for a mandate of another sector */
export function inviteesOf(inputs: readonly ParticipantInput[]): Invitee[] {
  return inputs.map(({ person, sector, meetingRole, expectation, mandate }, index) => {
    const field = `input.participants.${index}`;
    const columns = columnsOf(person, `${field}.person`);
    assertSector(columns.organisationId, sector, `${field}.sector`);
    if (!isMandateOf(sector, mandate))
      throw kitError('INVALID_INPUT', { field: `${field}.mandate`, message: 'A mandate reaches its own sector only.' });
    if (meetingRole === MeetingRole.CITIZEN || meetingRole === MeetingRole.SUPPORT_PERSON)
      throw kitError('INVALID_INPUT', { field: `${field}.meetingRole`, message: 'That is no role of a professional.' });
    return { ...columns, sector, meetingRole, expectation: expectation ?? null, mandate: [...new Set(mandate)] };
  });
}

/** The citizen as a participant. */
export const CITIZEN_INVITEE: Invitee = {
  ...CITIZEN_COLUMNS,
  sector: CareSector.CITIZEN,
  meetingRole: MeetingRole.CITIZEN,
  expectation: null,
  mandate: [],
};

/** Somebody the citizen brings along. */
export function supportPersonInvitee(personName: string): Invitee {
  return { ...CITIZEN_INVITEE, personName, role: CareRole.SUPPORT_PERSON, meetingRole: MeetingRole.SUPPORT_PERSON };
}

/** Writes invitations and reports them. New is who was at no earlier meeting about the citizen. */
export async function invite(
  { relations }: SubgraphContext,
  manager: EntityManager,
  meeting: Meeting,
  invitees: readonly Invitee[],
): Promise<void> {
  const { citizenId, id: meetingId } = meeting;
  const met: { actor_id: string }[] = await manager.query(
    `SELECT DISTINCT p.actor_id FROM meeting_participant p
     JOIN meeting m ON m.citizen_id = p.citizen_id AND m.id = p.meeting_id AND m.status = 'HELD'
     WHERE p.citizen_id = $1 AND p.actor_id = ANY($2) AND p.attendance = 'ATTENDED'`,
    [citizenId, invitees.flatMap(({ actorId }) => actorId ?? [])],
  );
  const known = new Set(met.map(({ actor_id }) => actor_id));
  for (const invitee of invitees) {
    const participant = manager.create(MeetingParticipant, {
      ...invitee,
      citizenId,
      id: randomUUID(),
      meetingId,
      answer: InvitationAnswer.INVITED,
      roleConfirmed: false,
      newcomer: invitee.actorId !== null && !known.has(invitee.actorId),
      purposeAcknowledged: false,
      attendance: Attendance.UNKNOWN,
    });
    await manager.insert(MeetingParticipant, participant);
    const relation = participantRelation(participant, meeting, new Date());
    if (relation !== null) await relations.report(manager, citizenId, relation);
  }
}
