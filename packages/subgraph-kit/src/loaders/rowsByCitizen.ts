import DataLoader from 'dataloader';
import { Any, type DataSource, type EntityTarget, type FindOptionsOrder, type FindOptionsWhere } from 'typeorm';

/** A row of a table that belongs to a citizen. */
export interface CitizenRow {
  readonly citizenId: string;
  readonly id: string;
}

/** A citizen's row, by its whole key. */
export type RowKey = Readonly<{ citizenId: string; id: string }>;

const keyOf = ({ citizenId, id }: RowKey): string => `${citizenId}:${id}`;

/** All rows of each citizen, in one statement for any number of citizens (INVARIANT I-12). For lists that stay short. */
export function rowsByCitizen<Row extends { citizenId: string }>(
  database: DataSource,
  entity: EntityTarget<Row>,
  order: FindOptionsOrder<Row>,
  where: FindOptionsWhere<Row> = {},
): DataLoader<string, Row[]> {
  return new DataLoader(async (citizenIds) => {
    const rows = await database.getRepository(entity).find({
      where: { ...where, citizenId: Any([...citizenIds]) } as FindOptionsWhere<Row>,
      order: settled(database, entity, order),
    });
    const byCitizen = groupBy(rows, (row) => row.citizenId);
    return citizenIds.map((id) => byCitizen.get(id) ?? []);
  });
}

/** One row by citizen and id, null when there is none; one statement for any number of keys (INVARIANT I-12). */
export function rowsByKey<Row extends CitizenRow>(
  database: DataSource,
  entity: EntityTarget<Row>,
): DataLoader<RowKey, Row | null, string> {
  return new DataLoader(
    async (keys) => {
      const rows = await database.getRepository(entity).find({
        where: {
          citizenId: Any([...new Set(keys.map((key) => key.citizenId))]),
          id: Any([...new Set(keys.map((key) => key.id))]),
        } as FindOptionsWhere<Row>,
      });
      const byKey = new Map(rows.map((row) => [keyOf(row), row]));
      return keys.map((key) => byKey.get(keyOf(key)) ?? null);
    },
    { cacheKeyFn: keyOf },
  );
}

/** Rows that belong to another row, such as the leave periods of an admission; keyed by (citizen, parent id). */
export function childRows<Row extends { citizenId: string }>(
  database: DataSource,
  entity: EntityTarget<Row>,
  parentColumn: keyof Row & string,
  order: FindOptionsOrder<Row>,
): DataLoader<RowKey, Row[], string> {
  return new DataLoader(
    async (keys) => {
      const rows = await database.getRepository(entity).find({
        where: {
          citizenId: Any([...new Set(keys.map((key) => key.citizenId))]),
          [parentColumn]: Any([...new Set(keys.map((key) => key.id))]),
        } as FindOptionsWhere<Row>,
        order: settled(database, entity, order),
      });
      const byParent = groupBy(rows, (row) => keyOf({ citizenId: row.citizenId, id: String(row[parentColumn]) }));
      return keys.map((key) => byParent.get(keyOf(key)) ?? []);
    },
    { cacheKeyFn: keyOf },
  );
}

/** An order without ties: what happened in the same moment would otherwise stand one way now and another way next time. */
function settled<Row extends object>(
  database: DataSource,
  entity: EntityTarget<Row>,
  order: FindOptionsOrder<Row>,
): FindOptionsOrder<Row> {
  const hasId = database.getMetadata(entity).findColumnWithPropertyName('id') !== undefined;
  return hasId && !('id' in order) ? ({ ...order, id: 'ASC' } as FindOptionsOrder<Row>) : order;
}

function groupBy<Row>(rows: readonly Row[], groupOf: (row: Row) => string): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(groupOf(row));
    if (group === undefined) groups.set(groupOf(row), [row]);
    else group.push(row);
  }
  return groups;
}
