/**
 * A connection on which every statement with parameters is parsed and planned once and then only run: planning took as
 * long as running. What a statement says never depends on values, so the number of different ones is small and bounded.
 */
import { createHash } from 'node:crypto';
import pg from 'pg';

/** More different statements than this per process stay unprepared: the server keeps each one's plan on each connection. */
const MOST_STATEMENTS = 500;
/** PostgreSQL's code for a prepared statement whose table has changed shape since (a migration beside a running process). */
const SHAPE_CHANGED = '0A000';

const names = new Map<string, string | null>();

/** The name under which a statement is prepared; null for one that is not. */
function nameOf(text: string): string | null {
  let name = names.get(text);
  if (name === undefined) {
    name = names.size < MOST_STATEMENTS ? createHash('sha256').update(text).digest('base64url').slice(0, 32) : null;
    if (name !== null) names.set(text, name);
  }
  return name;
}

type Query = pg.Client['query'];

/** For the option `Client` of a pool. A statement that the server will no longer run prepared is never prepared again. */
export class PreparingClient extends pg.Client {
  override query: Query = ((config: unknown, values: unknown, ...rest: unknown[]): unknown => {
    const run = super.query.bind(this) as (...args: unknown[]) => unknown;
    const hasValues = typeof config === 'string' && Array.isArray(values) && values.length > 0 && rest.length === 0;
    const name = hasValues ? nameOf(config) : null;
    if (name === null) return run(config, values, ...rest);
    return (run({ name, text: config, values }) as Promise<unknown>).catch((error: { code?: unknown }) => {
      if (error.code !== SHAPE_CHANGED) throw error;
      names.set(config as string, null);
      return run(config, values);
    });
  }) as Query;
}
