import { type DataCategory, type Purpose, type Recipient, SECTOR_OF_CATEGORY, STATUTORY_BASES } from '@sammen/consent';
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
const CLOCKS_DIFFER_MS = 5 * 60_000;

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

/** What decides how long a choice may last. */
export interface Lasting {
  readonly effect: 'CONSENT' | 'BLOCK';
  readonly validFrom: Date;
  readonly validTo: Date | null;
  readonly categories: readonly DataCategory[];
  readonly purposes: readonly Purpose[];
  readonly legalBasis: string | null;
}

/**
 * Half-open and in the future, and no longer than the law lets it: by what is said in it as much as by the law that it
 * is given under. The database holds the same. @throws CONSENT_PERIOD, CONSENT_TOO_LONG
 */
export function assertPeriod(choice: Lasting): void {
  const { effect, validFrom, validTo } = choice;
  if (validTo === null) {
    if (effect === 'CONSENT') throw citizenErrors('CONSENT_PERIOD', { field: 'input.validTo' });
    return;
  }
  const isShort = effect === 'CONSENT' && isHealthForAnotherPurpose(choice);
  const latest = new Date();
  latest.setFullYear(latest.getFullYear() + (isShort ? 1 : LONGEST_YEARS));
  if (validTo <= validFrom || validTo <= new Date()) throw citizenErrors('CONSENT_PERIOD', { field: 'input.validTo' });
  if (validTo > latest)
    throw citizenErrors(isShort ? 'CONSENT_TOO_LONG' : 'CONSENT_PERIOD', { field: 'input.validTo' });
}

/** Health data passed on for another purpose than treatment (sundhedsloven §§ 43-44). */
function isHealthForAnotherPurpose({ categories, purposes, legalBasis }: Lasting): boolean {
  return (
    legalBasis === 'HEALTH_DATA_OTHER_PURPOSE' ||
    (categories.some((category) => SECTOR_OF_CATEGORY[category] === 'PSYCHIATRY') &&
      purposes.some((purpose) => purpose !== 'TREATMENT'))
  );
}

/** A choice counts from when it is recorded, so it never begins before; clocks may differ a little. @throws CONSENT_BACKDATED */
export function assertNotBackDated(validFrom: Date): void {
  if (validFrom.getTime() < Date.now() - CLOCKS_DIFFER_MS)
    throw citizenErrors('CONSENT_BACKDATED', { field: 'input.validFrom' });
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
 * Who gives the choice: the citizen from the age of 15, or a representative as far as the mandate goes. A parent's ends
 * where the citizen's own begins, also when nobody has written that down.
 * @returns the mandate's id, null when the citizen gives it. @throws CITIZEN_TOO_YOUNG, MANDATE_EXCEEDED
 */
export async function mandateFor(
  manager: EntityManager,
  { actor }: SubgraphContext,
  citizenId: string,
  categories: readonly DataCategory[],
): Promise<string | null> {
  const person = await manager.findOneBy(Person, { citizenId });
  if (person === null) throw kitError('NOT_ALLOWED');
  const isOfAge = isAged(person.birthDate, AGE_OF_CONSENT);
  if (actor.citizenId === citizenId) {
    if (!isOfAge) throw citizenErrors('CITIZEN_TOO_YOUNG', { field: 'input.citizenId' });
    return null;
  }
  const now = new Date();
  const mandates = await manager.findBy(Representative, { citizenId, actorId: actor.id });
  const mandate = mandates.find(
    ({ kind, validFrom, validTo, categories: covered }) =>
      !(kind === 'PARENT' && isOfAge) &&
      validFrom <= now &&
      (validTo === null || validTo > now) &&
      categories.every((category) => covered.includes(category)),
  );
  if (mandate === undefined) throw citizenErrors('MANDATE_EXCEEDED', { field: 'input.categories' });
  return mandate.id;
}

function isAged(birthDate: string, years: number): boolean {
  const came = new Date(`${birthDate}T00:00:00Z`);
  came.setUTCFullYear(came.getUTCFullYear() + years);
  return came <= new Date();
}
