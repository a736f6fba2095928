import { type DataCategory, type Recipient, STATUTORY_BASES } from '@sammen/consent';
import { organisation, unit } from '@sammen/reference-data';
import { kitError, type SubgraphContext } from '@sammen/subgraph-kit';
import { type EntityManager, IsNull } from 'typeorm';
import { citizenErrors } from '../errors.js';
import type { RecipientInput } from '../input/consentInput.js';
import { ConsentChoice } from '../model/consentChoice.js';
import { Person } from '../model/person.js';
import { Representative } from '../model/representative.js';

/** From this age a citizen gives their own consent (sundhedsloven § 17). */
const AGE_OF_CONSENT = 15;
const LONGEST_YEARS = 5;

/** The recipients without empty axes. @throws RECIPIENT_UNKNOWN: a recipient that names nobody would match nobody */
export function recipientsOf(inputs: readonly RecipientInput[]): Recipient[] {
  return inputs.map(({ organisationId, unitId, role, actorId }) => {
    const recipient = {
      ...(organisationId && { organisationId }),
      ...(unitId && { unitId }),
      ...(role && { role }),
      ...(actorId && { actorId }),
    };
    const known = (!organisationId || organisation(organisationId) !== null) && (!unitId || unit(unitId) !== null);
    if (Object.keys(recipient).length === 0 || !known)
      throw citizenErrors('RECIPIENT_UNKNOWN', { field: 'input.recipients' });
    return recipient;
  });
}

/** @throws CONSENT_PERIOD, CONSENT_TOO_LONG; the database holds the same */
export function assertPeriod(from: Date, to: Date | null, legalBasis: string | null): void {
  if (to === null) return;
  const latest = new Date();
  latest.setFullYear(latest.getFullYear() + (legalBasis === 'HEALTH_DATA_OTHER_PURPOSE' ? 1 : LONGEST_YEARS));
  if (to <= from || to <= new Date()) throw citizenErrors('CONSENT_PERIOD', { field: 'input.validTo' });
  if (to > latest) {
    throw citizenErrors(legalBasis === 'HEALTH_DATA_OTHER_PURPOSE' ? 'CONSENT_TOO_LONG' : 'CONSENT_PERIOD', {
      field: 'input.validTo',
    });
  }
}

/** Only the citizen's own current blocks can be lifted. @throws BLOCK_UNKNOWN */
export async function assertLiftable(
  manager: EntityManager,
  citizenId: string,
  lifts: readonly string[],
): Promise<void> {
  if (lifts.length === 0) return;
  const blocks = await manager.findBy(ConsentChoice, {
    citizenId,
    effect: 'BLOCK',
    supersededAt: IsNull(),
    withdrawnAt: IsNull(),
  });
  const known = new Set(blocks.map(({ id }) => id));
  if (!lifts.every((id) => known.has(id))) throw citizenErrors('BLOCK_UNKNOWN', { field: 'input.lifts' });
}

/** @throws LAW_NOT_DECLINABLE */
export function assertDeclinable(code: string | null): void {
  if (code === null) return;
  const basis = STATUTORY_BASES.find((known) => known.code === code);
  if (basis?.citizenMayDecline !== true) throw citizenErrors('LAW_NOT_DECLINABLE', { field: 'input.declines' });
}

/**
 * Who gives the choice: the citizen from the age of 15, or a representative as far as the mandate goes.
 * @returns the mandate's id, null when the citizen gives it. @throws CITIZEN_TOO_YOUNG, MANDATE_EXCEEDED
 */
export async function mandateFor(
  manager: EntityManager,
  { actor }: SubgraphContext,
  citizenId: string,
  categories: readonly DataCategory[],
): Promise<string | null> {
  if (actor.citizenId === citizenId) {
    const person = await manager.findOneBy(Person, { citizenId });
    if (person === null) throw kitError('NOT_ALLOWED');
    const came = new Date(`${person.birthDate}T00:00:00Z`);
    came.setUTCFullYear(came.getUTCFullYear() + AGE_OF_CONSENT);
    if (came > new Date()) throw citizenErrors('CITIZEN_TOO_YOUNG');
    return null;
  }
  const now = new Date();
  const mandates = await manager.findBy(Representative, { citizenId, actorId: actor.id });
  const mandate = mandates.find(
    ({ validFrom, validTo, categories: covered }) =>
      validFrom <= now &&
      (validTo === null || validTo > now) &&
      categories.every((category) => covered.includes(category)),
  );
  if (mandate === undefined) throw citizenErrors('MANDATE_EXCEEDED', { field: 'input.categories' });
  return mandate.id;
}
