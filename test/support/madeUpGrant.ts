/** What a grant would say that only a thief of the right keys can make, and how it is tried at a subgraph. */
import { randomUUID } from 'node:crypto';
import { ALL_CATEGORIES, encodeCategories } from '@sammen/consent';
import { PERSONAS } from '@sammen/population';
import type { Attacker } from './attacker';
import type { GraphqlAnswer } from './system';

const DIRECT = `query Direct($them: [_Any!]!) { _entities(representations: $them) { ... on Citizen { diagnoses { code } } } }`;
/** Every category, as grants write it. */
export const ALL = encodeCategories(ALL_CATEGORIES);
/** Seconds since 1970. */
export const seconds = (): number => Math.floor(Date.now() / 1000);
/** A part of a JWS: text as it is, anything else as JSON. */
export const encode = (value: unknown): string =>
  Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url');

/** Everything about somebody, permitted to the outsider in a request of its own. */
export function everythingOf(citizenId: string) {
  const { actor, purpose } = PERSONAS.outsider;
  return {
    iss: 'sammen:decision-point',
    aud: 'sammen:subgraphs',
    sub: actor.id,
    org: actor.organisationId,
    role: actor.role,
    purpose,
    rid: randomUUID() as string,
    asOf: Date.now(),
    seq: 1,
    iat: seconds(),
    exp: seconds() + 30,
    c: { [citizenId]: [ALL, ALL] },
    w: {},
  };
}

/** Asks psychiatry, as the gateway and in that request, for the diagnoses of somebody, with such a grant. */
export function tryGrant(
  { ask }: Attacker,
  citizenId: string,
  requestId: string,
  grant: string,
): Promise<GraphqlAnswer> {
  const them = [{ __typename: 'Citizen', id: citizenId }];
  const smuggled = { headers: { 'x-request-id': requestId }, extensions: { grants: [grant] }, signed: true };
  return ask('psychiatry', 'outsider', DIRECT, { them }, smuggled);
}
