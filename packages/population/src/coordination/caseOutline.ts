/** A case has exactly one key manager at any time; hand-overs touch without gap. */
import { lastAsked } from '../core/lastAsked.js';
import { recordId } from '../core/identifiers.js';
import { streamOf, topic } from '../core/random.js';
import { workday } from '../core/time.js';
import { EDGE_CASES, ESBJERG_CASELOAD } from '../edgeCases.js';
import { caseworkerIn } from '../municipality/caseworkers.js';
import { residenceOn } from '../municipality/residenceOn.js';
import type { Person } from '../records/personRecords.js';
import { staffOf } from '../staff.js';
import type { StaffMember } from '../staff.js';

const CASE = topic('case');
const KEY_MANAGER = topic('key manager');

/** A period of being key manager. Days as numbers. */
export interface KeyManagerPeriod {
  readonly id: string;
  readonly member: StaffMember;
  readonly from: number;
  readonly to: number | null;
  readonly handOverReason: string | null;
}

/** A case without its content. */
export interface CaseOutline {
  readonly id: string;
  readonly municipalityCode: string;
  readonly selectedOn: number;
  readonly openedOn: number;
  readonly closedOn: number | null;
  readonly keyManagers: readonly KeyManagerPeriod[];
}

/** The citizen's case, or null: what relations, plans and meetings rest on. */
export const caseOutlineOf = lastAsked((person: Person): CaseOutline | null => {
  const { profile, key, index } = person;
  if (!profile.hasCase || !profile.sectors.includes('COORDINATION')) return null;
  const random = streamOf(key, CASE);
  const programme = profile.recipe === 'TEN_IN_EACH';
  const selectedOn = workday(profile.lastDay - (programme ? random.between(250, 700) : random.between(60, 140)));
  const openedOn = workday(selectedOn + random.between(3, 20));
  const forgotten = index === EDGE_CASES.deceasedWithOpenAgreements;
  const ended = !programme && index >= 300 && random.chance(0.2) ? profile.lastDay - random.between(1, 30) : null;
  const closedOn = person.deceasedOn !== null && !forgotten ? profile.lastDay : ended;
  const end = closedOn ?? profile.lastDay;
  const residence = residenceOn(person, openedOn);
  const first = caseworkerIn(residence.code, 'authority', person, random);
  const current = currentKeyManager(person, caseworkerIn(person.municipalityCode, 'authority', person, random));
  const changed = handOver(
    residence.until,
    openedOn,
    end,
    random.chance(0.3) || index === EDGE_CASES.showcase,
    random.unit(),
  );
  const earlier = first.actorId === current.actorId ? staffOf(first.unitId as string, 1) : first;
  const keyManagers: Omit<KeyManagerPeriod, 'id'>[] =
    changed === null || earlier.actorId === current.actorId
      ? [{ member: current, from: openedOn, to: closedOn, handOverReason: null }]
      : [
          { member: earlier, from: openedOn, to: changed.day, handOverReason: changed.reason },
          { member: current, from: changed.day, to: closedOn, handOverReason: null },
        ];
  return {
    id: recordId(key, CASE, 0),
    municipalityCode: person.municipalityCode,
    selectedOn,
    openedOn,
    closedOn,
    keyManagers: keyManagers.map((period, number) => ({ ...period, id: recordId(key, KEY_MANAGER, number) })),
  };
});

function currentKeyManager(person: Person, drawn: StaffMember): StaffMember {
  const { index } = person;
  const persona = index < 10 || (index >= ESBJERG_CASELOAD.from && index <= ESBJERG_CASELOAD.to);
  return persona ? staffOf('municipality-0561/authority', 0) : drawn;
}

function handOver(
  movedOn: number | null,
  openedOn: number,
  end: number,
  wanted: boolean,
  point: number,
): { readonly day: number; readonly reason: string } | null {
  if (movedOn !== null && movedOn > openedOn && movedOn < end)
    return { day: movedOn, reason: 'Borgeren er flyttet til en anden kommune' };
  if (!wanted || end - openedOn < 60) return null;
  return {
    day: openedOn + 20 + Math.floor(point * (end - openedOn - 40)),
    reason: 'Ny tovholder efter omfordeling af sager',
  };
}
