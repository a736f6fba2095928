/** All that coordination knows about one citizen: nothing for those without a case. */
import { recordId } from '../core/identifiers.js';
import { streamOf, topic } from '../core/random.js';
import { isoDate } from '../core/time.js';
import { EDGE_CASES } from '../edgeCases.js';
import type {
  CareTeamMemberRecord,
  CaseRecord,
  CoordinationRecords,
  SafeSettingRecord,
} from '../records/coordinationRecords.js';
import type { Person } from '../records/personRecords.js';
import { caseOutlineOf } from './caseOutline.js';
import type { CaseOutline } from './caseOutline.js';
import { meetingsOf } from './meetings.js';
import { plansOf } from './plans.js';
import { recoveryOf } from './recovery.js';
import { teamOf } from './team.js';
import type { TeamMember } from './team.js';

const TEAM_MEMBER = topic('care team member');
const SAFE_SETTING = topic('safe setting');

/** Coordination's records of a person. */
export function coordinationOf(person: Person): CoordinationRecords {
  const outline = caseOutlineOf(person);
  if (outline === null) return { case: null, plans: [], meetings: [], careTeam: [], safeSetting: null, recovery: [] };
  const team = teamOf(person, outline);
  const plans = plansOf(person, outline, team);
  return {
    case: caseOf(person, outline),
    plans,
    meetings: meetingsOf(person, outline, (plans[0] as { id: string }).id, team),
    careTeam: team.map((each, number) => teamMemberOf(person, each, number)),
    safeSetting: safeSettingOf(person, outline),
    recovery: recoveryOf(person, outline),
  };
}

function caseOf(person: Person, outline: CaseOutline): CaseRecord {
  return {
    id: outline.id,
    citizenId: person.id,
    organisationId: `municipality-${outline.municipalityCode}`,
    municipalityCode: outline.municipalityCode,
    rank: person.profile.rank,
    purpose: 'Færre indlæggelser og en hverdag, der hænger sammen, ud fra borgerens egne ønsker',
    selectedOn: isoDate(outline.selectedOn),
    openedOn: isoDate(outline.openedOn),
    closedOn: outline.closedOn === null ? null : isoDate(outline.closedOn),
    status: outline.closedOn === null ? 'ACTIVE' : 'CLOSED',
    keyManagers: outline.keyManagers.map((period) => ({
      id: period.id,
      actorId: period.member.actorId,
      name: period.member.name,
      organisationId: period.member.organisationId,
      unitId: period.member.unitId as string,
      validFrom: isoDate(period.from),
      validTo: period.to === null ? null : isoDate(period.to),
      handOverReason: period.handOverReason,
    })),
  };
}

function teamMemberOf(person: Person, each: TeamMember, number: number): CareTeamMemberRecord {
  return {
    id: recordId(person.key, TEAM_MEMBER, number),
    citizenId: person.id,
    sector: each.sector,
    role: each.role,
    actorId: each.member.actorId,
    name: each.member.name,
    organisationId: each.member.organisationId,
    unitId: each.member.unitId,
    responsible: each.responsible,
    task: each.task,
    phone: `+450${String(streamOf(person.key, TEAM_MEMBER, number).between(0, 9_999_999)).padStart(7, '0')}`,
    validFrom: isoDate(each.from),
    validTo: each.to === null ? null : isoDate(each.to),
  };
}

/** Wishes for a safe setting: of 70 % of those with a case, and of the show-case. */
function safeSettingOf(person: Person, outline: CaseOutline): SafeSettingRecord | null {
  const random = streamOf(person.key, SAFE_SETTING);
  if (!random.chance(0.7) && person.index !== EDGE_CASES.showcase) return null;
  return {
    id: recordId(person.key, SAFE_SETTING, 0),
    citizenId: person.id,
    place: random.pick(['Hjemme hos mig', 'Et sted uden for rådhuset', 'På bostedet', 'Det er lige meget']),
    maxParticipants: random.between(4, 11),
    mustAttend: random.chance(0.5) ? ['Min mentor'] : [],
    mustNotAttend: random.chance(0.2) ? ['Min tidligere sagsbehandler'] : [],
    supportPerson: random.chance(0.4) ? random.pick(['Min søster', 'Min ven', 'En bisidder fra foreningen']) : null,
    breaks: random.chance(0.7),
    preBriefed: random.chance(0.6),
    mayLeave: true,
    recordedOn: isoDate(outline.openedOn + 2),
  };
}
