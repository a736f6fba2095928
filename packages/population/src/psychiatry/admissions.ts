/** Leave lies inside the stay, and the last entry of the status history is the status. */
import { unit } from '@sammen/reference-data';
import { recordId } from '../core/identifiers.js';
import { streamOf, topic } from '../core/random.js';
import type { Random } from '../core/random.js';
import { isoInstant, momentOf } from '../core/time.js';
import { EDGE_CASES } from '../edgeCases.js';
import type { Person } from '../records/personRecords.js';
import type {
  AdmissionRecord,
  AdmissionStatus,
  AdmissionStatusRecord,
  LeaveRecord,
} from '../records/psychiatryRecords.js';
import { staysOf } from './stays.js';
import type { Stay } from './stays.js';
import { organisationIdOf } from '../staff.js';

const CONTENT = topic('admission content');
const EPISODE = topic('episode');
const LEAVE = topic('leave');
const STATUS = topic('admission status');
const DAY = 1440;

/** The admissions of the last two years, oldest first. */
export function admissionsOf(person: Person): readonly AdmissionRecord[] {
  return staysOf(person).map((stay) => admissionOf(person, stay));
}

function admissionOf(person: Person, stay: Stay): AdmissionRecord {
  const { key, profile } = person;
  const random = streamOf(key, CONTENT, stay.number);
  const now = momentOf(profile.lastDay, 0);
  const died = stay.to === null && person.deceasedOn !== null;
  const to = died ? now : stay.to;
  const leaves = leavesOf(random, stay.from, to, now, stay.emergency, person.index === EDGE_CASES.showcase);
  const statusHistory: AdmissionStatusRecord[] = [];
  const add = (status: AdmissionStatus, at: number) =>
    statusHistory.push({
      id: recordId(key, STATUS, stay.number * 16 + statusHistory.length),
      status,
      at: isoInstant(at),
    });
  add('ADMITTED', stay.from);
  for (const [from, until] of leaves) {
    add('ON_LEAVE', from);
    if (until !== null) add('ADMITTED', until);
  }
  if (to !== null) add(died ? 'DECEASED' : 'DISCHARGED', to);
  return {
    id: stay.id,
    citizenId: person.id,
    episodeIdentifier: recordId(key, EPISODE, stay.number),
    kind: stay.emergency ? 'EMERGENCY' : 'INPATIENT',
    status: (statusHistory.at(-1) as AdmissionStatusRecord).status,
    organisationId: organisationIdOf(profile.departmentId),
    departmentUnitId: profile.departmentId,
    hospitalName: unit(profile.departmentId)?.name ?? '',
    wardUnitId: stay.wardUnitId,
    wardName: unit(stay.wardUnitId)?.name ?? '',
    admittedAt: isoInstant(stay.from),
    dischargedAt: to === null ? null : isoInstant(to),
    leaves: leaves.map(([from, until], at): LeaveRecord => ({
      id: recordId(key, LEAVE, stay.number * 4 + at),
      startedAt: isoInstant(from),
      endedAt: until === null ? null : isoInstant(until),
    })),
    statusHistory,
  };
}

/** A leave in 15 % of stays of more than four days; the show-case has one in each. Some who are admitted are on leave now. */
function leavesOf(
  random: Random,
  from: number,
  to: number | null,
  now: number,
  emergency: boolean,
  always: boolean,
): readonly (readonly [from: number, to: number | null])[] {
  const end = to ?? now;
  const wanted = random.chance(0.15) || always;
  if (emergency || !wanted || end - from < 5 * DAY) return [];
  const start = from + random.between(2 * DAY, Math.floor((end - from) * 0.5));
  const length = random.between(360, 2 * DAY);
  if (to === null && !always && random.chance(0.4)) return [[Math.max(start, now - random.between(120, DAY)), null]];
  return [[start, Math.min(start + length, end - 60)]];
}
