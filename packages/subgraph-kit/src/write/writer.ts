import { createHash } from 'node:crypto';
import {
  type DataSource,
  type EntityManager,
  type EntityTarget,
  type FindOptionsWhere,
  type ObjectLiteral,
  QueryFailedError,
} from 'typeorm';
import { kitError } from '../errors.js';
import { assertInTime } from '../server/callDeadline.js';
import { unstorable } from './unstorable.js';

/** Which mutation runs with which key and input; the input is only ever stored as a hash. */
export interface Idempotency {
  readonly actorId: string;
  readonly mutation: string;
  readonly key: string | null | undefined;
  readonly input: unknown;
}

/** A row that a mutation makes; without a citizen when it is nobody's data, such as a course. */
export type WrittenRow = { citizenId?: string; id: string } & ObjectLiteral;

/** All writing of a subgraph: in transactions, at most once per idempotency key, with errors that have codes. */
export interface Writer {
  /** Everything or nothing. Violated constraints become their declared codes. @throws DEADLINE_PASSED, before it begins */
  write<T>(work: (manager: EntityManager) => Promise<T>): Promise<T>;
  /** Like {@link write}; a repeated key gives the row that the first call made. @throws IDEMPOTENCY_KEY_REUSED */
  writeOnce<Row extends WrittenRow>(
    idempotency: Idempotency,
    entity: EntityTarget<Row>,
    work: (manager: EntityManager) => Promise<Row>,
  ): Promise<Row>;
}

/** A writer whose constraint errors are named by `constraints`. `afterCommit` runs once the data is safe. */
export function createWriter(
  database: DataSource,
  constraints: Readonly<Record<string, () => Error>>,
  afterCommit: () => Promise<void>,
): Writer {
  const write = async <T>(work: (manager: EntityManager) => Promise<T>): Promise<T> => {
    assertInTime();
    try {
      const result = await database.transaction(work);
      await afterCommit();
      return result;
    } catch (error) {
      throw error instanceof QueryFailedError ? constraintError(error, constraints) : error;
    }
  };
  return {
    write,
    writeOnce: (idempotency, entity, work) =>
      write(async (manager) => {
        const { actorId, mutation, key, input } = idempotency;
        if (key === null || key === undefined) return work(manager);
        const inputHash = createHash('sha256').update(JSON.stringify(input)).digest('hex');
        const claimed: unknown[] = await manager.query(
          `INSERT INTO idempotency_key (actor_id, mutation, key, input_hash) VALUES ($1, $2, $3, $4)
           ON CONFLICT DO NOTHING RETURNING 1`,
          [actorId, mutation, key, inputHash],
        );
        if (claimed.length === 0) return earlier(manager, entity, actorId, mutation, key, inputHash);
        const row = await work(manager);
        await manager.query(
          `UPDATE idempotency_key SET citizen_id = $4, row_id = $5 WHERE actor_id = $1 AND mutation = $2 AND key = $3`,
          [actorId, mutation, key, row.citizenId ?? null, row.id],
        );
        return row;
      }),
  };
}

async function earlier<Row extends WrittenRow>(
  manager: EntityManager,
  entity: EntityTarget<Row>,
  actorId: string,
  mutation: string,
  key: string,
  inputHash: string,
): Promise<Row> {
  const [before]: { input_hash: string; citizen_id: string | null; row_id: string }[] = await manager.query(
    `SELECT input_hash, citizen_id, row_id FROM idempotency_key WHERE actor_id = $1 AND mutation = $2 AND key = $3`,
    [actorId, mutation, key],
  );
  if (before === undefined || before.input_hash !== inputHash)
    throw kitError('IDEMPOTENCY_KEY_REUSED', { field: 'idempotencyKey' });
  const row = await manager.findOneBy(entity, {
    ...(before.citizen_id === null ? {} : { citizenId: before.citizen_id }),
    id: before.row_id,
  } as unknown as FindOptionsWhere<Row>);
  if (row === null) throw kitError('NOT_FOUND');
  return row;
}

/** PostgreSQL's own messages carry the offending values, so none of them gets out (INVARIANT I-8). */
function constraintError(error: QueryFailedError, constraints: Readonly<Record<string, () => Error>>): Error {
  const { code, constraint } = error.driverError as { code?: string; constraint?: string };
  const declared = constraint === undefined ? undefined : constraints[constraint];
  if (declared !== undefined) return declared();
  if (code === '23505') return kitError('DUPLICATE');
  if (code === '23503') return kitError('REFERENCE_UNKNOWN');
  if (code === '23514' || code === '23P01') {
    return kitError('RULE_VIOLATED', { message: `The change breaks the rule ${constraint ?? 'of the table'}.` });
  }
  if (code === '40001' || code === '40P01') return kitError('VERSION_CONFLICT');
  return unstorable(error) ?? kitError('INTERNAL', { cause: error });
}
