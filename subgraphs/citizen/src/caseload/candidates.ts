/** Whom an actor knows, in the order of ids and a little at a time, from indexes that hold them in that order already. */
import { type Actor, RELATIONS_OF_ROLE } from '@sammen/consent';
import type { DataSource } from 'typeorm';

const LIVE = `valid_from <= now() AND (valid_to IS NULL OR valid_to > now())`;
/** Relations that name no person; where a citizen lives makes nobody known to anybody. A whole organisation's have no unit. */
const OF_UNITS = `organisation_id = $3 AND actor_id IS NULL AND kind <> 'RESIDENT_MUNICIPALITY'`;
const UNIT = `coalesce(unit_id, '')`;
const NEXT = `citizen_id >= $6::uuid ORDER BY citizen_id LIMIT $7`;

/**
 * The units are found by leaping from one to the next in the index, and each gives its first ones: what a page costs
 * does not depend on how many people a department treats. A relation that names a person is that person's alone.
 */
const STATEMENT = `
  WITH RECURSIVE known (unit) AS (
    SELECT min(${UNIT}) FROM care_relation WHERE ${OF_UNITS}
    UNION ALL
    SELECT (SELECT min(${UNIT}) FROM care_relation WHERE ${OF_UNITS} AND ${UNIT} > known.unit)
    FROM known WHERE known.unit IS NOT NULL
  ), found AS (
    SELECT of_unit.citizen_id FROM known CROSS JOIN LATERAL (
      SELECT DISTINCT citizen_id FROM care_relation WHERE ${OF_UNITS} AND ${UNIT} = known.unit AND ${LIVE} AND ${NEXT}
    ) of_unit WHERE known.unit = ANY($2::text[]) OR starts_with(known.unit, $4)
    UNION ALL
    (SELECT DISTINCT citizen_id FROM care_relation WHERE actor_id = $1 AND organisation_id = $3 AND ${LIVE} AND ${NEXT})
    UNION ALL
    (SELECT DISTINCT citizen_id FROM care_relation
       WHERE $5::boolean AND organisation_id = $3 AND kind <> 'RESIDENT_MUNICIPALITY' AND ${LIVE} AND ${NEXT})
    UNION ALL
    (SELECT DISTINCT citizen_id FROM representative WHERE actor_id = $1 AND ${LIVE} AND ${NEXT})
  )
  SELECT DISTINCT citizen_id FROM found ORDER BY citizen_id LIMIT $7`;

const FIRST_ID = '00000000-0000-0000-0000-000000000000';

/** Ids of citizens whom the actor has a live relation or mandate with: at most `limit` from `from` on, by id. */
export async function candidates(
  database: DataSource,
  actor: Actor,
  from: string | null,
  limit: number,
): Promise<string[]> {
  const rows: { citizen_id: string }[] = await database.query(STATEMENT, [
    actor.id,
    ['', ...unitsAbove(actor.unitId)],
    actor.organisationId,
    // Never the beginning of a unit's id when there is none to work in.
    actor.unitId === null ? '/' : `${actor.unitId}/`,
    RELATIONS_OF_ROLE[actor.role]?.reach === 'ORGANISATION',
    from ?? FIRST_ID,
    limit,
  ]);
  return rows.map(({ citizen_id }) => citizen_id);
}

/** A relation with a department holds for its wards, and who belongs to the department works on all of them. */
function unitsAbove(unitId: string | null): string[] {
  if (unitId === null) return [];
  const parts = unitId.split('/');
  return parts.map((_, i) => parts.slice(0, i + 1).join('/')).slice(1);
}
