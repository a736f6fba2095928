/**
 * The filter of a list as a condition on the citizen `p.citizen_id` of a statement: what `decide` would say of each, said
 * by the database. Every value goes in as a parameter; the text depends on the shape of the filter alone.
 */
import type { Condition, Filter, Where } from '@sammen/consent';
import { FACT_TABLES, ms } from '../decision/factTables.js';

/** Takes a value and gives its place in the statement, such as `$3::text`. */
export type Bind = (value: unknown, type: string) => string;

const AT = ms('statement_timestamp()');
/** What counts as blank in a reason, in JavaScript: white space, line ends and the byte order mark. */
const BLANKS =
  '\t\n\v\f\r \u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\ufeff';

/** The condition; never null, so that it can be negated. */
export function filterSql(filter: Filter, bind: Bind): string {
  switch (filter.op) {
    case 'ANY':
      return joined(filter.of, ' OR ', 'false', bind);
    case 'ALL':
      return joined(filter.of, ' AND ', 'true', bind);
    case 'NOT':
      return `NOT ${filterSql(filter.filter, bind)}`;
    case 'CITIZEN':
      return `coalesce(p.citizen_id::text = ${bind(filter.citizenId, 'text')}, false)`;
    case 'DURING':
      return within(bind(filter.from, 'float8'), bind(filter.to, 'float8'));
    case 'HAS_ROW':
      return exists(filter.list, filter.where, bind);
    case 'IS_BLOCKED': {
      const lifts = exists('consents', filter.lifts as Where, bind, (consent) => [
        `b.id = ANY(${consent['lifts']})`,
        `${consent['recordedAt']} >= ${ms('b.recorded_at')}`,
      ]);
      return exists('blocks', filter.blocks as Where, bind, () => [`NOT ${lifts}`], 'b');
    }
  }
}

function joined(filters: readonly Filter[], word: string, none: string, bind: Bind): string {
  const parts = filters.map((filter) => filterSql(filter, bind)).filter((part) => part !== none);
  return parts.length === 0 ? none : `(${parts.join(word)})`;
}

/** The columns of rows that are called `b`, beside others that are called `f`. */
const COLUMNS_OF_B = Object.fromEntries(
  Object.entries(FACT_TABLES).map(([list, { columns }]) => [
    list,
    Object.fromEntries(Object.entries(columns).map(([field, column]) => [field, column.replaceAll(/\bf\./g, 'b.')])),
  ]),
) as Readonly<Record<keyof typeof FACT_TABLES, Readonly<Record<string, string>>>>;

/** Whether the citizen has a row in the list that meets the conditions, and what `more` says of its columns. */
function exists(
  list: keyof typeof FACT_TABLES,
  where: Where,
  bind: Bind,
  more: (columns: Readonly<Record<string, string>>) => readonly string[] = () => [],
  name: 'f' | 'b' = 'f',
): string {
  const { rows, columns } = FACT_TABLES[list];
  const named = name === 'b' ? COLUMNS_OF_B[list] : columns;
  const conditions = [...where.map((condition) => conditionSql(condition, named, bind)), ...more(named)];
  return `EXISTS (SELECT FROM (${rows}) ${name} WHERE ${conditions.join(' AND ')})`;
}

function conditionSql(condition: Condition, columns: Readonly<Record<string, string>>, bind: Bind): string {
  /** A field that the table does not have stops the statement, rather than letting everybody through. INVARIANT I-4 */
  const column = (field: string): string => columns[field]!;
  switch (condition.test) {
    case 'IS':
      return `${column(condition.field)} = ${bind(condition.value, 'text')}`;
    case 'IS_ONE_OF':
      return `${column(condition.field)} = ANY(${bind(condition.values, 'text[]')})`;
    case 'IS_UNSET_OR':
      return `(${column(condition.field)} IS NULL OR ${column(condition.field)} = ${bind(condition.value, 'text')})`;
    case 'HAS':
      return `${bind(condition.value, 'text')} = ANY(${column(condition.field)})`;
    case 'IS_EMPTY_OR_HAS': {
      const list = column(condition.field);
      return `(cardinality(${list}) = 0 OR ${bind(condition.value, 'text')} = ANY(${list}))`;
    }
    case 'HOLDS':
      return within(column(condition.from), column(condition.to));
    case 'LASTS_AT_MOST':
      return `${column(condition.to)} - ${column(condition.from)} <= ${bind(condition.ms, 'float8')}`;
    case 'IS_NOT_BLANK':
      return `btrim(${column(condition.field)}, ${bind(BLANKS, 'text')}) <> ''`;
    case 'IS_UNSET_OR_WORKS_IN': {
      const [theirs, own] = [column(condition.field), bind(condition.unitId, 'text')];
      return `(${theirs} IS NULL OR ${theirs} = ${own} OR starts_with(${own}, ${theirs} || '/') OR starts_with(${theirs}, ${own} || '/'))`;
    }
    case 'MEANS': {
      const { organisationId, role, id: actorId, unitId } = condition.actor;
      const own = bind(unitId, 'text');
      // Whatever else it names is a part of what the actor is; to name nothing is to mean nobody.
      const names = bind({ organisationId, role, actorId }, 'jsonb');
      return `EXISTS (SELECT FROM jsonb_array_elements(${column(condition.field)}) AS r WHERE r <> '{}' AND r - 'unitId' <@ ${names}
        AND (NOT r ? 'unitId' OR r ->> 'unitId' = ${own} OR starts_with(${own}, (r ->> 'unitId') || '/')))`;
    }
  }
}

function within(from: string, to: string): string {
  return `(${from} <= ${AT} AND (${to} IS NULL OR ${AT} < ${to}))`;
}

/**
 * The same for a filter that lets through whoever passes any of many: those that ask the same and differ in values only,
 * as those of several categories do, are asked once, over a table of the values. So the statement stays short enough to
 * be planned in no time.
 */
export function anyFilterSql(filters: readonly Filter[], bind: Bind): string {
  const shapes = new Map<string, { readonly types: readonly string[]; readonly rows: unknown[] }>();
  for (const filter of filters) {
    const types: string[] = [];
    const row: Record<string, unknown> = {};
    const places = new Map<string, string>();
    const text = filterSql(filter, (value, type) => {
      const key = `${type} ${JSON.stringify(value)}`;
      let name = places.get(key);
      if (name === undefined) {
        name = `v${types.push(type)}`;
        places.set(key, name);
        row[name] = value;
      }
      return `c.${name}`;
    });
    const shape = shapes.get(text) ?? { types, rows: [] };
    shape.rows.push(row);
    shapes.set(text, shape);
  }
  shapes.delete('false');
  const parts = [...shapes].map(([text, { types, rows }]) =>
    types.length === 0
      ? text
      : `EXISTS (SELECT FROM jsonb_to_recordset(${bind(rows, 'jsonb')}) AS c(${types.map((type, n) => `v${n + 1} ${type}`).join(', ')})
           WHERE ${text})`,
  );
  return parts.length === 0 ? 'false' : `(${parts.join(' OR ')})`;
}

/** Values for the places that {@link filterSql} makes; places begin after `taken`. */
export function createBinder(taken: number): { readonly bind: Bind; readonly values: unknown[] } {
  const values: unknown[] = [];
  return {
    values,
    bind(value, type) {
      values.push(type === 'jsonb' ? JSON.stringify(value) : value);
      return `$${taken + values.length}::${type}`;
    },
  };
}
