/** A decision is made by a mandate holder who took part; a meeting to come is planned, a past one was held or cancelled. */
import type { Role, Sector } from '@sammen/consent';
import { recordId } from '../core/identifiers.js';
import { streamOf, topic } from '../core/random.js';
import type { Random } from '../core/random.js';
import { isoInstant, momentOf, workday } from '../core/time.js';
import { DECISIONS, MEETING_PLACES } from '../data/planTexts.js';
import type { DecisionRecord, MeetingParticipantRecord, MeetingRecord } from '../records/coordinationRecords.js';
import type { Person } from '../records/personRecords.js';
import { staffOf } from '../staff.js';
import type { StaffMember } from '../staff.js';
import type { CaseOutline } from './caseOutline.js';
import type { TeamMember } from './team.js';

const MEETING = topic('meeting');
const PARTICIPANT = topic('meeting participant');
const DECISION = topic('meeting decision');

/** The meetings of a case, oldest first: one every 42–56 days, the last still to come while the case is open. */
export function meetingsOf(
  person: Person,
  outline: CaseOutline,
  planId: string,
  team: readonly TeamMember[],
): readonly MeetingRecord[] {
  const random = streamOf(person.key, MEETING);
  const end = outline.closedOn ?? person.profile.lastDay;
  const meetings: MeetingRecord[] = [];
  for (let day = workday(outline.openedOn + random.between(5, 20)); ; day = workday(day + random.between(42, 56))) {
    const past = day < end;
    if (!past && (outline.closedOn !== null || person.deceasedOn !== null)) return meetings;
    meetings.push(meetingOf(person, outline, planId, team, random, day, past, meetings.length));
    if (!past) return meetings;
  }
}

function meetingOf(
  person: Person,
  outline: CaseOutline,
  planId: string,
  team: readonly TeamMember[],
  random: Random,
  day: number,
  past: boolean,
  number: number,
): MeetingRecord {
  const status = !past ? 'PLANNED' : random.chance(0.12) ? 'CANCELLED' : 'HELD';
  const participants = participantsOf(person, outline, team, random, day, status, number);
  const citizen = participants[0] as MeetingParticipantRecord;
  const point = random.unit();
  const reaction = point < 0.15 ? 'OVERWHELMED' : point < 0.7 ? 'MOTIVATED' : point < 0.85 ? 'SURPRISED' : null;
  return {
    id: recordId(person.key, MEETING, number),
    citizenId: person.id,
    caseId: outline.id,
    planId: number === 0 ? null : planId,
    startsAt: isoInstant(momentOf(day, random.between(9, 14), random.pick([0, 30]))),
    place: random.pick(MEETING_PLACES),
    purpose:
      number === 0
        ? 'Lære hinanden at kende og kortlægge udfordringer og muligheder'
        : 'Følge op på aftaler og planens vigtigste udfordringer',
    status,
    participants,
    decisions: status === 'HELD' ? decisionsOf(person, participants, random, number) : [],
    citizenReaction: status === 'HELD' && citizen.attendance === 'ATTENDED' ? reaction : null,
  };
}

interface Invited {
  readonly actorId: string;
  readonly name: string;
  readonly sector: Sector;
  readonly role: Role;
  readonly organisationId: string | null;
  readonly mandateScope: string | null;
}

/** 5–11 participants: the citizen first, the team, and colleagues up to the number. */
function participantsOf(
  person: Person,
  outline: CaseOutline,
  team: readonly TeamMember[],
  random: Random,
  day: number,
  status: MeetingRecord['status'],
  number: number,
): readonly MeetingParticipantRecord[] {
  const wanted = random.between(5, 11);
  const current = team.filter((each) => each.from <= day && (each.to === null || day < each.to));
  const invited: Invited[] = [citizenAsInvited(person), ...current.map(asInvited)];
  const colleagues = [
    colleague(`${person.profile.departmentId}/outpatient`, random.between(0, 5), 'PSYCHIATRY', 'WARD_NURSE'),
    colleague(`municipality-${outline.municipalityCode}/misuse`, random.between(3, 8), 'MUNICIPALITY', 'SOCIAL_WORKER'),
    colleague(`municipality-${outline.municipalityCode}/social`, random.between(3, 8), 'MUNICIPALITY', 'SOCIAL_WORKER'),
    colleague(
      `municipality-${outline.municipalityCode}/housing`,
      random.between(3, 8),
      'MUNICIPALITY',
      'HOUSING_OFFICER',
    ),
  ];
  const others = colleagues.filter((each) => !invited.some((one) => one.actorId === each.actorId));
  invited.push(...others.slice(0, Math.max(0, wanted - invited.length)));
  return invited.slice(0, 11).map((each, at): MeetingParticipantRecord => {
    const comes = random.chance(each.role === 'CITIZEN' ? 0.75 : each.mandateScope !== null ? 0.7 : 0.88);
    return {
      id: recordId(person.key, PARTICIPANT, number * 16 + at),
      actorId: each.actorId,
      name: each.name,
      sector: each.sector,
      role: each.role,
      organisationId: each.organisationId,
      decisionMandate: each.mandateScope !== null,
      mandateScope: each.mandateScope,
      attendance: status !== 'HELD' ? 'INVITED' : comes ? 'ATTENDED' : 'ABSENT',
    };
  });
}

function citizenAsInvited(person: Person): Invited {
  const name = `${person.givenName} ${person.familyName}`;
  return {
    actorId: person.actorId,
    name,
    sector: 'CITIZEN',
    role: 'CITIZEN',
    organisationId: null,
    mandateScope: null,
  };
}

function asInvited({ member, sector, role }: TeamMember): Invited {
  const mandateScope = role === 'LEADER' ? 'Bevillinger i kommunens afdelinger' : null;
  return {
    actorId: member.actorId,
    name: member.name,
    sector,
    role,
    organisationId: member.organisationId,
    mandateScope,
  };
}

function colleague(unitId: string, number: number, sector: Sector, role: Role): Invited {
  const member: StaffMember = staffOf(unitId, number);
  return {
    actorId: member.actorId,
    name: member.name,
    sector,
    role,
    organisationId: member.organisationId,
    mandateScope: null,
  };
}

function decisionsOf(
  person: Person,
  participants: readonly MeetingParticipantRecord[],
  random: Random,
  number: number,
): readonly DecisionRecord[] {
  const holder = participants.find((each) => each.decisionMandate && each.attendance === 'ATTENDED');
  if (holder === undefined) return [];
  return random.sample(DECISIONS, random.between(0, 2)).map((text, at) => ({
    id: recordId(person.key, DECISION, number * 4 + at),
    text,
    sector: holder.sector,
    decidedByParticipantId: holder.id,
  }));
}
