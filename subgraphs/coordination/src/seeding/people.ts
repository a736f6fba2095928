import { createHash } from 'node:crypto';
import type { CareTeamMemberRecord, CaseRecord } from '@sammen/population';
import type { CopyValue } from '@sammen/subgraph-kit';
import { CareRole } from '../model/careRole.js';
import { CareSector, sectorsOfOrganisation } from '../model/careSector.js';

/** How the population's people stand in the tables of coordination. */

/** The id of a row that the population has no record of; follows from the id of the one it belongs to. */
export function derivedId(parentId: string, what: string): string {
  const hex = createHash('sha256').update(`${parentId} ${what}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** The moment at which things of a day happen. */
export function startOf(day: string): string {
  return `${day}T00:00:00Z`;
}

/** The sector that somebody answers for here: a job centre is a function of a municipality, not a sector of its own there. */
export function careSectorOf(organisationId: string | null, role: string): CareSector {
  if (organisationId === null) return CareSector.CITIZEN;
  if (role === 'JOB_CONSULTANT') return CareSector.EMPLOYMENT;
  return sectorsOfOrganisation(organisationId)[0] ?? CareSector.NGO;
}

/** Somebody as any record of the population names them. */
export interface SeededPerson {
  readonly actorId: string;
  readonly name: string;
  readonly role: string;
  readonly organisationId: string;
  readonly unitId: string | null;
}

/** Columns that name a professional. */
export function personCells({ actorId, name, role, organisationId, unitId }: SeededPerson): Record<string, CopyValue> {
  const known = (CareRole as Partial<Record<string, CareRole>>)[role] ?? CareRole.OTHER;
  return { actor_id: actorId, person_name: name, role: known, organisation_id: organisationId, unit_id: unitId };
}

/** Columns that name the citizen. */
export const CITIZEN_CELLS: Record<string, CopyValue> = { role: CareRole.CITIZEN };

/** Everybody around a citizen, to be found by actor id. */
export interface Circle {
  /** Who the citizen is when signed in. */
  readonly citizenActorId: string;
  /** Whoever was key manager on a day. */
  keyManagerOn(day: string): SeededPerson;
  /** The person with this actor id; the first key manager when nobody around the citizen has it. */
  person(actorId: string): SeededPerson;
}

/** The circle of a case. */
export function circleOf(of: CaseRecord, team: readonly CareTeamMemberRecord[], citizenActorId: string): Circle {
  const managers = of.keyManagers.map((each) => ({ ...each, role: 'KEY_MANAGER' }));
  const first = managers[0]!;
  return {
    citizenActorId,
    keyManagerOn: (day) => managers.findLast(({ validFrom }) => validFrom <= day) ?? first,
    person: (actorId) =>
      team.find((each) => each.actorId === actorId) ?? managers.find((each) => each.actorId === actorId) ?? first,
  };
}
