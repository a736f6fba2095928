import type { SammenError } from '@sammen/errors';
import { QueryFailedError } from 'typeorm';
import { kitError } from '../errors.js';

/** What PostgreSQL says of a value that no column can hold, whatever the rule of the table. */
const SQLSTATES = new Set([
  '22001', // a text too long for its column
  '22003', // a number out of range
  '22007', // no moment
  '22008', // a moment out of range
  '22021', // U+0000
  '22P02', // no uuid, no number
  '22P05', // U+0000 within JSON
]);

/** The refusal of a value that cannot be stored; undefined when a statement failed for another reason. */
export function unstorable(error: unknown): SammenError | undefined {
  if (!(error instanceof QueryFailedError)) return undefined;
  const { code } = error.driverError as { code?: unknown };
  return typeof code === 'string' && SQLSTATES.has(code)
    ? kitError('INVALID_INPUT', { message: 'The input holds a character, a number or a moment that cannot be stored.' })
    : undefined;
}
