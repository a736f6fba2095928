import type { Actor, OrganisationKind, Role } from './actor.js';
import { categoriesOfSector, type DataCategory } from './category.js';
import type { Where } from './condition.js';
import { RELATION_KINDS, type Relation, type RelationKind } from './facts.js';

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

/** Relations that hold now and are with the actor's organisation. */
export function relationsOfOrganisation(actor: Actor): Where<Relation> {
  return [
    { test: 'IS', field: 'organisationId', value: actor.organisationId },
    { test: 'HOLDS', from: 'validFrom', to: 'validTo' },
  ];
}

/** Relations that hold now and are the actor's: same organisation, and the unit and person that they name, if any. */
export function relationsOfActor(actor: Actor): Where<Relation> {
  return [
    ...relationsOfOrganisation(actor),
    { test: 'IS_UNSET_OR_WORKS_IN', field: 'unitId', unitId: actor.unitId },
    { test: 'IS_UNSET_OR', field: 'actorId', value: actor.id },
  ];
}

/** Relations that are evidence for the actor and the category now. */
export function evidenceFor(actor: Actor, category: DataCategory): Where<Relation> {
  const special = RELATIONS_OF_ROLE[actor.role];
  const kinds = (special?.kinds ?? RELATION_KINDS).filter((kind) => EVIDENCE_OF_RELATION[kind].includes(category));
  const ofKind: Where<Relation> = [{ test: 'IS_ONE_OF', field: 'kind', values: kinds }];
  if (special?.reach === 'ORGANISATION') return [...ofKind, ...relationsOfOrganisation(actor)];
  if (special?.reach === 'PERSONAL')
    return [...ofKind, ...relationsOfActor(actor), { test: 'IS', field: 'actorId', value: actor.id }];
  return [...ofKind, ...relationsOfActor(actor)];
}
