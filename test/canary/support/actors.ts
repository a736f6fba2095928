/** Everybody who asks: the personas, the people whom relations and mandates name, the citizens, and strangers. */
import {
  type Actor,
  ORGANISATION_KINDS_OF_ROLE,
  type OrganisationKind,
  type Purpose,
  PURPOSES,
  type Role,
  ROLES,
} from '@sammen/consent';
import { PERSONAS, type Person } from '@sammen/population';
import { organisation } from '@sammen/reference-data';
import type pg from 'pg';
import { BOOKS } from '../../../packages/consent/test/support/books.js';
import type { Random } from './random.js';

const NOWHERE = { organisationId: null, organisationKind: 'NONE', unitId: null } as const;

/** The purposes that a role's caps know, from the book and not from the code. */
export const PURPOSES_OF: ReadonlyMap<Role, readonly Purpose[]> = new Map(
  ROLES.map((role) => [
    role,
    PURPOSES.filter((purpose) => [...BOOKS.caps].some((line) => line.startsWith(`${role} ${purpose} `))),
  ]),
);

/** Which roles a unit's staff may have, by the end of its name. */
const ROLES_IN: readonly (readonly [RegExp, readonly Role[]])[] = [
  [/\/ward-\d+$/, ['WARD_NURSE', 'PSYCHIATRIST']],
  [/^region-/, ['PSYCHIATRIST', 'WARD_NURSE', 'KEY_MANAGER']],
  [/\/housing$/, ['HOUSING_OFFICER']],
  [/\/job-centre$/, ['JOB_CONSULTANT']],
  [/\/authority$/, ['KEY_MANAGER', 'SOCIAL_WORKER']],
  [/^municipality-\d+\//, ['SOCIAL_WORKER', 'KEY_MANAGER', 'JOB_CONSULTANT', 'HOUSING_OFFICER']],
  [/^municipality-/, ['LEADER', 'SOCIAL_WORKER', 'DATA_PROTECTION_OFFICER']],
  [/\/mentors$/, ['MENTOR']],
  [/\/volunteers$/, ['VOLUNTEER']],
  [/^ngo-/, ['NGO_COORDINATOR', 'MENTOR', 'VOLUNTEER']],
];
const ROLE_OF_KIND: Readonly<Record<string, Role>> = {
  KEY_MANAGER: 'KEY_MANAGER',
  MENTOR_MATCH: 'MENTOR',
  VOLUNTEER_MATCH: 'VOLUNTEER',
};

/** Everybody; the same for the same population. */
export async function gatherActors(citizen: pg.Pool, people: readonly Person[]): Promise<readonly Actor[]> {
  const relations = `SELECT DISTINCT kind, organisation_id, unit_id, actor_id FROM care_relation ORDER BY 1, 2, 3, 4`;
  const mandates = `SELECT DISTINCT actor_id FROM representative ORDER BY 1`;
  const actors = new Map<string, Actor>();
  const add = (actor: Actor): void => void actors.set(`${actor.id} ${actor.role}`, actor);
  for (const { actor } of Object.values(PERSONAS)) if (actor.role !== 'ANALYST') add(actor);
  for (const { id, actorId } of people) add({ ...NOWHERE, id: actorId, role: 'CITIZEN', citizenId: id });
  for (const { actor_id: id } of (await citizen.query(mandates)).rows)
    add({ ...NOWHERE, id, role: 'GUARDIAN', citizenId: null });
  for (const { kind, organisation_id, unit_id, actor_id } of (await citizen.query(relations)).rows) {
    const place: string = unit_id ?? organisation_id;
    const roles = ROLES_IN.find(([pattern]) => pattern.test(place))?.[1] ?? [];
    const [role] = ROLE_OF_KIND[kind] === undefined ? roles : [ROLE_OF_KIND[kind]];
    const at = placeOf(organisation_id, unit_id);
    if (actor_id !== null) add({ ...at, id: actor_id, role: role!, citizenId: null });
    else
      for (const each of roles) add({ ...at, id: `canary-${place.replaceAll('/', '.')}`, role: each, citizenId: null });
  }
  for (const role of ROLES.filter((each) => !['CITIZEN', 'GUARDIAN', 'ANALYST'].includes(each))) {
    // In each kind of organisation, also in those where nobody has such a role: then nothing is permitted at all.
    for (const place of ['municipality-0101', 'region-nordjylland', 'ngo-peer-vestkysten']) {
      const id = `canary-stranger-${role.toLowerCase()}-${place}`;
      if (isPossible({ role, ...placeOf(place, null) }) || role === 'PSYCHIATRIST')
        add({ ...placeOf(place, null), id, role, citizenId: null });
    }
  }
  return [...actors.values()];
}

/** Whether there is somebody of that role in that kind of organisation. */
export const isPossible = ({ role, organisationKind }: Pick<Actor, 'role' | 'organisationKind'>): boolean =>
  ORGANISATION_KINDS_OF_ROLE[role].includes(organisationKind);

function placeOf(organisationId: string, unitId: string | null): Omit<Actor, 'id' | 'role' | 'citizenId'> {
  return { organisationId, organisationKind: organisation(organisationId)!.kind as OrganisationKind, unitId };
}

/** A purpose that fits the role, now and then by chance another. */
export function purposeFor(random: Random, { role }: Actor): Purpose {
  const fitting = PURPOSES_OF.get(role) ?? [];
  return random.chance(0.01) || fitting.length === 0 ? random.pick(PURPOSES) : random.pick(fitting);
}
