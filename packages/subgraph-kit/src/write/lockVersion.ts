import type { EntityManager, EntityTarget, FindOptionsWhere, ObjectLiteral } from 'typeorm';
import { kitError } from '../errors.js';
import { assertId } from '../graph/id.js';

/** Which row is to be changed, and the version of it that the caller saw. */
export interface VersionedKey {
  readonly citizenId: string;
  readonly id: string;
  readonly version: number;
}

/**
 * The row, locked until the transaction ends, when it is still the version that the caller saw.
 * @param field the input field that named the row
 * @throws INVALID_ID, NOT_FOUND, VERSION_CONFLICT
 */
export async function lockVersion<Row extends VersionedKey & ObjectLiteral>(
  manager: EntityManager,
  entity: EntityTarget<Row>,
  { citizenId, id, version }: VersionedKey,
  field: string,
): Promise<Row> {
  const row = await manager.findOne(entity, {
    where: { citizenId, id: assertId(id, field) } as unknown as FindOptionsWhere<Row>,
    lock: { mode: 'pessimistic_write' },
  });
  if (row === null) throw kitError('NOT_FOUND', { field });
  if (row.version !== version) throw kitError('VERSION_CONFLICT', { field: 'input.version' });
  return row;
}
