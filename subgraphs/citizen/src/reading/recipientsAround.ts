/** Which recipients stand around a citizen: all roles of the organisations that have, or could soon have, to do with them. */
import {
  type Actor,
  type OrganisationKind,
  ORGANISATION_KINDS_OF_ROLE,
  type Relation,
  type Role,
  ROLES,
  purposesOf,
} from '@sammen/consent';
import {
  departmentOf,
  type Organisation,
  organisation,
  ngosServing,
  unit,
  type UnitKind,
} from '@sammen/reference-data';

/** Somebody as a fact names them; what it leaves open is null. */
export interface Named {
  readonly organisationId: string;
  readonly unitId: string | null;
  readonly actorId: string | null;
  /** The only role it can be about; null for any. */
  readonly role: Role | null;
  /** Whether it is a relation, so that the kind of unit says which roles work there. */
  readonly isRelation: boolean;
}

/** A recipient: everybody of a role in an organisation, and those of them whom facts speak about, as actors to decide about. */
export interface RecipientAround {
  readonly role: Role;
  readonly organisationId: string;
  readonly related: boolean;
  /** Anybody of the role: in no unit, named by nothing. */
  readonly anybody: Actor;
  readonly named: readonly Actor[];
}

/** Who works in a kind of unit; where a unit is not listed, any role of the organisation may. */
const ROLES_IN_UNIT: Readonly<Partial<Record<UnitKind, readonly Role[]>>> = {
  SOCIAL_SERVICE: ['SOCIAL_WORKER', 'KEY_MANAGER', 'LEADER'],
  MISUSE_TREATMENT: ['SOCIAL_WORKER', 'LEADER'],
  AUTHORITY: ['SOCIAL_WORKER', 'KEY_MANAGER', 'LEADER'],
  HOUSING: ['HOUSING_OFFICER', 'LEADER'],
  JOB_CENTRE: ['JOB_CONSULTANT', 'LEADER'],
  MENTORS: ['MENTOR', 'NGO_COORDINATOR'],
  VOLUNTEERS: ['VOLUNTEER', 'NGO_COORDINATOR'],
};

/** No id of anybody: an actor with it is one of those whom no fact names. */
const NOBODY = 'anybody';

const ROLES_WITH_ACCESS = ROLES.filter(
  (role) => !ORGANISATION_KINDS_OF_ROLE[role].includes('NONE') && purposesOf(role).length > 0,
);

/** The organisations that serve whoever lives in a municipality: itself, its region, its NGOs. */
export function organisationsServing(municipalityCode: string): readonly string[] {
  const region = departmentOf(municipalityCode)?.split('/')[0];
  return [
    `municipality-${municipalityCode}`,
    ...(region === undefined ? [] : [region]),
    ...ngosServing(municipalityCode),
  ];
}

/** Recipients of the organisations that facts name or that serve the citizen, those that facts name first. */
export function recipientsAround(named: readonly Named[], serving: readonly string[]): RecipientAround[] {
  const related = new Set(named.map(({ organisationId }) => organisationId));
  return [...new Set([...related, ...serving])]
    .map((id) => organisation(id))
    .filter((found) => found !== null)
    .flatMap((found) =>
      ROLES_WITH_ACCESS.filter((role) => ORGANISATION_KINDS_OF_ROLE[role].includes(found.kind)).map((role) => ({
        role,
        organisationId: found.id,
        related: related.has(found.id),
        anybody: actorIn(found, role, null, null),
        named: namedActors(found, role, named),
      })),
    );
}

function namedActors(found: Organisation, role: Role, named: readonly Named[]): Actor[] {
  const actors = named
    .filter((each) => each.organisationId === found.id && canBe(role, each))
    .map(({ unitId, actorId }) => actorIn(found, role, unitId, actorId));
  const distinct = new Map(actors.map((actor) => [`${actor.id} ${actor.unitId}`, actor]));
  return [...distinct.values()];
}

function canBe(role: Role, { role: only, unitId, isRelation }: Named): boolean {
  if (only !== null) return only === role;
  const kind = isRelation && unitId !== null ? unit(unitId)?.kind : undefined;
  return kind === undefined || (ROLES_IN_UNIT[kind]?.includes(role) ?? true);
}

function actorIn({ id, kind }: Organisation, role: Role, unitId: string | null, actorId: string | null): Actor {
  return {
    id: actorId ?? NOBODY,
    role,
    organisationId: id,
    organisationKind: kind satisfies OrganisationKind,
    unitId,
    citizenId: null,
  };
}

/** Whom a relation names. */
export function namedByRelation({
  organisationId,
  unitId,
  actorId,
}: Pick<Relation, 'organisationId' | 'unitId' | 'actorId'>): Named {
  return { organisationId, unitId, actorId, role: null, isRelation: true };
}
