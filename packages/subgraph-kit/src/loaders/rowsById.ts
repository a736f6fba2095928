import DataLoader from 'dataloader';
import { Any, type DataSource, type EntityTarget, type FindOptionsOrder, type FindOptionsWhere } from 'typeorm';

/** Batches over tables that belong to no citizen, such as courses; one statement for any number of keys (INVARIANT I-12). */

/** One row by id, null when there is none. */
export function rowsById<Row extends { id: string }>(
  database: DataSource,
  entity: EntityTarget<Row>,
): DataLoader<string, Row | null> {
  return new DataLoader(async (ids) => {
    const where = { id: Any([...ids]) } as FindOptionsWhere<Row>;
    const rows = await database.getRepository(entity).find({ where });
    const byId = new Map(rows.map((row) => [row.id, row]));
    return ids.map((id) => byId.get(id) ?? null);
  });
}

/** The rows under each parent, such as the sessions of a course. */
export function rowsByParent<Row extends object>(
  database: DataSource,
  entity: EntityTarget<Row>,
  parentColumn: keyof Row & string,
  order: FindOptionsOrder<Row>,
): DataLoader<string, Row[]> {
  return new DataLoader(async (parentIds) => {
    const where = { [parentColumn]: Any([...parentIds]) } as FindOptionsWhere<Row>;
    const rows = await database.getRepository(entity).find({ where, order });
    const byParent = new Map<string, Row[]>(parentIds.map((id) => [id, []]));
    for (const row of rows) byParent.get(String(row[parentColumn]))?.push(row);
    return parentIds.map((id) => byParent.get(id) ?? []);
  });
}
