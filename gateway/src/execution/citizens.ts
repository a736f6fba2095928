/** Whom a fetch is about, as far as it says so itself. */
import type { Representation } from './plan/steps.js';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Whether somebody can be asked about under this id; a subgraph refuses any other. */
export function isId(value: unknown): value is string {
  return typeof value === 'string' && UUID.test(value);
}

/** The citizen whom a representation is, or belongs to; undefined for what is nobody's. */
export function citizenOf({ __typename, id, citizenId }: Representation): string | undefined {
  const found = __typename === 'Citizen' ? id : citizenId;
  return typeof found === 'string' ? found : undefined;
}
