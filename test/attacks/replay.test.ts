/** Signed calls replayed, changed, redirected and borrowed: each counts once, as it is, for whom it was made. */
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { ALL_CATEGORIES, encodeCategories } from '@sammen/consent';
import { createServiceSigner, generateKeyFile, SERVICE_CALL_HEADER } from '@sammen/identity';
import { PERSONAS } from '@sammen/population';
import { citizenNo, codesOf, useAttacker } from '../support/attacker.js';
import { makeTestFolder, removeTestFolder } from '../support/testFolders.js';

const { system, post, sql } = useAttacker();
const person = citizenNo(102);
const ALL = encodeCategories(ALL_CATEGORIES);
const query = `query Direct($them: [_Any!]!) { _entities(representations: $them) { ... on Citizen { diagnoses { code } } } }`;
const BODY = JSON.stringify({
  query,
  variables: { them: [{ __typename: 'Citizen', id: person.id }] },
  extensions: { grants: [], categories: ALL },
});

interface Call {
  readonly service: string;
  readonly path: string;
  readonly body: string;
  readonly headers: Record<string, string>;
}

/** How a call is signed that is not signed as it is sent; times in seconds from now. */
interface Signing {
  readonly by?: string;
  readonly keyFile?: string;
  readonly to?: string;
  readonly method?: string;
  readonly later?: number;
  readonly caller?: undefined;
}

/** What the gateway sends for a psychiatrist, with the signature that belongs to it. */
async function gatewayCall(signing: Signing = {}): Promise<Call> {
  const headers: Record<string, string> = {
    'content-type': 'application/json',
    authorization: `Bearer ${await system.token('psychiatrist')}`,
    'x-sammen-purpose': 'TREATMENT',
    'x-request-id': randomUUID(),
  };
  const { by = 'gateway', keyFile = system.keyFile(by), later = 0, ...rest } = signing;
  const signer = createServiceSigner({
    keyFile,
    jwksFile: system.serviceJwksFile,
    service: by,
    clock: () => Date.now() + later * 1_000,
  });
  const caller = {
    authorization: headers['authorization']!,
    purpose: headers['x-sammen-purpose']!,
    requestId: headers['x-request-id']!,
  };
  const signed = { method: 'POST', path: '/graphql', body: BODY, caller, to: 'psychiatry', ...rest };
  headers[SERVICE_CALL_HEADER] = signer.sign(signed);
  return { service: 'psychiatry', path: '/graphql', body: BODY, headers };
}

const send = ({ service, path, body, headers }: Call) => post(service, path, body, headers);

const eventsAbout = async () =>
  (await sql('citizen', 'SELECT count(*)::int AS n FROM ledger.access_log WHERE citizen_id = $1', [person.id]))[0]![
    'n'
  ];

/** Sent, it is refused with this code, says nothing, is noted without anybody's data, and nobody was asked anything. */
async function expectRefused(call: Call, code: string, status = 401): Promise<void> {
  const before = await eventsAbout();
  const answer = await send(call);
  expect(codesOf(answer)).toEqual([code]);
  expect(answer.status).toBe(status);
  expect(answer.body.data ?? null).toBeNull();
  expect(await eventsAbout()).toBe(before);
  const line = await system.refusal(call.service, answer);
  expect(line).toMatchObject({ code, route: call.path.split('?')[0] });
  expect(JSON.stringify(line)).not.toContain(person.id);
  expect(JSON.stringify(line)).not.toContain(PERSONAS.psychiatrist.actor.id);
}

const INVALID = 'SERVICE_CALL_INVALID';
const with_ = (call: Call, headers: Record<string, string>): Call => ({
  ...call,
  headers: { ...call.headers, ...headers },
});
const without = ({ headers, ...call }: Call, name: string): Call => ({
  ...call,
  headers: Object.fromEntries(Object.entries(headers).filter(([key]) => key !== name)),
});

describe('a signed call of the gateway', () => {
  it('counts once', async () => {
    const call = await gatewayCall();
    const answer = await send(call);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('x-request-id')).toBe(call.headers['x-request-id']);
    await expectRefused(call, 'SERVICE_CALL_REPLAYED', 409);
  });

  it('counts once when it arrives many times at the same moment', async () => {
    const call = await gatewayCall();
    const answers = await Promise.all(Array.from({ length: 10 }, () => send(call)));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, ...Array<number>(9).fill(409)]);
  });

  it.each<[string, (call: Call) => Call | Promise<Call>]>([
    ['another question', (call) => ({ ...call, body: call.body.replace('diagnoses', 'treatments') })],
    ['other categories', (call) => ({ ...call, body: call.body.replace(ALL, '1') })],
    ['a grant added', (call) => ({ ...call, body: call.body.replace('[]', '["a.b.c"]') })],
    ['one byte more', (call) => ({ ...call, body: `${call.body} ` })],
    ['no bytes that a signature covers', (call) => with_(call, { 'content-type': 'text/plain' })],
    ['another path', (call) => ({ ...call, path: '/graphql?again' })],
    ['another subgraph', (call) => ({ ...call, service: 'municipality' })],
    ['another purpose', (call) => with_(call, { 'x-sammen-purpose': 'CARE_COORDINATION' })],
    ['no purpose', (call) => without(call, 'x-sammen-purpose')],
    ['another request', (call) => with_(call, { 'x-request-id': randomUUID() })],
    ['no request', (call) => without(call, 'x-request-id')],
    [
      'somebody else’s token',
      async (call) => with_(call, { authorization: `Bearer ${await system.token('outsider')}` }),
    ],
    ['no token', (call) => without(call, 'authorization')],
    [
      'the signature twice',
      (call) => with_(call, { [SERVICE_CALL_HEADER]: `${call.headers[SERVICE_CALL_HEADER]}, x` }),
    ],
    ['an empty signature', (call) => with_(call, { [SERVICE_CALL_HEADER]: '' })],
  ])('I-7: does not count with %s', async (_what, change) => {
    await expectRefused(await change(await gatewayCall()), INVALID);
  });

  it.each(['aud', 'exp', 'iat', 'jti', 'iss', 'body', 'caller', 'method', 'path'])(
    'I-7: does not count with another %s claimed under the same signature',
    async (claim) => {
      const call = await gatewayCall();
      const [head, payload, signature] = call.headers[SERVICE_CALL_HEADER]!.split('.') as [string, string, string];
      const claims = JSON.parse(Buffer.from(payload, 'base64url').toString());
      const changed = { ...claims, [claim]: typeof claims[claim] === 'number' ? claims[claim] + 1 : randomUUID() };
      const forged = `${head}.${Buffer.from(JSON.stringify(changed)).toString('base64url')}.${signature}`;
      await expectRefused(with_(call, { [SERVICE_CALL_HEADER]: forged }), INVALID);
    },
  );

  it.each<[string, Signing, string, number]>([
    ['made for another audience', { to: 'municipality' }, INVALID, 401],
    ['made for another method', { method: 'PUT' }, INVALID, 401],
    ['made for nobody', { caller: undefined }, INVALID, 401],
    ['that has expired', { later: -31 }, 'SERVICE_CALL_EXPIRED', 401],
    ['from the future', { later: 7 }, 'SERVICE_CALL_EXPIRED', 401],
    ['of a sector, which may not speak for clients', { by: 'municipality' }, 'SERVICE_NOT_ALLOWED', 403],
    ['of whoever hands in messages', { by: 'import' }, 'SERVICE_NOT_ALLOWED', 403],
  ])('I-7: does not count as one %s', async (_what, signing, code, status) => {
    await expectRefused(await gatewayCall(signing), code, status);
  });

  it('I-7: does not count by a key that nobody listed under the name of the gateway', async () => {
    const folder = await makeTestFolder();
    try {
      const keyFile = `${folder}/stolen-name.jwk.json`;
      generateKeyFile(keyFile, 'gateway');
      await expectRefused(await gatewayCall({ keyFile }), INVALID);
      // Nor under the id of the key that is listed.
      const { kid: skid } = JSON.parse(readFileSync(system.keyFile('gateway'), 'utf8')) as { kid: string };
      const [stolen = '', payload, signature] = (await gatewayCall({ keyFile })).headers[SERVICE_CALL_HEADER]!.split(
        '.',
      );
      const header = { ...JSON.parse(Buffer.from(stolen, 'base64url').toString()), skid };
      const head = Buffer.from(JSON.stringify(header)).toString('base64url');
      const call = await gatewayCall();
      await expectRefused(with_(call, { [SERVICE_CALL_HEADER]: `${head}.${payload}.${signature}` }), INVALID);
    } finally {
      await removeTestFolder(folder);
    }
  });

  it('I-1: opens nothing that the token in it does not open', async () => {
    const call = await gatewayCall();
    const outsider = {
      authorization: `Bearer ${await system.token('outsider')}`,
      'x-sammen-purpose': 'SOCIAL_CASEWORK',
    };
    const { headers: unsigned } = without(with_(call, outsider), SERVICE_CALL_HEADER);
    const answer = await send({ ...call, headers: system.asGateway('psychiatry', BODY, unsigned) });
    expect(answer.body.data!['_entities']).toEqual([{ diagnoses: null }]);
  });
});

describe('POST /grants', () => {
  const question = (requestId: string) =>
    JSON.stringify({
      purpose: 'TREATMENT',
      operation: { name: null, hash: '', requestId },
      subjects: [{ citizenId: person.id, categories: ALL }],
    });
  async function sectorCall(): Promise<Call> {
    const requestId = randomUUID();
    const authorization = `Bearer ${await system.token('psychiatrist')}`;
    const body = question(requestId);
    const caller = { authorization, purpose: null, requestId };
    const signature = system
      .signer('psychiatry')
      .sign({ method: 'POST', path: '/grants', body, caller, to: 'citizen' });
    return {
      service: 'citizen',
      path: '/grants',
      body,
      headers: { authorization, 'x-request-id': requestId, [SERVICE_CALL_HEADER]: signature },
    };
  }
  const ridOf = ({ body }: { body: unknown }) =>
    JSON.parse(Buffer.from((body as { grant: string }).grant.split('.')[1]!, 'base64url').toString()).rid as string;

  it('I-1: gives a grant for the request that a sector signed for, once, and only for that caller', async () => {
    const call = await sectorCall();
    const other = { authorization: `Bearer ${await system.token('outsider')}` };
    await expectRefused(with_(call, other), INVALID);
    await expectRefused({ ...call, body: call.body.replace(person.id, citizenNo(103).id) }, INVALID);
    expect(ridOf(await send(call))).toBe(call.headers['x-request-id']);
    await expectRefused(call, 'SERVICE_CALL_REPLAYED', 409);
  });

  it('I-1: gives whoever asks by themselves a grant for a request that no subgraph will ever see', async () => {
    const call = without(await sectorCall(), SERVICE_CALL_HEADER);
    const answer = await send(call);
    expect(answer.status).toBe(200);
    expect(ridOf(answer)).not.toBe(call.headers['x-request-id']);
    const { grant } = answer.body as unknown as { grant: string };
    const body = BODY.replace('"grants":[]', `"grants":["${grant}"]`);
    const headers = { ...call.headers, 'content-type': 'application/json', 'x-sammen-purpose': 'TREATMENT' };
    for (const id of [call.headers['x-request-id']!, ridOf(answer)]) {
      const refused = await post('psychiatry', '/graphql', body, { ...headers, 'x-request-id': id });
      expect(codesOf(refused)).toEqual(['GRANT_NOT_BOUND']);
      expect(refused.body.data ?? null).toBeNull();
    }
  });
});
