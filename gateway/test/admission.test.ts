import { setTimeout as sleep } from 'node:timers/promises';
import { ANALYST, CITIZEN, PSYCHIATRIST } from './support/people.js';
import { OPEN } from './support/installation.js';
import { startWorld, type Answer, type World } from './support/world.js';

const codeOf = ({ status, body }: Answer) => [status, body.errors?.[0]?.extensions['code']];
const REFUSED = { as: null, headers: { authorization: 'Bearer abc' } };

describe('an installation that is shut as far as it can be', () => {
  let world: World;
  const admission = {
    ...OPEN,
    introspectionRoles: ['ANALYST'],
    rateLimitPerMinute: 5,
    trustedProxies: ['loopback'],
  } as const;
  beforeAll(async () => void (world = await startWorld({ admission, corsOrigins: ['https://front.test'] })));
  afterAll(() => world.stop());
  let somebody = 0;
  /** Somebody who has not asked yet. */
  const another = () => ({ ...PSYCHIATRIST, id: `staff-psychiatrist-${(somebody += 1)}` });
  const from = (address: string) => ({ ...REFUSED, headers: { ...REFUSED.headers, 'x-forwarded-for': address } });

  it.each([
    ['the schema', '{ __schema { queryType { name } } }'],
    ['a type', '{ citizen(id: "c1") { id } __type(name: "Citizen") { name } }'],
    ['a type, in a fragment', '{ ...A } fragment A on Query { ... { t: __type(name: "Citizen") { name } } }'],
  ])('tells nobody of %s but the roles that it names', async (_what, query) => {
    const answer = await world.ask(query, { as: another() });
    expect(codeOf(answer)).toEqual([403, 'INTROSPECTION_OFF']);
    expect(answer.body.errors![0]!.extensions['next']).toMatch(/schema/);
    expect(answer.body.data).toBeUndefined();
  });

  it('tells those, and tells everybody what a thing is', async () => {
    const analyst = await world.ask('{ __schema { queryType { name } } }', { as: ANALYST, purpose: null });
    expect(analyst.body.data).toEqual({ __schema: { queryType: { name: 'Query' } } });
    const { body } = await world.ask('{ __typename citizen(id: "c1") { __typename } }', { as: another() });
    expect(body.data).toEqual({ __typename: 'Query', citizen: { __typename: 'Citizen' } });
  });

  it.each([
    ['a field', '{ citizn(id: "c1") { id } }'],
    ['a field of a type', '{ citizen(id: "c1") { nam } }'],
    ['an argument', '{ citizen(idd: "c1") { id } }'],
    ['an enum value', '{ echo(text: "a", many: [ONNE]) }'],
    ['a type', '{ citizen(id: "c1") { ... on Citizn { id } } }'],
  ])('does not guess what somebody meant who misspells %s', async (_what, query) => {
    const answer = await world.ask(query, { as: another() });
    expect(codeOf(answer)).toEqual([400, 'GRAPHQL_VALIDATION_FAILED']);
    expect(answer.text).not.toMatch(/did you mean/i);
  });

  it('lets nobody ask more often than it says, and tells how long to wait', async () => {
    const me = another();
    for (let count = 0; count < 5; count += 1) expect((await world.ask('{ __typename }', { as: me })).status).toBe(200);
    const answer = await world.ask('{ __typename }', { as: me });
    expect(codeOf(answer)).toEqual([429, 'RATE_LIMITED']);
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(50);
    expect(answer.body.errors![0]!.extensions['next']).toContain('retry-after');
    // Another token of the same person is the same person; another person is not.
    await sleep(1_100);
    expect((await world.ask('{ __typename }', { as: me, purpose: 'PSYK_13C' })).status).toBe(429);
    expect((await world.ask('{ __typename }', { as: another() })).status).toBe(200);
  });

  it('lets no address try token after token, and refuses no good token for it', async () => {
    for (let count = 0; count < 5; count += 1) {
      const address = count % 2 ? '2001:db8::1' : '2001:db8::2';
      expect(codeOf(await world.ask('{ __typename }', from(address)))).toEqual([401, 'UNAUTHENTICATED']);
    }
    const answer = await world.ask('{ __typename }', from('2001:db8::3'));
    expect(codeOf(answer)).toEqual([429, 'RATE_LIMITED']);
    expect(answer.headers.get('retry-after')).toMatch(/^\d+$/);
    expect((await world.ask('{ __typename }', from('2001:db8:1::3'))).status).toBe(401);
    const headers = { 'x-forwarded-for': '2001:db8::3' };
    expect((await world.ask('{ __typename }', { as: another(), headers })).status).toBe(200);
  });

  it('says that it is ready however often it is asked', async () => {
    for (let count = 0; count < 7; count += 1) {
      expect((await fetch(`${world.address}/health/ready`)).status).toBe(200);
      expect((await fetch(`${world.address}/health/live`)).status).toBe(200);
    }
  });

  it('takes nothing from a page of somebody else: no other origin, no other content type, no token by itself', async () => {
    const headers = { origin: 'https://evil.test' };
    const answer = await world.ask('{ __typename }', { as: another(), headers });
    expect(answer.headers.get('access-control-allow-origin')).toBeNull();
    const typed = { as: another(), headers: { 'content-type': 'text/plain' } };
    expect(codeOf(await world.ask('{ __typename }', typed))).toEqual([415, 'UNSUPPORTED_MEDIA_TYPE']);
    const plain = await fetch(`${world.address}/graphql?query={__typename}`, { headers: { cookie: 'token=abc' } });
    expect(plain.status).toBe(401);
    const known = await world.ask('{ __typename }', { as: another(), headers: { origin: 'https://front.test' } });
    expect(known.headers.get('access-control-allow-origin')).toBe('https://front.test');
  });
});

describe('an installation that trusts no proxy', () => {
  it('counts refused tokens by the connection, whatever a header says', async () => {
    const world = await startWorld({ admission: { ...OPEN, rateLimitPerMinute: 2 } });
    try {
      const statuses: number[] = [];
      for (const last of [1, 2, 3]) {
        const headers = { ...REFUSED.headers, 'x-forwarded-for': `192.0.2.${last}` };
        statuses.push((await world.ask('{ __typename }', { ...REFUSED, headers })).status);
      }
      expect(statuses).toEqual([401, 401, 429]);
      expect((await world.ask('{ __typename }', { as: CITIZEN, purpose: null })).status).toBe(200);
    } finally {
      await world.stop();
    }
  });
});
