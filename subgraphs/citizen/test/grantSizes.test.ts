/** One question and one grant for many citizens, up to a limit that is said; what is larger is refused, never cut short. */
import { randomUUID } from 'node:crypto';
import { dirname, join } from 'node:path';
import { ALL_CATEGORIES, encodeCategories } from '@sammen/consent';
import { createGrantSigner, LONGEST_JWS } from '@sammen/identity';
import { PERSONAS, people } from '@sammen/population';
import { useSystem } from '../../../test/support/system.js';

const system = useSystem();
const ALL = encodeCategories(ALL_CATEGORIES);
const everybody = [...people(1, 220)].slice(100).map(({ id }) => id);
const { actor, purpose } = PERSONAS['key-manager'];

/** Asks the decision point as the coordination subgraph asks for the key manager. */
async function ask(subjects: readonly object[]) {
  const authorization = `Bearer ${await system.issuer().issue(actor)}`;
  const requestId = randomUUID();
  const body = JSON.stringify({ purpose, operation: { name: null, hash: '', requestId }, subjects });
  const call = { method: 'POST', path: '/grants', body, caller: { authorization, purpose: null, requestId } };
  const signature = system.signer('coordination').sign({ ...call, to: 'citizen' });
  const response = await fetch(`${system.baseUrls['citizen']}/grants`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      authorization,
      'x-request-id': requestId,
      'x-sammen-service-call': signature,
    },
    body,
  });
  return { status: response.status, requestId, body: (await response.json()) as any };
}

/** Uses a grant at psychiatry, as the gateway does. */
async function use(grants: readonly string[], requestId: string, citizenIds: readonly string[]) {
  const query = `query Q($them: [_Any!]!) { _entities(representations: $them) { ... on Citizen { diagnoses { code } admissions { totalCount } } } }`;
  const variables = { them: citizenIds.map((id) => ({ __typename: 'Citizen', id })) };
  const body = JSON.stringify({ query, variables, extensions: { grants, categories: ALL } });
  const headers = system.asGateway('psychiatry', body, {
    'content-type': 'application/json',
    authorization: `Bearer ${await system.issuer().issue(actor)}`,
    'x-sammen-purpose': purpose!,
    'x-request-id': requestId,
  });
  const response = await fetch(system.urls['psychiatry']!, { method: 'POST', headers, body });
  return { status: response.status, body: (await response.json()) as any };
}

it('I-12: one question decides for 100 citizens in all categories, and one grant spares every subgraph its question', async () => {
  const hundred = everybody.slice(0, 100);
  const { status, body, requestId } = await ask(hundred.map((citizenId) => ({ citizenId, categories: ALL })));
  expect(status).toBe(200);
  const claims = JSON.parse(Buffer.from(body.grant.split('.')[1], 'base64url').toString());
  expect(Object.keys(claims.c).toSorted()).toEqual(hundred.toSorted());
  expect(Object.values(claims.c).every((pair: any) => pair[0] === ALL)).toBe(true);
  expect(claims.exp - claims.iat).toBeLessThanOrEqual(30);
  const answer = await use([body.grant], requestId, hundred);
  expect(answer.body.errors).toBeUndefined();
  expect(answer.body.data._entities).toHaveLength(100);
  expect(await system.cost('psychiatry', requestId)).toMatchObject({ decisionCalls: 0 });
});

it('I-12: without a grant a subgraph asks once for 100 citizens, for all that the operation touches', async () => {
  const requestId = randomUUID();
  const answer = await use([], requestId, everybody.slice(0, 100));
  expect(answer.body.extensions.grants).toHaveLength(1);
  expect(await system.cost('psychiatry', requestId)).toMatchObject({ decisionCalls: 1 });
});

it('a grant of as many citizens as one question takes is small enough to travel, to read and to write with', async () => {
  const subjects = Array.from({ length: 1_000 }, () => ({ citizenId: randomUUID(), categories: '1' }));
  const { status, body, requestId } = await ask(subjects);
  expect(status).toBe(200);
  const claims = JSON.parse(Buffer.from(body.grant.split('.')[1], 'base64url').toString());
  expect(Object.keys(claims.c)).toHaveLength(1_000);
  // The largest that can be: everything asked and permitted, reading and writing.
  const everything = Object.fromEntries(subjects.map(({ citizenId }) => [citizenId, [ALL, ALL] as const]));
  const keyFile = join(dirname(system.keyFile('gateway')), 'grant.jwk.json');
  const seals = { keyFile: system.keyFile('citizen'), jwksFile: system.serviceJwksFile, service: 'citizen' };
  const largest = createGrantSigner({ keyFile, seals }).sign({ ...claims, c: everything, w: everything });
  expect(largest).toContain('~');
  expect(largest.length).toBeGreaterThan(150_000);
  expect(largest.length).toBeLessThan(LONGEST_JWS);
  const answer = await use([largest], requestId, [subjects[0]!.citizenId]);
  expect(answer.status).toBe(200);
  expect(answer.body.data._entities).toMatchObject([{ admissions: { totalCount: 0 } }]);
  expect(await system.cost('psychiatry', requestId)).toMatchObject({ decisionCalls: 0 });
});

it('one citizen more is refused by name, and so are more grants or bytes than a request may carry', async () => {
  const many = Array.from({ length: 1_001 }, () => ({ citizenId: randomUUID(), categories: ALL }));
  const refused = await ask(many);
  expect([refused.status, refused.body.errors[0].extensions]).toMatchObject([
    400,
    { code: 'GRANT_REQUEST_MALFORMED', field: 'subjects' },
  ]);
  const { body, requestId } = await ask(many.slice(0, 1));
  const tooMany = await use(
    Array.from({ length: 101 }, () => body.grant),
    requestId,
    [],
  );
  expect([tooMany.status, tooMany.body.errors[0].extensions]).toMatchObject([
    400,
    { code: 'INVALID_INPUT', field: 'extensions.grants' },
  ]);
  const exactly = await use(
    Array.from({ length: 100 }, () => body.grant),
    requestId,
    [],
  );
  expect(exactly.status).toBe(200);
  // Whoever is still sending when the server hangs up does not get to read why.
  const tooLarge = await use(['x'.repeat(4 * 1024 * 1024)], randomUUID(), []).catch(() => null);
  if (tooLarge !== null)
    expect([tooLarge.status, tooLarge.body.errors[0].extensions.code]).toEqual([413, 'BODY_MALFORMED']);
});
