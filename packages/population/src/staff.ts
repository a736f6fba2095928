/** Staff are made from their unit and number alone, so any sector can name a colleague of another without asking. */
import { unit } from '@sammen/reference-data';
import { keyOf } from './core/identifiers.js';
import { streamOf, topic } from './core/random.js';
import { placeOf } from './data/places.js';
import { FAMILY_NAMES, FEMALE_NAMES, MALE_NAMES } from './data/names.js';

/** Somebody who works for an organisation. */
export interface StaffMember {
  /** `staff-<unit or organisation id, / as .>-<n>`. */
  readonly actorId: string;
  readonly name: string;
  readonly organisationId: string;
  /** Null for those who work for the organisation as a whole. */
  readonly unitId: string | null;
}

const NAME = topic('staff name');
const known = new Map<string, StaffMember[]>();

/** The `number`-th member of a unit's (or organisation's) staff. Remembered: staff are few, their patients many. */
export function staffOf(unitOrOrganisationId: string, number: number): StaffMember {
  let members = known.get(unitOrOrganisationId);
  if (members === undefined) known.set(unitOrOrganisationId, (members = []));
  return (members[number] ??= makeMember(unitOrOrganisationId, number));
}

function makeMember(unitOrOrganisationId: string, number: number): StaffMember {
  const actorId = `staff-${unitOrOrganisationId.replaceAll('/', '.')}-${number}`;
  const random = streamOf(keyOf(actorId), NAME);
  const given = random.pick(random.chance(0.65) ? FEMALE_NAMES : MALE_NAMES);
  return {
    actorId,
    name: `${given} ${random.pick(FAMILY_NAMES)}`,
    organisationId: organisationIdOf(unitOrOrganisationId),
    unitId: unit(unitOrOrganisationId) === null ? null : unitOrOrganisationId,
  };
}

/** The organisation that a unit's id begins with. */
export function organisationIdOf(unitOrOrganisationId: string): string {
  const slash = unitOrOrganisationId.indexOf('/');
  return slash === -1 ? unitOrOrganisationId : unitOrOrganisationId.slice(0, slash);
}

/** How many work in a municipal unit: grows with the municipality, never with the size of the population. */
export function municipalStaffCount(municipalityCode: string): number {
  return Math.max(3, Math.min(42, Math.round(placeOf(municipalityCode).weight / 5)));
}
