/** Every relation has the id of the record that it is evidence of, so that the sector that ends the one can end the other. */
import type { RelationKind } from '@sammen/consent';
import { idOfName, recordId } from '../core/identifiers.js';
import { topic } from '../core/random.js';
import { dayOf, isoInstant, momentOf } from '../core/time.js';
import { caseOutlineOf } from '../coordination/caseOutline.js';
import type { CaseOutline } from '../coordination/caseOutline.js';
import { partiesOf } from '../coordination/parties.js';
import { planOutlinesOf } from '../coordination/plans.js';
import { teamOf } from '../coordination/team.js';
import { financialSupportsOf } from '../municipality/financialSupports.js';
import { housingOf } from '../municipality/housing.js';
import { housingBenefitsOf } from '../municipality/housingBenefits.js';
import { jobCentreOutlineOf } from '../municipality/jobCentre.js';
import { serviceOutlineOf } from '../municipality/socialServices.js';
import { enrolmentsOf } from '../ngo/enrolments.js';
import { matchOutlineOf } from '../ngo/matches.js';
import { staysOf } from '../psychiatry/stays.js';
import { treatmentOutlineOf } from '../psychiatry/treatments.js';
import type { RelationRecord } from '../records/citizenRecords.js';
import type { PlanKind } from '../records/coordinationRecords.js';
import type { Person } from '../records/personRecords.js';
import { organisationIdOf } from '../staff.js';

const WARD_PARTY = topic('ward as plan party');

/** Days for which those who have finished still need the record: letters, appeals, attendance. */
const AFTERWARDS_DAYS = 30;

/** Relations that ended longer ago than this are left out: nothing is decided on them. Days. */
const KEPT_DAYS = 365;

const MINUTES_A_DAY = 1440;

/** Who a relation is with, and until when; `to` is the moment it ends by itself, null while nobody knows one. */
interface Terms {
  readonly id: string;
  readonly kind: RelationKind;
  readonly organisationId: string;
  readonly unitId?: string | null;
  readonly actorId?: string;
  readonly planKind?: PlanKind;
  readonly from: number;
  readonly to: number | null;
}

type Add = (terms: Terms) => void;

/** The relations of a citizen, present and of the last year. */
export function relationsOf(person: Person): readonly RelationRecord[] {
  const relations: RelationRecord[] = [];
  const forgotten = startOf(person.profile.today - KEPT_DAYS);
  const add: Add = ({ id, kind, organisationId, unitId, actorId, planKind, from, to }) => {
    if (to !== null && to < forgotten) return;
    relations.push({
      id,
      citizenId: person.id,
      kind,
      organisationId,
      unitId: unitId ?? null,
      actorId: actorId ?? null,
      planKind: planKind === undefined || planKind === 'ACTION_PLAN' ? null : planKind,
      validFrom: isoInstant(from),
      validTo: to === null ? null : isoInstant(to),
    });
  };
  for (const { id, municipalityCode, validFrom, validTo } of person.residences) {
    const to = validTo === null ? null : startOf(dayOf(validTo));
    add({
      id,
      kind: 'RESIDENT_MUNICIPALITY',
      organisationId: `municipality-${municipalityCode}`,
      from: startOf(dayOf(validFrom)),
      to,
    });
  }
  addTreatment(person, add);
  addCasework(person, add);
  addNgo(person, add);
  const outline = caseOutlineOf(person);
  if (outline !== null) addCoordination(person, outline, add);
  return relations;
}

const startOf = (day: number) => momentOf(day, 0);

/** Start of the day on which a record's afterwards are over; null while the record is open. */
const afterwards = (day: number | null) => (day === null ? null : startOf(day + AFTERWARDS_DAYS));

/** The unit of each treatment, and the ward of each stay until some time after discharge. */
function addTreatment(person: Person, add: Add): void {
  const kind = 'TREATING_UNIT';
  for (const { id, unitId, from, to } of treatmentOutlineOf(person))
    add({
      id,
      kind,
      organisationId: organisationIdOf(unitId),
      unitId,
      from: startOf(from),
      to: to === null ? null : startOf(to),
    });
  for (const stay of staysOf(person)) {
    const died = person.deceasedOn === null ? null : startOf(person.profile.lastDay);
    const ended = stay.to ?? died;
    const to = ended === null ? null : ended + AFTERWARDS_DAYS * MINUTES_A_DAY;
    add({
      id: stay.id,
      kind,
      organisationId: organisationIdOf(stay.wardUnitId),
      unitId: stay.wardUnitId,
      from: stay.from,
      to,
    });
  }
}

/** Whatever the municipality does for a citizen makes the unit that does it their caseworker. */
function addCasework(person: Person, add: Add): void {
  const work = (id: string, unitId: string, from: number, to: number | null) =>
    add({
      id,
      kind: 'CASEWORKER',
      organisationId: organisationIdOf(unitId),
      unitId,
      from: startOf(from),
      to: afterwards(to),
    });
  for (const { id, caseworker, from, to } of serviceOutlineOf(person)) work(id, caseworker.unitId as string, from, to);
  const housing = housingOf(person);
  const home = housing.at(-1);
  const paid = [...housingBenefitsOf(person, housing), ...financialSupportsOf(person)];
  for (const { id, unitId, validFrom, validTo } of home === undefined ? paid : [home, ...paid])
    work(id, unitId, dayOf(validFrom), validTo === null ? null : dayOf(validTo));
  const job = jobCentreOutlineOf(person);
  if (job !== null) work(job.id, job.caseworker.unitId as string, job.openedOn, job.closedOn);
}

/**
 * A match names the mentor or volunteer and ends by itself after its planned last day; a second relation of it and an
 * enrolment name nobody: their coordinator answers for them a while longer.
 */
function addNgo(person: Person, add: Add): void {
  for (const [helpers, kind] of MATCH_KINDS) {
    const match = matchOutlineOf(person, helpers);
    if (match === null) continue;
    const { organisationId, actorId } = match.helper;
    add({
      id: match.id,
      kind,
      organisationId,
      actorId,
      from: startOf(match.from),
      to: startOf(match.to ?? match.plannedTo + 1),
    });
    const to = afterwards((match.to ?? match.plannedTo) + 1);
    const id = idOfName(`organisation-of-match:${match.id}`);
    add({ id, kind, organisationId, from: startOf(match.from), to });
  }
  for (const { id, organisationId, enrolledOn, courseEndsOn, status, endedOn } of enrolmentsOf(person)) {
    const lastDay = status === 'DROPPED_OUT' && endedOn !== null ? endedOn : courseEndsOn;
    const to = afterwards(dayOf(lastDay) + 1);
    add({ id, kind: 'COURSE_ENROLMENT', organisationId, from: startOf(dayOf(enrolledOn)), to });
  }
}

const MATCH_KINDS = [
  ['mentors', 'MENTOR_MATCH'],
  ['volunteers', 'VOLUNTEER_MATCH'],
] as const;

/** Key managers and parties of plans in person; a ward that discharges is party of the plan as a whole. */
function addCoordination(person: Person, outline: CaseOutline, add: Add): void {
  for (const { id, member, from, to } of outline.keyManagers)
    add({ id, kind: 'KEY_MANAGER', ...partyOf(member), from: startOf(from), to: to === null ? null : startOf(to) });
  const team = teamOf(person, outline);
  const to = outline.closedOn === null ? null : startOf(outline.closedOn);
  for (const plan of planOutlinesOf(person, outline)) {
    for (const party of partiesOf(person, plan, team))
      add({
        id: party.id,
        kind: 'PLAN_PARTY',
        ...partyOf(party),
        planKind: plan.kind,
        from: startOf(dayOf(party.joinedOn)),
        to,
      });
    const unitId = staysOf(person).at(-1)?.wardUnitId;
    if (plan.kind === 'ACTION_PLAN' || unitId === undefined) continue;
    const id = recordId(person.key, WARD_PARTY, plan.number);
    add({
      id,
      kind: 'PLAN_PARTY',
      organisationId: organisationIdOf(unitId),
      unitId,
      planKind: plan.kind,
      from: startOf(plan.createdOn),
      to,
    });
  }
}

function partyOf({
  organisationId,
  unitId,
  actorId,
}: Pick<Terms, 'organisationId' | 'unitId'> & { readonly actorId: string }) {
  return { organisationId, unitId: unitId ?? null, actorId };
}
