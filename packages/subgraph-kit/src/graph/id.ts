import { kitError } from '../errors.js';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Whether a value has the shape of an id of this system. */
export function isId(value: unknown): value is string {
  return typeof value === 'string' && UUID.test(value);
}

/**
 * The value, when it has the shape of an id.
 * @throws INVALID_ID naming the field, never the value
 */
export function assertId(value: unknown, field: string): string {
  if (!isId(value)) throw kitError('INVALID_ID', { field });
  return value;
}
