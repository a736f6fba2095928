/** An actor is what the issuer vouches for, in full, or nobody: half an actor is refused (INVARIANT I-4). */
import { ORGANISATION_KINDS, PURPOSES, ROLES, type Actor, type Purpose } from '@sammen/consent';
import { identityError } from './errors.js';

/** The claim `sammen` of an access token. */
export interface SammenClaim {
  readonly role: string;
  readonly organisationId: string | null;
  readonly organisationKind: string;
  readonly unitId: string | null;
  readonly citizenId: string | null;
  readonly purposes?: readonly string[];
}

/** Who a verified token is about. */
export interface TokenHolder {
  readonly actor: Actor;
  /** The purposes that the issuer allows, or null when it leaves them to the role. */
  readonly purposes: readonly Purpose[] | null;
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const NAME = /^[\x21-\x7e]{1,200}$/;

/** Claims of a token whose signature is verified → its holder. Throws UNAUTHENTICATED, naming the claim at fault. */
export function holderOfClaims(claims: Readonly<Record<string, unknown>>): TokenHolder {
  const id = claims['sub'];
  if (!isName(id)) throw refuse('sub');
  const own = claims['sammen'];
  if (typeof own !== 'object' || own === null || Array.isArray(own)) throw refuse('sammen');
  const claim = own as Record<string, unknown>;
  const role = oneOf(ROLES, claim['role'], 'sammen.role');
  const isPrivate = role === 'CITIZEN' || role === 'GUARDIAN';
  const organisationId = nameOrNull(claim['organisationId'], 'sammen.organisationId');
  const organisationKind = oneOf(
    ORGANISATION_KINDS,
    claim['organisationKind'] ?? (isPrivate ? 'NONE' : undefined),
    'sammen.organisationKind',
  );
  const unitId = nameOrNull(claim['unitId'], 'sammen.unitId');
  const citizenId = nameOrNull(claim['citizenId'], 'sammen.citizenId');
  if (isPrivate !== (organisationId === null)) throw refuse('sammen.organisationId');
  if (isPrivate !== (organisationKind === 'NONE')) throw refuse('sammen.organisationKind');
  if (isPrivate && unitId !== null) throw refuse('sammen.unitId');
  if ((role === 'CITIZEN') !== (citizenId !== null)) throw refuse('sammen.citizenId');
  if (citizenId !== null && !UUID.test(citizenId)) throw refuse('sammen.citizenId');
  const purposes = purposesOf(claim['purposes']);
  return { actor: Object.freeze({ id, role, organisationId, organisationKind, unitId, citizenId }), purposes };
}

function purposesOf(value: unknown): readonly Purpose[] | null {
  if (value === undefined || value === null) return null;
  if (!Array.isArray(value)) throw refuse('sammen.purposes');
  return Object.freeze(value.map((purpose: unknown) => oneOf(PURPOSES, purpose, 'sammen.purposes')));
}

function oneOf<T extends string>(known: readonly T[], value: unknown, claim: string): T {
  if (!(known as readonly unknown[]).includes(value)) throw refuse(claim);
  return value as T;
}

function nameOrNull(value: unknown, claim: string): string | null {
  if (value === undefined || value === null) return null;
  if (!isName(value)) throw refuse(claim);
  return value;
}

function isName(value: unknown): value is string {
  return typeof value === 'string' && NAME.test(value);
}

function refuse(claim: string) {
  return identityError('UNAUTHENTICATED', { message: `The access token's claim "${claim}" is missing or not valid.` });
}
