import type { SammenError } from '@sammen/errors';
import { QueryFailedError } from 'typeorm';
import { kitError } from '../errors.js';

/** What PostgreSQL, the network and the driver say when the server went away in the middle of a statement. */
const GONE = /^(57P0[123]|08\w{3}|ECONN\w+|EPIPE)$/;
const TERMINATED =
  /^Connection terminated|^Client has encountered a connection error|timeout exceeded when trying to connect/;

/** The failure of a statement whose database is gone, which is nobody's fault in here; undefined for any other error. */
export function databaseGone(error: unknown): SammenError | undefined {
  const cause = error instanceof QueryFailedError ? (error.driverError as unknown) : error;
  if (!(cause instanceof Error)) return undefined;
  const { code } = cause as { code?: unknown };
  const gone = (typeof code === 'string' && GONE.test(code)) || TERMINATED.test(cause.message);
  return gone ? kitError('DATABASE_UNREACHABLE', { cause }) : undefined;
}
