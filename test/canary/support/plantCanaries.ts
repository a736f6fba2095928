/** Rewrites a seeded system so that every row of every citizen sings. */
import type { DataCategory } from '@sammen/consent';
import pg from 'pg';
import { canaryOf, tagOf } from './canaryToken.js';
import { createMarks, type Marks } from './marks.js';
import { PLANTINGS, type Planting } from './plantings.js';
import { prepare } from './prepare.js';
import { withoutTriggers } from './withoutTriggers.js';

/** Administrator's connections, by database. */
export type Databases = Readonly<Record<string, pg.Pool>>;

/** Plants canaries everywhere and remembers what else tells whose a row is: its id, a CPR number, a birth date. */
export async function plantCanaries(databases: Databases, citizenIds: readonly string[]): Promise<Marks> {
  const marks = createMarks(citizenIds);
  await prepare(databases, citizenIds);
  for (const planting of PLANTINGS) await plant(databases[planting.database]!, planting, marks);
  await databases['citizen']!.query(
    `UPDATE person SET birth_date = date '1901-01-01' + array_position($1::uuid[], citizen_id) * 9`,
    [citizenIds],
  );
  const people = `SELECT citizen_id, birth_date::text AS value, 'IDENTITY' AS category FROM person
    UNION ALL SELECT citizen_id, number, 'CPR_NUMBER' FROM cpr_number`;
  for (const row of (await databases['citizen']!.query(people)).rows) {
    marks.addValue(row.value, tagOf(marks.indexOf(row.citizen_id), row.category as DataCategory));
  }
  for (const database of new Set(PLANTINGS.map((planting) => planting.database)))
    await learnRowIds(databases, database, marks, citizenIds);
  return marks;
}

/** Learns the ids of these citizens' rows; to be called again when rows may have been added. */
export async function learnRowIds(
  databases: Databases,
  database: string,
  marks: Marks,
  citizenIds: readonly string[],
): Promise<void> {
  const tables = PLANTINGS.filter(
    (each) => each.database === database && !['person', 'cpr_number'].includes(each.table),
  );
  const statement = tables
    .map(({ table }, n) => `SELECT ${n} AS n, citizen_id, id FROM ${table} WHERE citizen_id = ANY($1::uuid[])`)
    .join(' UNION ALL ');
  for (const { n, citizen_id, id } of (await databases[database]!.query(statement, [citizenIds])).rows) {
    const { category, idsAlsoIn = [] } = tables[n]!;
    const index = marks.indexOf(citizen_id);
    marks.addId(
      id,
      [category, ...idsAlsoIn].map((each) => tagOf(index, each)),
    );
  }
}

async function plant(pool: pg.Pool, planting: Planting, marks: Marks): Promise<void> {
  const { table, text, json = {}, lists = [] } = planting;
  const columns = [...Object.keys(text), ...Object.keys(json), ...lists];
  if (columns.length === 0) return;
  const { rows } = await pool.query(`SELECT ctid::text, citizen_id, ${columns.join(', ')} FROM ${table}`);
  if (rows.length === 0) return;
  const changed = rows.map((row) => ({ ctid: row.ctid, ...cellsOf(row, planting, marks.indexOf(row.citizen_id)) }));
  const types = [
    ...Object.keys(text).map((name) => `${name} text`),
    ...Object.keys(json).map((name) => `${name} jsonb`),
    ...lists.map((name) => `${name} text[]`),
  ];
  await withoutTriggers(pool, (client) =>
    client.query(
      `UPDATE ${table} SET ${columns.map((name) => `${name} = new.${name}`).join(', ')}
       FROM jsonb_to_recordset($1::jsonb) AS new(ctid tid, ${types.join(', ')}) WHERE ${table}.ctid = new.ctid`,
      [JSON.stringify(changed)],
    ),
  );
}

function cellsOf(row: Record<string, unknown>, planting: Planting, index: number): Record<string, unknown> {
  const { text, json = {}, lists = [], keepsEmpty = [], category } = planting;
  const isEmpty = (name: string): boolean =>
    row[name] === null && (keepsEmpty.includes(name) || name === 'person_name');
  const canary = (own: DataCategory | null = null): string => canaryOf(index, own ?? category);
  return {
    ...Object.fromEntries(
      Object.entries(text).map(([name, own]) => [name, isEmpty(name) ? null : fitting(name, canary(own))]),
    ),
    ...Object.fromEntries(Object.entries(json).map(([name, keys]) => [name, inside(row[name], keys, canary)])),
    ...Object.fromEntries(lists.map((name) => [name, (row[name] as unknown[]).map(() => canary())])),
  };
}

/** A diagnosis code has to look like one. */
const fitting = (column: string, canary: string): string => (column === 'sks_code' ? `DF20${canary}` : canary);

function inside(value: unknown, keys: readonly string[], canary: () => string): unknown {
  if (Array.isArray(value)) return value.map((item) => inside(item, keys, canary));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [
      key,
      keys.includes(key) && typeof item === 'string' ? canary() : inside(item, keys, canary),
    ]),
  );
}
