import type { Actor, OrganisationKind, Role } from './actor.js';
import { categoriesOfSector, type DataCategory } from './category.js';
import type { CitizenFacts, Instant, Relation, RelationKind } from './facts.js';
import { isWithin } from './interval.js';
import { isUnitWithin, leastOf } from './matching.js';

/** Rule 6: whose data it is, and which relation to a citizen is evidence that one's own data may be used. */

const IDENTITY: readonly DataCategory[] = ['IDENTITY', 'CPR_NUMBER', 'CONTACT', 'REPRESENTATIVES'];
const PSYCHIATRY = categoriesOfSector('PSYCHIATRY');
const MUNICIPALITY = categoriesOfSector('MUNICIPALITY');
const NGO = categoriesOfSector('NGO');
const COORDINATION = categoriesOfSector('COORDINATION');

/** Which categories a kind of organisation controls. CONSENTS and ACCESS_LOG belong to the citizen alone. */
export const CONTROLLED_CATEGORIES: Readonly<Record<OrganisationKind, readonly DataCategory[]>> = {
  REGION: [...PSYCHIATRY, ...IDENTITY],
  MUNICIPALITY: [...MUNICIPALITY, ...COORDINATION, ...IDENTITY],
  NGO: [...NGO, 'IDENTITY'],
  NONE: [],
};

/** What a kind of relation is evidence for; of these, an organisation only gets what it controls. */
export const EVIDENCE_OF_RELATION: Readonly<Record<RelationKind, readonly DataCategory[]>> = {
  TREATING_UNIT: [...PSYCHIATRY, ...IDENTITY],
  CASEWORKER: [...MUNICIPALITY, ...IDENTITY],
  KEY_MANAGER: [...COORDINATION, ...IDENTITY],
  MENTOR_MATCH: [...NGO, 'IDENTITY', 'CONTACT'],
  VOLUNTEER_MATCH: ['VOLUNTEER_VISIT', 'IDENTITY'],
  PLAN_PARTY: [...COORDINATION, 'IDENTITY'], // Nobody can prepare a meeting about a citizen without a name.
  RESIDENT_MUNICIPALITY: ['IDENTITY'],
  COURSE_ENROLMENT: ['PSYCHO_EDUCATION', 'IDENTITY'], // A place on a course is no match: it shows the course and no more.
  EMERGENCY_OPENED: [],
};

/**
 * Roles in an NGO rest on matches and enrolments only. Mentors and volunteers on their own: `PERSONAL` asks that the
 * relation names them. Coordinators answer for all of their organisation: `ORGANISATION` does not ask whom it names.
 */
export const RELATIONS_OF_ROLE: Readonly<
  Partial<Record<Role, { readonly kinds: readonly RelationKind[]; readonly reach: 'PERSONAL' | 'ORGANISATION' }>>
> = {
  MENTOR: { kinds: ['MENTOR_MATCH'], reach: 'PERSONAL' },
  VOLUNTEER: { kinds: ['VOLUNTEER_MATCH'], reach: 'PERSONAL' },
  NGO_COORDINATOR: { kinds: ['MENTOR_MATCH', 'VOLUNTEER_MATCH', 'COURSE_ENROLMENT'], reach: 'ORGANISATION' },
};

/** Whether the actor's own organisation controls the category. */
export function isController(actor: Actor, category: DataCategory): boolean {
  return CONTROLLED_CATEGORIES[actor.organisationKind].includes(category);
}

/** Whether a relation holds now and is one of the actor's organisation. */
export function isOfOrganisation(relation: Relation, actor: Actor, at: Instant): boolean {
  return isWithin(at, relation.validFrom, relation.validTo) && relation.organisationId === actor.organisationId;
}

/** Whether a relation holds now and is the actor's: same organisation, and the unit and person it names, if any. */
export function isOfActor(relation: Relation, actor: Actor, at: Instant): boolean {
  return (
    isOfOrganisation(relation, actor, at) &&
    (relation.unitId === null || worksIn(actor.unitId, relation.unitId)) &&
    (relation.actorId === null || relation.actorId === actor.id)
  );
}

/**
 * Who belongs to a unit above the named one works in all of it: a department's psychiatrist on each of its wards. Two
 * wards beside each other stay apart.
 */
function worksIn(actorUnitId: string | null, unitId: string): boolean {
  return isUnitWithin(actorUnitId, unitId) || (actorUnitId !== null && isUnitWithin(unitId, actorUnitId));
}

/** The id of a relation that is evidence for the actor and the category now; null when there is none. */
export function evidenceFor(actor: Actor, category: DataCategory, facts: CitizenFacts, at: Instant): string | null {
  const special = RELATIONS_OF_ROLE[actor.role];
  const reaches = (relation: Relation): boolean => {
    if (special === undefined) return isOfActor(relation, actor, at);
    if (!special.kinds.includes(relation.kind)) return false;
    return special.reach === 'PERSONAL'
      ? relation.actorId === actor.id && isOfActor(relation, actor, at)
      : isOfOrganisation(relation, actor, at);
  };
  const evidence = facts.relations.filter(
    (relation) => EVIDENCE_OF_RELATION[relation.kind].includes(category) && reaches(relation),
  );
  return leastOf(evidence.map((relation) => relation.id));
}
