import type { Actor } from '@sammen/consent';
import { organisation, unit } from '@sammen/reference-data';
import { kitError } from '@sammen/subgraph-kit';
import { coordinationError } from '../errors.js';
import type { PersonInput } from '../input/personInput.js';
import { CareRole } from '../model/careRole.js';
import { CareSector, sectorsOfOrganisation } from '../model/careSector.js';

/** How a row names a professional. */
export interface ColumnsOfProfessional {
  readonly actorId: string | null;
  readonly personName: string | null;
  readonly role: CareRole;
  readonly organisationId: string | null;
  readonly unitId: string | null;
}

/** Roles of people who work with citizens for an organisation; the others are not named by organisation. */
const NOT_EMPLOYED: readonly CareRole[] = [
  CareRole.CITIZEN,
  CareRole.RELATIVE,
  CareRole.SUPPORT_PERSON,
  CareRole.GUARDIAN,
];

/** @throws ORGANISATION_UNKNOWN when there is no such organisation or the unit is not one of it */
export function assertWorkplace(organisationId: string, unitId: string | null | undefined, field: string): void {
  if (organisation(organisationId) === null)
    throw coordinationError('ORGANISATION_UNKNOWN', { field: `${field}.organisationId` });
  if (unitId !== null && unitId !== undefined && unit(unitId)?.organisationId !== organisationId)
    throw coordinationError('ORGANISATION_UNKNOWN', { field: `${field}.unitId` });
}

/** @throws SECTOR_NOT_OF_ORGANISATION when the organisation does not answer for the sector */
export function assertSector(organisationId: string, sector: CareSector, field: string): void {
  if (!sectorsOfOrganisation(organisationId).includes(sector))
    throw coordinationError('SECTOR_NOT_OF_ORGANISATION', { field });
}

/** The columns of a professional named in an input. @throws ORGANISATION_UNKNOWN, INVALID_INPUT */
export function columnsOf(
  person: PersonInput,
  field: string,
): ColumnsOfProfessional & { actorId: string; organisationId: string } {
  assertWorkplace(person.organisationId, person.unitId, field);
  if (NOT_EMPLOYED.includes(person.role))
    throw kitError('INVALID_INPUT', { field: `${field}.role`, message: 'That is not the role of a professional.' });
  return {
    actorId: person.actorId,
    personName: person.name,
    role: person.role,
    organisationId: person.organisationId,
    unitId: person.unitId ?? null,
  };
}

/** How the citizen stands among the parties: without a name, which is not coordination's to keep. */
export const CITIZEN_COLUMNS: ColumnsOfProfessional = {
  actorId: null,
  personName: null,
  role: CareRole.CITIZEN,
  organisationId: null,
  unitId: null,
};

/** The columns of whoever makes the request; their name is not in the token. */
export function columnsOfActor(actor: Actor): ColumnsOfProfessional {
  if (actor.role === 'CITIZEN') return CITIZEN_COLUMNS;
  return {
    actorId: actor.id,
    personName: null,
    role: (CareRole as Partial<Record<string, CareRole>>)[actor.role] ?? CareRole.OTHER,
    organisationId: actor.organisationId,
    unitId: actor.unitId,
  };
}

/** The sector that an actor contributes for. */
export function sectorOfActor(actor: Actor): CareSector {
  if (actor.organisationId === null) return CareSector.CITIZEN;
  if (actor.role === 'JOB_CONSULTANT') return CareSector.EMPLOYMENT;
  return sectorsOfOrganisation(actor.organisationId)[0] ?? CareSector.NGO;
}
