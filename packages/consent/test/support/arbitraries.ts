import {
  DATA_CATEGORIES,
  EMERGENCY_KINDS,
  PURPOSES,
  RELATION_KINDS,
  ROLES,
  SECTORS,
  purposesOf,
  type AccessRequest,
  type Actor,
  type Block,
  type CitizenFacts,
  type Consent,
  type EmergencyAccess,
  type Recipient,
  type Relation,
  type Representative,
} from '@sammen/consent';
import fc from 'fast-check';
import { CITIZEN, ESBJERG, HOUR, NGO, NOON, REGION, actorOf } from './samples.js';

/** Random requests and facts from small pools, so that facts meet requests often enough to matter. */

const few = <T>(...values: readonly T[]) => fc.constantFrom(...values);
const someOf = <T>(values: readonly T[], most = values.length) => fc.subarray([...values], { maxLength: most });
const time = fc.oneof(
  { weight: 3, arbitrary: fc.constant(NOON - 2 * HOUR) },
  { weight: 3, arbitrary: fc.constant(NOON + 2 * HOUR) },
  few(NOON - 1, NOON, NOON + 1),
);
const past = fc.oneof({ weight: 4, arbitrary: fc.constant(NOON - 2 * HOUR) }, time);
const future = fc.oneof({ weight: 4, arbitrary: fc.constant(NOON + 2 * HOUR) }, time);
const organisation = few(REGION, ESBJERG, NGO, 'municipality-0101');
const unit = few(`${REGION}/psychiatry-esbjerg`, `${REGION}/psychiatry-esbjerg/ward-1`, `${ESBJERG}/social`);
const person = fc.constantFrom(...ROLES).map((role) => actorOf(role).id);
const categories = fc.oneof(fc.constant([...DATA_CATEGORIES]), someOf(DATA_CATEGORIES));
const purposes = fc.oneof(fc.constant([...PURPOSES]), someOf(PURPOSES));

/** An actor of any role; sometimes of another organisation, another citizen, or without a unit. */
export const anActor: fc.Arbitrary<Actor> = fc
  .tuple(fc.constantFrom(...ROLES), fc.boolean(), few(CITIZEN, CITIZEN, 'citizen-2'))
  .map(([role, hasUnit, citizenId]) => {
    const actor = actorOf(role);
    return { ...actor, unitId: hasUnit ? actor.unitId : null, citizenId: role === 'CITIZEN' ? citizenId : null };
  });

/** A well-formed request, mostly for a purpose that the role has. */
export const aRequest: fc.Arbitrary<AccessRequest> = anActor.chain((actor) =>
  fc.record({
    actor: fc.constant(actor),
    purpose: fc.oneof(
      {
        weight: 5,
        arbitrary: fc.constantFrom(...purposesOf(actor.role), ...(actor.role === 'ANALYST' ? PURPOSES : [])),
      },
      fc.constantFrom(...PURPOSES),
    ),
    citizenId: fc.constant(CITIZEN),
    category: fc.constantFrom(...DATA_CATEGORIES),
    at: few(NOON - 1, NOON, NOON + 1),
  }),
);

const aRecipient: fc.Arbitrary<Recipient> = fc.record(
  { organisationId: organisation, unitId: unit, role: fc.constantFrom(...ROLES), actorId: person },
  { requiredKeys: [] },
);
const choice = {
  version: fc.integer({ min: 1, max: 3 }),
  recipients: fc.array(
    fc.oneof(
      aRecipient,
      organisation.map((organisationId) => ({ organisationId })),
    ),
    { maxLength: 4 },
  ),
  sources: fc.oneof(fc.constant([]), someOf(SECTORS)),
  categories,
  purposes,
  validFrom: past,
  recordedAt: past,
  withdrawnAt: fc.oneof({ weight: 4, arbitrary: fc.constant(null) }, time),
};
const aConsent = (id: string): fc.Arbitrary<Consent> =>
  fc.record({ id: fc.constant(id), ...choice, validTo: future, lifts: someOf(['block-0', 'block-1', 'block-2']) });
const aBlock = (id: string): fc.Arbitrary<Block> =>
  fc.record({
    id: fc.constant(id),
    ...choice,
    validTo: fc.oneof(fc.constant(null), future),
    declines: few(null, null, 'HOSPITAL_NOTIFICATION', 'PSYK_13C'),
  });
const aRelation = (id: string): fc.Arbitrary<Relation> =>
  fc.record({
    id: fc.constant(id),
    kind: fc.constantFrom(...RELATION_KINDS),
    organisationId: organisation,
    unitId: fc.oneof(fc.constant(null), unit),
    actorId: fc.oneof(fc.constant(null), person),
    planKind: few(null, 'DISCHARGE_AGREEMENT' as const, 'COORDINATION_PLAN' as const),
    validFrom: past,
    validTo: fc.oneof(fc.constant(null), future),
  });
const aMandate = (id: string): fc.Arbitrary<Representative> =>
  fc.record({
    id: fc.constant(id),
    actorId: few('actor-guardian', 'actor-mentor'),
    categories,
    validFrom: past,
    validTo: fc.oneof(fc.constant(null), future),
  });
const anEmergency = (id: string): fc.Arbitrary<EmergencyAccess> =>
  fc.record({
    id: fc.constant(id),
    actorId: few('actor-psychiatrist', 'actor-ward_nurse', 'actor-social_worker'),
    kind: fc.constantFrom(...EMERGENCY_KINDS),
    reason: few('Unconscious on arrival', ''),
    categories,
    openedAt: few(NOON - HOUR / 2, NOON),
    expiresAt: few(NOON, NOON + 1, NOON + HOUR / 2, NOON + HOUR),
  });

const several = <T>(make: (id: string) => fc.Arbitrary<T>, name: string, most: number): fc.Arbitrary<T[]> =>
  fc
    .integer({ min: 0, max: most })
    .chain((n) => fc.tuple(...Array.from({ length: n }, (_, i) => make(`${name}-${i}`))));

/** Well-formed facts of {@link CITIZEN} with up to three of everything. */
export const someFacts: fc.Arbitrary<CitizenFacts> = fc.record({
  citizenId: fc.constant(CITIZEN),
  consents: several(aConsent, 'consent', 3),
  blocks: several(aBlock, 'block', 2),
  relations: several(aRelation, 'relation', 3),
  representatives: several(aMandate, 'mandate', 2),
  emergencyAccesses: several(anEmergency, 'emergency', 2),
  policyVersion: fc.constant('1'),
});
