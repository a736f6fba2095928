import type { MeetingParticipantRecord, MeetingRecord, PlanRecord, SafeSettingRecord } from '@sammen/population';
import { textArray } from '@sammen/subgraph-kit';
import { type CareSector, RESPONSIBLE_SECTORS } from '../model/careSector.js';
import { DecisionSubject, SECTOR_OF_SUBJECT, subjectsOf } from '../model/decisionSubject.js';
import { CITIZEN_CELLS, type Circle, careSectorOf, derivedId, personCells } from './people.js';
import type { WriteRow } from './tables.js';

/** How long before it a meeting is called. */
const CALLED_DAYS_BEFORE = 14;
const DAY_MS = 86_400_000;

/** Meetings of a case, oldest first, with who came, what was on the agenda and what was decided. */
export async function writeMeetings(
  write: WriteRow,
  meetings: readonly MeetingRecord[],
  plans: readonly PlanRecord[],
  setting: SafeSettingRecord | null,
  circle: Circle,
): Promise<void> {
  const met = new Set<string>();
  for (const meeting of meetings) {
    const people = meeting.participants.map((each) => ({
      ...each,
      sector: careSectorOf(each.organisationId, each.role),
    }));
    const day = meeting.startsAt.slice(0, 10);
    const chair = circle.keyManagerOn(day);
    const others = people.filter(({ role }) => role !== 'CITIZEN').length;
    const beyond = setting !== null && others > setting.maxParticipants;
    await write('meeting', {
      id: meeting.id,
      case_id: meeting.caseId,
      plan_id: meeting.planId,
      status: meeting.status,
      purpose: meeting.purpose,
      starts_at: meeting.startsAt,
      place: meeting.place,
      called_at: new Date(Date.parse(meeting.startsAt) - CALLED_DAYS_BEFORE * DAY_MS),
      called_by: chair.actorId,
      deciding_sectors: textArray(
        RESPONSIBLE_SECTORS.filter((sector) => people.some((each) => each.sector === sector)),
      ),
      pre_briefed: setting?.preBriefed ?? false,
      citizen_yes: beyond ? 'Borgeren sagde ja til flere deltagere på formødet' : null,
      reaction: meeting.citizenReaction,
    });
    for (const person of people) {
      await writeParticipant(write, meeting, person, chair.actorId, !met.has(person.actorId));
      if (person.attendance === 'ATTENDED') met.add(person.actorId);
    }
    for (const [number, { id, text, decidedByParticipantId }] of meeting.decisions.entries()) {
      const subject = subjectOf(text);
      const holder = people.find((each) => each.id === decidedByParticipantId);
      if (subject === null || holder?.sector !== SECTOR_OF_SUBJECT[subject]) continue;
      const recordedAt = new Date(Date.parse(meeting.startsAt) + (60 + number) * 60_000);
      const what = { participant_id: holder.id, sector: holder.sector, subject, text, recorded_at: recordedAt };
      await write('meeting_decision', { id, meeting_id: meeting.id, ...what });
    }
    const plan = plans.find(({ id }) => id === meeting.planId);
    const open = plan?.agreements.filter((each) => each.madeOn < day && (each.completedOn ?? '9999') > day) ?? [];
    for (const [index, { id: agreementId }] of open.entries())
      await write('agenda_item', {
        id: derivedId(meeting.id, agreementId),
        meeting_id: meeting.id,
        position: index + 1,
        agreement_id: agreementId,
      });
  }
}

async function writeParticipant(
  write: WriteRow,
  meeting: MeetingRecord,
  person: Omit<MeetingParticipantRecord, 'sector'> & { readonly sector: CareSector },
  chairId: string,
  isNew: boolean,
): Promise<void> {
  const { organisationId, attendance, sector } = person;
  const isCitizen = organisationId === null;
  const came = attendance === 'ATTENDED';
  const answered = came || person.actorId === chairId;
  await write('meeting_participant', {
    id: person.id,
    meeting_id: meeting.id,
    sector,
    ...(isCitizen ? CITIZEN_CELLS : personCells({ ...person, organisationId, unitId: null })),
    meeting_role: isCitizen ? 'CITIZEN' : person.actorId === chairId ? 'CHAIR' : 'CONTRIBUTOR',
    mandate: textArray(person.decisionMandate ? subjectsOf(sector) : []),
    answer: answered ? 'ACCEPTED' : attendance === 'ABSENT' ? 'DECLINED' : 'INVITED',
    role_confirmed: answered && !isCitizen,
    newcomer: !isCitizen && isNew,
    purpose_acknowledged: came,
    attendance: attendance === 'INVITED' ? 'UNKNOWN' : attendance,
  });
}

/** What a decision of the population is about; null for what no mandate is needed for. */
function subjectOf(text: string): DecisionSubject | null {
  if (/botilbud/i.test(text)) return DecisionSubject.HOUSING;
  if (/støtte/i.test(text)) return DecisionSubject.SOCIAL_SUPPORT;
  if (/praktik/i.test(text)) return DecisionSubject.EMPLOYMENT;
  if (/udskrivning/i.test(text)) return DecisionSubject.HOSPITAL_STAY;
  return null;
}
