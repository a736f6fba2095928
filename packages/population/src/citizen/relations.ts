/** Every relation has its reason in a sector's records: a treatment, a stay, a grant, a case, a match, a plan, a residence. */
import type { RelationKind } from '@sammen/consent';
import { recordId } from '../core/identifiers.js';
import { topic } from '../core/random.js';
import { dayOf, dayOfMoment, isoInstant, momentOf } from '../core/time.js';
import { caseOutlineOf } from '../coordination/caseOutline.js';
import type { CaseOutline } from '../coordination/caseOutline.js';
import { planOutlinesOf } from '../coordination/plans.js';
import { teamOf } from '../coordination/team.js';
import { housingOf, housingOfficerOf } from '../municipality/housing.js';
import { housingBenefitsOf } from '../municipality/housingBenefits.js';
import { jobCentreOutlineOf } from '../municipality/jobCentre.js';
import { serviceOutlineOf } from '../municipality/socialServices.js';
import { matchOutlineOf } from '../ngo/matches.js';
import { staysOf } from '../psychiatry/stays.js';
import { treatmentOutlineOf } from '../psychiatry/treatments.js';
import type { RelationRecord } from '../records/citizenRecords.js';
import type { PlanKind } from '../records/coordinationRecords.js';
import type { Person } from '../records/personRecords.js';
import { organisationIdOf } from '../staff.js';

const RELATION = topic('relation');

/** Who a relation is with. */
interface Party {
  readonly organisationId: string;
  readonly unitId: string | null;
  readonly actorId: string | null;
}

type Add = (kind: RelationKind, party: Party, from: number, to: number | null, planKind?: PlanKind) => void;

/** Relations that ended longer ago than this are left out: nothing is decided on them. Days. */
const KEPT_DAYS = 365;

/** The relations of a citizen, present and of the last year. */
export function relationsOf(person: Person): readonly RelationRecord[] {
  const relations: RelationRecord[] = [];
  const forgotten = day(person.profile.today - KEPT_DAYS);
  const add: Add = (kind, party, from, to, planKind) => {
    if (to !== null && to < forgotten) return;
    relations.push({
      id: recordId(person.key, RELATION, relations.length),
      citizenId: person.id,
      kind,
      organisationId: party.organisationId,
      unitId: party.unitId,
      actorId: party.actorId,
      planKind: planKind === undefined || planKind === 'ACTION_PLAN' ? null : planKind,
      validFrom: isoInstant(from),
      validTo: to === null ? null : isoInstant(to),
    });
  };
  for (const residence of person.residences)
    add(
      'RESIDENT_MUNICIPALITY',
      body(`municipality-${residence.municipalityCode}`),
      day(dayOf(residence.validFrom)),
      residence.validTo === null ? null : day(dayOf(residence.validTo)),
    );
  addTreatment(person, add);
  addCasework(person, add);
  addMatches(person, add);
  const outline = caseOutlineOf(person);
  if (outline !== null) addCoordination(person, outline, add);
  return relations;
}

const day = (number: number) => momentOf(number, 0);
const until = (number: number | null) => (number === null ? null : day(number));
const body = (organisationId: string): Party => ({ organisationId, unitId: null, actorId: null });
const partOf = (unitId: string, actorId: string | null = null): Party => ({
  organisationId: organisationIdOf(unitId),
  unitId,
  actorId,
});

/** The team of a treatment, and in person the psychiatrist responsible; a ward while the citizen is admitted to it. */
function addTreatment(person: Person, add: Add): void {
  const treatments = treatmentOutlineOf(person);
  const { departmentId } = person.profile;
  const responsible = treatments[0]; // a second treatment is by the same unit, within the time of the first
  if (responsible !== undefined) {
    add('TREATING_UNIT', partOf(responsible.unitId), day(responsible.from), until(responsible.to));
    add(
      'TREATING_UNIT',
      partOf(departmentId, responsible.responsible.actorId),
      day(responsible.from),
      until(responsible.to),
    );
  }
  for (const stay of staysOf(person)) {
    const to = stay.to ?? (person.deceasedOn === null ? null : day(person.profile.lastDay));
    add('TREATING_UNIT', partOf(stay.wardUnitId), stay.from, to);
    const covered = responsible !== undefined && responsible.from <= dayOfMoment(stay.from) && responsible.to === null;
    if (!covered && responsible !== undefined)
      add('TREATING_UNIT', partOf(departmentId, responsible.responsible.actorId), stay.from, to);
  }
}

/** Caseworkers, each once, from their first to their last piece of work. */
function addCasework(person: Person, add: Add): void {
  const periods = new Map<string, { party: Party; from: number; to: number | null }>();
  const work = (unitId: string, actorId: string, from: number, to: number | null) => {
    const known = periods.get(actorId);
    if (known === undefined) periods.set(actorId, { party: partOf(unitId, actorId), from, to });
    else {
      known.from = Math.min(known.from, from);
      known.to = known.to === null || to === null ? null : Math.max(known.to, to);
    }
  };
  for (const each of serviceOutlineOf(person))
    work(each.caseworker.unitId as string, each.caseworker.actorId, each.from, each.to);
  const [benefit] = housingBenefitsOf(person, housingOf(person));
  if (benefit !== undefined) {
    const officer = housingOfficerOf(person);
    work(
      officer.unitId as string,
      officer.actorId,
      dayOf(benefit.validFrom),
      benefit.validTo === null ? null : dayOf(benefit.validTo),
    );
  }
  const job = jobCentreOutlineOf(person);
  if (job !== null) work(job.caseworker.unitId as string, job.caseworker.actorId, job.openedOn, job.closedOn);
  for (const { party, from, to } of periods.values()) add('CASEWORKER', party, day(from), until(to));
}

function addMatches(person: Person, add: Add): void {
  for (const [kind, relation] of [
    ['mentors', 'MENTOR_MATCH'],
    ['volunteers', 'VOLUNTEER_MATCH'],
  ] as const) {
    const match = matchOutlineOf(person, kind);
    if (match !== null)
      add(relation, partOf(match.helper.unitId as string, match.helper.actorId), day(match.from), until(match.to));
  }
}

/** Key managers; those of the municipality who work on the action plan; the parties of a plan of §§ 13 a/b, in person or as the ward. */
function addCoordination(person: Person, outline: CaseOutline, add: Add): void {
  for (const { member, from, to } of outline.keyManagers)
    add('KEY_MANAGER', partOf(member.unitId as string, member.actorId), day(from), until(to));
  const team = teamOf(person, outline);
  for (const plan of planOutlinesOf(person, outline)) {
    const legal = plan.kind !== 'ACTION_PLAN';
    for (const each of team) {
      const party = legal ? LEGAL_PARTIES.includes(each.role) : ACTION_PARTIES.includes(each.role);
      if (!party || each.to !== null) continue;
      const { organisationId, unitId, actorId } = each.member;
      add(
        'PLAN_PARTY',
        { organisationId, unitId, actorId },
        day(Math.max(plan.createdOn, each.from)),
        until(outline.closedOn),
        plan.kind,
      );
    }
    const ward = staysOf(person).at(-1)?.wardUnitId;
    if (legal && ward !== undefined)
      add('PLAN_PARTY', partOf(ward), day(plan.createdOn), until(outline.closedOn), plan.kind);
  }
}

const LEGAL_PARTIES: readonly string[] = ['PSYCHIATRIST', 'SOCIAL_WORKER', 'KEY_MANAGER'];
const ACTION_PARTIES: readonly string[] = ['SOCIAL_WORKER', 'JOB_CONSULTANT', 'LEADER'];
