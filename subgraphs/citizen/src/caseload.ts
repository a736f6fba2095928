import {
  type Actor,
  type CitizenFacts,
  DATA_CATEGORIES,
  type Instant,
  type Purpose,
  RELATIONS_OF_ROLE,
  decide,
} from '@sammen/consent';
import {
  type Citizen,
  type Connection,
  type PageArguments,
  type SubgraphContext,
  citizenReference,
  kitError,
  pageRequest,
} from '@sammen/subgraph-kit';
import type { DataSource } from 'typeorm';
import { readFacts } from './decision/readFacts.js';
import { CitizenConnection } from './model/connections.js';

/** A caseload beyond this is refused rather than cut short; a team of 400 clients is the largest we know of. */
const LARGEST_CASELOAD = 2_000;

/** Everybody an actor has a live relation or mandate with. A relation that names a person is that person's alone. */
const CANDIDATES = `
  SELECT citizen_id FROM care_relation
  WHERE (valid_to IS NULL OR valid_to > now()) AND valid_from <= now() AND kind <> 'RESIDENT_MUNICIPALITY'
    AND organisation_id = $3
    AND (actor_id = $1 OR $5::boolean OR (actor_id IS NULL AND (unit_id IS NULL OR unit_id = ANY($2::text[]) OR unit_id LIKE $4)))
  UNION
  SELECT citizen_id FROM representative WHERE actor_id = $1 AND valid_from <= now() AND (valid_to IS NULL OR valid_to > now())
  ORDER BY citizen_id LIMIT ${LARGEST_CASELOAD + 1}`;

/**
 * A page of the actor's caseload. Deciding who is in it delivers nothing but opaque ids of people whom the
 * actor is in a relation with; what is then read of them is granted and logged like everything else.
 */
export async function caseloadPage(
  page: PageArguments,
  { actor, purpose, database }: SubgraphContext,
): Promise<Connection<Citizen>> {
  const { first, afterId } = pageRequest(page);
  const visible = await visibleCitizens(database, actor, purpose);
  const start = afterId === null ? 0 : visible.indexOf(afterId) + 1;
  if (afterId !== null && start === 0) throw kitError('INVALID_CURSOR', { field: 'after' });
  return CitizenConnection.of({
    rows: visible.slice(start, start + first).map(citizenReference),
    hasNextPage: start + first < visible.length,
    count: () => visible.length,
  });
}

async function visibleCitizens(database: DataSource, actor: Actor, purpose: Purpose): Promise<string[]> {
  const rows: { citizen_id: string }[] = await database.query(CANDIDATES, [
    actor.id,
    unitsAbove(actor.unitId),
    actor.organisationId,
    // A unit's id is made of plain words, so nothing in it is a wildcard but the end.
    actor.unitId === null ? '' : `${actor.unitId}/%`,
    RELATIONS_OF_ROLE[actor.role]?.reach === 'ORGANISATION',
  ]);
  if (rows.length > LARGEST_CASELOAD) throw kitError('LIST_TOO_LARGE');
  const { at, facts } = await readFacts(
    database.manager,
    rows.map(({ citizen_id }) => citizen_id),
  );
  return rows.map(({ citizen_id }) => citizen_id).filter((id) => seesAnything(actor, purpose, facts.get(id), at));
}

function seesAnything(actor: Actor, purpose: Purpose, facts: CitizenFacts | undefined, at: Instant): boolean {
  if (facts === undefined) return false;
  const { citizenId } = facts;
  return DATA_CATEGORIES.some(
    (category) => decide({ actor, purpose, citizenId, category, at }, facts).effect === 'PERMIT',
  );
}

/** A relation with a department holds for its wards, and who belongs to the department works on all of them. */
function unitsAbove(unitId: string | null): string[] {
  if (unitId === null) return [];
  const parts = unitId.split('/');
  return parts.map((_, i) => parts.slice(0, i + 1).join('/')).slice(1);
}
