import { ORGANISATION_KINDS, ORGANISATION_KINDS_OF_ROLE, ROLES, type Actor } from './actor.js';
import { DATA_CATEGORIES } from './category.js';
import { EMERGENCY_KINDS, RELATION_KINDS, type AccessRequest, type CitizenFacts } from './facts.js';
import { PURPOSES } from './purpose.js';
import { SECTORS } from './sector.js';

/**
 * What can be decided upon at all. Anything malformed is refused whole: to skip a consent that cannot be read would be
 * safe, to skip a block would open data. INVARIANT I-4
 */

type Check = (value: unknown) => boolean;
type Shape = Readonly<Record<string, Check>>;

const { isArray } = Array;
const isText: Check = (value) => typeof value === 'string' && value !== '';
const isInstant: Check = Number.isFinite;
const orNull =
  (check: Check): Check =>
  (value) =>
    value === null || check(value);
const orUnset =
  (check: Check): Check =>
  (value) =>
    value === undefined || check(value);
const oneOf =
  (list: readonly unknown[]): Check =>
  (value) =>
    list.includes(value);
/** By index, not by iterator: a hole in a list is an entry that cannot be read. */
const listOf =
  (check: Check): Check =>
  (value) => {
    if (!isArray(value)) return false;
    for (let index = 0; index < value.length; index += 1) if (!check(value[index])) return false;
    return true;
  };
const shaped = (shape: Shape): Check => {
  const fields = Object.entries(shape);
  return (value) => {
    if (typeof value !== 'object' || value === null) return false;
    for (const [key, check] of fields) if (!check((value as Record<string, unknown>)[key])) return false;
    return true;
  };
};

const isCategories = listOf(oneOf(DATA_CATEGORIES));

/** An axis that is not listed here would be dropped, and the consent reach further than it was given. */
const RECIPIENT: Shape = {
  organisationId: orUnset(isText),
  unitId: orUnset(isText),
  role: orUnset(oneOf(ROLES)),
  actorId: orUnset(isText),
};

const isRecipient = shaped(RECIPIENT);

const CHOICE: Shape = {
  id: isText,
  version: Number.isInteger,
  recipients: listOf(
    (value) => isRecipient(value) && Object.keys(value as object).every((key) => Object.hasOwn(RECIPIENT, key)),
  ),
  sources: listOf(oneOf(SECTORS)),
  categories: isCategories,
  purposes: listOf(oneOf(PURPOSES)),
  validFrom: isInstant,
  recordedAt: isInstant,
  withdrawnAt: orNull(isInstant),
};

const areFacts = shaped({
  citizenId: isText,
  consents: listOf(shaped({ ...CHOICE, validTo: isInstant, lifts: listOf(isText) })),
  blocks: listOf(shaped({ ...CHOICE, validTo: orNull(isInstant), declines: orNull(isText) })),
  relations: listOf(
    shaped({
      id: isText,
      kind: oneOf(RELATION_KINDS),
      organisationId: isText,
      unitId: orNull(isText),
      actorId: orNull(isText),
      planKind: orNull(oneOf(['DISCHARGE_AGREEMENT', 'COORDINATION_PLAN'])),
      validFrom: isInstant,
      validTo: orNull(isInstant),
    }),
  ),
  representatives: listOf(
    shaped({ id: isText, actorId: isText, categories: isCategories, validFrom: isInstant, validTo: orNull(isInstant) }),
  ),
  emergencyAccesses: listOf(
    shaped({
      id: isText,
      actorId: isText,
      kind: oneOf(EMERGENCY_KINDS),
      reason: (value) => typeof value === 'string',
      categories: isCategories,
      openedAt: isInstant,
      expiresAt: isInstant,
    }),
  ),
  policyVersion: isText,
});

const hasActorShape = shaped({
  id: isText,
  role: oneOf(ROLES),
  organisationId: orNull(isText),
  organisationKind: oneOf(ORGANISATION_KINDS),
  unitId: orNull(isText),
  citizenId: orNull(isText),
});

/** Whether this is an actor of a known role, in a kind of organisation where that role exists. */
export function isWellFormedActor(value: unknown): value is Actor {
  if (!hasActorShape(value)) return false;
  const { role, organisationKind, organisationId } = value as Actor;
  return (
    ORGANISATION_KINDS_OF_ROLE[role].includes(organisationKind) &&
    (organisationKind === 'NONE') === (organisationId === null)
  );
}

const hasRequestShape = shaped({
  actor: isWellFormedActor,
  purpose: oneOf(PURPOSES),
  citizenId: isText,
  category: oneOf(DATA_CATEGORIES),
  at: isInstant,
});

/** Whether actor, purpose, citizen, category and time are all known values. */
export function isWellFormedRequest(value: unknown): value is AccessRequest {
  return hasRequestShape(value);
}

/** Whether facts were read whole: every entry of every list has its shape and only known values. */
export function areWellFormedFacts(value: unknown): value is CitizenFacts {
  return areFacts(value);
}
