/** Counting happens in the database: what comes back are the cells of the fixed tables, however many citizens there are. */
import { type Area, type CountedCell, type Measure as Family, countedTables } from '@sammen/statistics';
import type { EntityManager } from 'typeorm';
import { groupBy } from './groupBy.js';
import { type Measure, OTHER_KIND } from './measure.js';
import type { Quarter } from './quarters.js';
import { AGE_BOUNDS, AGE_GROUPS, AMOUNT, GENDERS, PART_VALUES } from './tables.js';

/** The quarters as a table that a measure's SQL can join; days begin at midnight in Denmark. */
export const QUARTER_SQL = `quarter AS (
  SELECT period, first_day, next_day, first_day::timestamp AT TIME ZONE 'Europe/Copenhagen' AS begins,
    next_day::timestamp AT TIME ZONE 'Europe/Copenhagen' AS ends
  FROM unnest($1::text[], $2::date[], $3::date[]) AS q (period, first_day, next_day))`;

/** The parameters of {@link QUARTER_SQL}. */
export function quarterParameters(quarters: readonly Quarter[]): string[][] {
  return [
    quarters.map(({ period }) => period),
    quarters.map(({ firstDay }) => firstDay),
    quarters.map(({ nextDay }) => nextDay),
  ];
}

/** Columns of what was counted, by the names that keys of cells have. */
const COLUMNS: Readonly<Record<string, string>> = { ageGroup: 'age' };

/** Dimensions of which one citizen can have several values in a quarter. */
const OF_EVENTS = ['kind', 'part'] as const;

/** Columns of the answer that a cell is named by, and their types. */
const NAMES = {
  region: 'text',
  municipality: 'text',
  age: 'int',
  gender: 'text',
  kind: 'text',
  part: 'boolean',
} as const;

/** One citizen is one row before anything is counted, so citizens are counted without comparing ids. */
function countSql(tables: readonly (readonly string[])[]): string {
  const sets = tables.map((names) => names.map((name) => COLUMNS[name] ?? name));
  const told = [...new Set(sets.flat())];
  const columns = Object.entries(NAMES).map(([name, type]) =>
    told.includes(name) ? name : `NULL::${type} AS ${name}`,
  );
  const citizen = ['period', 'citizen_id', ...told].join(', ');
  return `
    SELECT period, ${columns.join(', ')},
      sum(units)::float8 AS count, count(*)::int AS people, sum(amount)::float8 AS amount, max(amount)::float8 AS largest
    FROM (SELECT ${citizen}, sum(units) AS units, sum(amount) AS amount FROM counted GROUP BY ${citizen}) AS citizen
    GROUP BY GROUPING SETS (${sets.map((names) => `(${['period', ...names].join(', ')})`).join(', ')})`;
}

function cellsSql(measure: Measure, family: Family): string {
  const tables = countedTables(family).map(({ names }) => names);
  const levels = groupBy(tables, (names) => OF_EVENTS.filter((name) => names.includes(name)).join());
  return `
    WITH ${QUARTER_SQL}, event AS MATERIALIZED (${measure.events}),
    told AS (
      SELECT period, citizen_id, units, amount, ${measure.part === undefined ? 'NULL::boolean AS part' : 'part'},
        CASE WHEN kind = ANY ($4::text[]) THEN kind WHEN '${OTHER_KIND.code}' = ANY ($4::text[]) THEN '${OTHER_KIND.code}' END AS kind
      FROM event WHERE units > 0),
    counted AS (
      SELECT t.period, t.citizen_id, t.kind, t.part, t.units, t.amount, place.region, p.municipality, p.gender,
        width_bucket(left(t.period, 4)::int - p.birth_year, $5::int[]) AS age
      FROM told t JOIN statistic_person p USING (citizen_id)
      JOIN unnest($6::text[], $7::text[], $8::text[]) AS place (period, municipality, region)
        ON place.period = t.period AND place.municipality = p.municipality
      WHERE p.gender = ANY ($9::text[]) AND t.kind IS NOT NULL)
    ${[...levels.values()].map(countSql).join(' UNION ALL ')}`;
}

interface CellRow {
  readonly period: string;
  readonly region: string | null;
  readonly municipality: string | null;
  readonly age: number | null;
  readonly gender: string | null;
  readonly kind: string | null;
  readonly part: boolean | null;
  readonly count: number;
  readonly people: number;
  readonly amount: number;
  readonly largest: number;
}

/** Counts a measure in these quarters, among those who may be counted. @returns by period; cells of nobody are left out */
export async function countCells(
  manager: EntityManager,
  measure: Measure,
  family: Family,
  quarters: readonly Quarter[],
  areasOf: (quarter: Quarter) => readonly Area[],
): Promise<ReadonlyMap<string, readonly CountedCell[]>> {
  const places = quarters.flatMap((quarter) => areasOf(quarter).map((place) => ({ ...place, period: quarter.period })));
  const rows: CellRow[] = await manager.query(cellsSql(measure, family), [
    ...quarterParameters(quarters),
    measure.kinds.map(({ code }) => code),
    [...AGE_BOUNDS],
    places.map(({ period }) => period),
    places.map(({ municipality }) => municipality),
    places.map(({ region }) => region),
    [...GENDERS],
  ]);
  const cells = new Map<string, CountedCell[]>(quarters.map(({ period }) => [period, []]));
  for (const row of rows) cells.get(row.period)!.push(cellOf(measure, row));
  return cells;
}

function cellOf({ unit }: Measure, row: CellRow): CountedCell {
  const key = {
    region: row.region,
    municipality: row.municipality,
    ageGroup: row.age === null ? null : AGE_GROUPS[row.age]!,
    gender: row.gender,
    kind: row.kind,
    part: row.part === null ? null : PART_VALUES[row.part ? 0 : 1],
  };
  return {
    key: Object.fromEntries(Object.entries(key).filter((entry): entry is [string, string] => entry[1] !== null)),
    count: row.count,
    people: row.people,
    ...(unit === 'COUNT' ? {} : { sums: { [AMOUNT]: row.amount }, largest: { [AMOUNT]: row.largest } }),
  };
}
