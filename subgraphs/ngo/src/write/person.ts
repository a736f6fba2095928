import { assertId, kitError } from '@sammen/subgraph-kit';
import type { EntityManager, EntityTarget, FindOptionsWhere } from 'typeorm';

/** A mentor or volunteer of the organisation, locked for change. @throws NOT_FOUND, VERSION_CONFLICT */
export async function lockPerson<Row extends { id: string; organisationId: string; version: number }>(
  manager: EntityManager,
  entity: EntityTarget<Row>,
  { id, version }: { id: string; version: number },
  organisationId: string | null,
): Promise<Row> {
  assertId(id, 'input.id');
  const where = { id, organisationId: organisationId ?? '' } as FindOptionsWhere<Row>;
  const person = await manager.findOne(entity, { where, lock: { mode: 'pessimistic_write' } });
  if (person === null) throw kitError('NOT_FOUND');
  if (person.version !== version) throw kitError('VERSION_CONFLICT', { field: 'input.version' });
  return person;
}

/** The row with what was said; what was left out stays. */
export function changed<Row extends { version: number }>(
  row: Row,
  said: { readonly [Key in keyof Row]?: Row[Key] | null | undefined },
): Row {
  const changes = Object.entries(said).filter(([, value]) => value !== null && value !== undefined);
  return Object.assign(row, Object.fromEntries(changes), { version: row.version + 1 });
}
