/** What fails for one measure is undone and told, and is no reason to keep back the others. */
import { SammenError } from '@sammen/errors';
import type { EntityManager } from 'typeorm';
import { kitError } from '../errors.js';
import type { Measure } from './measure.js';

/** A measure that could not be counted. */
export interface MeasureFailure {
  /** Its field. */
  readonly measure: string;
  readonly code: string;
  /** PostgreSQL's code, such as 42P01 for a table that is not there; null when the failure is none of the database's. */
  readonly cause: string | null;
  /** What to do about it. */
  readonly next: string;
}

/**
 * Does the work for each, one after the other, inside a transaction: each whole or not at all. The failures are added
 * to `failures`.
 * @returns those for which it was done
 * @throws when it is stopped by its signal, or the transaction itself is lost: nothing of it stands then
 */
export async function eachAlone<Item extends { readonly measures: readonly Measure[] }>(
  manager: EntityManager,
  items: readonly Item[],
  failures: MeasureFailure[],
  work: (item: Item) => Promise<void>,
  signal?: AbortSignal,
): Promise<Item[]> {
  const done: Item[] = [];
  for (const item of items) {
    await manager.query(`SAVEPOINT measure`);
    try {
      await work(item);
      done.push(item);
    } catch (error) {
      signal?.throwIfAborted();
      await manager.query(`ROLLBACK TO SAVEPOINT measure`);
      failures.push(...item.measures.map((measure) => failureOf(measure, error)));
    }
    await manager.query(`RELEASE SAVEPOINT measure`);
  }
  return done;
}

/** INVARIANT I-8: PostgreSQL quotes rows in its messages, so of an error only its kind is told. */
function failureOf({ field }: Measure, error: unknown): MeasureFailure {
  const own = error instanceof SammenError ? error : kitError('STATISTICS_MEASURE_FAILED', { cause: error });
  const { code } = error as { readonly code?: unknown };
  return {
    measure: field,
    code: own.code,
    cause: own === error || typeof code !== 'string' ? null : code,
    next: own.next,
  };
}
