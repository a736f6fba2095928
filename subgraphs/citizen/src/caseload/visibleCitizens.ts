/** Whom an actor knows and may see anything of, in the order of ids: found, filtered and paged by one statement. */
import { type Actor, DATA_CATEGORIES, type Purpose, RELATIONS_OF_ROLE, accessFilter } from '@sammen/consent';
import type { DataSource } from 'typeorm';
import { type Bind, anyFilterSql, createBinder } from './filterSql.js';

const LIVE = `valid_from <= now() AND (valid_to IS NULL OR valid_to > now())`;
const UNIT = `coalesce(unit_id, '')`;

/**
 * The units are found by leaping from one to the next in the index, and each gives its first ones who may be seen, from
 * indexes that hold them in the order of citizens: what a page costs does not depend on how many people a department
 * treats. A relation that names a person is that person's alone. Who works nowhere is asked about mandates only.
 */
function knownBy({ id, organisationId, unitId, role }: Actor, bind: Bind, each: string): string {
  const actor = bind(id, 'text');
  const found = [
    `(SELECT DISTINCT citizen_id FROM representative p WHERE actor_id = ${actor} AND ${LIVE} AND ${each})`,
  ];
  if (organisationId === null) return `WITH found AS (${found[0]})`;
  const own = bind(organisationId, 'text');
  /** Relations that name no person; where a citizen lives makes nobody known to anybody. A whole organisation's have no unit. */
  const ofUnits = `organisation_id = ${own} AND actor_id IS NULL AND kind <> 'RESIDENT_MUNICIPALITY'`;
  const above = bind(['', ...unitsAbove(unitId)], 'text[]');
  // Never the beginning of a unit's id when there is none to work in.
  const below = bind(unitId === null ? '/' : `${unitId}/`, 'text');
  found.push(
    `SELECT of_unit.citizen_id FROM known CROSS JOIN LATERAL (
      SELECT DISTINCT citizen_id FROM care_relation p WHERE ${ofUnits} AND ${UNIT} = known.unit AND ${LIVE} AND ${each}
    ) of_unit WHERE known.unit = ANY(${above}) OR starts_with(known.unit, ${below})`,
    `(SELECT DISTINCT citizen_id FROM care_relation p WHERE actor_id = ${actor} AND organisation_id = ${own} AND ${LIVE} AND ${each})`,
  );
  if (RELATIONS_OF_ROLE[role]?.reach === 'ORGANISATION')
    found.push(`(SELECT DISTINCT citizen_id FROM care_relation p
       WHERE organisation_id = ${own} AND kind <> 'RESIDENT_MUNICIPALITY' AND ${LIVE} AND ${each})`);
  return `WITH RECURSIVE known (unit) AS (
    SELECT min(${UNIT}) FROM care_relation WHERE ${ofUnits}
    UNION ALL
    SELECT (SELECT min(${UNIT}) FROM care_relation WHERE ${ofUnits} AND ${UNIT} > known.unit)
    FROM known WHERE known.unit IS NOT NULL
  ), found AS (${found.join(' UNION ALL ')})`;
}

const FIRST_ID = '00000000-0000-0000-0000-000000000000';

/** Who asks, what for, and where the facts are. */
export interface Asker {
  readonly actor: Actor;
  readonly purpose: Purpose;
  readonly database: Pick<DataSource, 'query'>;
}

/** A statement whose first values are yet to come. */
interface Prepared {
  readonly sql: string;
  readonly values: readonly unknown[];
}

/** Both statements for one actor and purpose: they hang on nothing else, and are long. */
interface CaseloadStatements {
  /** After `from` and `limit`. */
  readonly page: Prepared;
  readonly count: Prepared;
}

/** For as long as the actor's token is remembered. */
const written = new WeakMap<Actor, Map<Purpose, CaseloadStatements>>();

function statementsFor({ actor, purpose }: Asker): CaseloadStatements {
  const ofActor = written.get(actor) ?? new Map<Purpose, CaseloadStatements>();
  let statements = ofActor.get(purpose);
  if (statements === undefined) {
    statements = { page: pageStatement(actor, purpose), count: countStatement(actor, purpose) };
    written.set(actor, ofActor.set(purpose, statements));
  }
  return statements;
}

function pageStatement(actor: Actor, purpose: Purpose): Prepared {
  const { bind, values } = createBinder(2);
  const each = `citizen_id >= $1::uuid AND ${mayBeSeen(actor, purpose, bind)} ORDER BY citizen_id LIMIT $2::int`;
  const sql = `${knownBy(actor, bind, each)} SELECT DISTINCT citizen_id FROM found ORDER BY citizen_id LIMIT $2::int`;
  return { sql, values };
}

function countStatement(actor: Actor, purpose: Purpose): Prepared {
  const { bind, values } = createBinder(0);
  const sql = `${knownBy(actor, bind, 'true')} SELECT count(*)::int AS count FROM (SELECT DISTINCT citizen_id FROM found) p
     WHERE ${mayBeSeen(actor, purpose, bind)}`;
  return { sql, values };
}

/** The first `limit` of them from `from` on, by id. */
export async function visibleCitizens(asker: Asker, from: string | null, limit: number): Promise<string[]> {
  const { sql, values } = statementsFor(asker).page;
  const rows: { citizen_id: string }[] = await asker.database.query(sql, [from ?? FIRST_ID, limit, ...values]);
  return rows.map(({ citizen_id }) => citizen_id);
}

/** How many there are. */
export async function countVisibleCitizens(asker: Asker): Promise<number> {
  const { sql, values } = statementsFor(asker).count;
  const [row]: { count: number }[] = await asker.database.query(sql, [...values]);
  return row!.count;
}

/** A citizen who exists, and of whom the rules permit at least one category. */
function mayBeSeen(actor: Actor, purpose: Purpose, bind: Bind): string {
  const filters = DATA_CATEGORIES.map((category) => accessFilter(actor, purpose, [category]));
  const seen = anyFilterSql(filters, bind);
  return `EXISTS (SELECT FROM person WHERE person.citizen_id = p.citizen_id) AND ${seen}`;
}

/** A relation with a department holds for its wards, and who belongs to the department works on all of them. */
function unitsAbove(unitId: string | null): string[] {
  if (unitId === null) return [];
  const parts = unitId.split('/');
  return parts.map((_, i) => parts.slice(0, i + 1).join('/')).slice(1);
}
