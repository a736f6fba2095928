import { request } from 'node:http';
import { getIntrospectionQuery } from 'graphql';
import { ANALYST, CITIZEN, PSYCHIATRIST } from './support/people.js';
import { NOTHING_WITHHELD, startWorld, type Answer, type World } from './support/world.js';

let world: World;
beforeAll(async () => void (world = await startWorld({ corsOrigins: ['https://front.test'] })));
afterAll(() => world.stop());
afterEach(() => {
  world.graph.reset();
  for (const subgraph of world.graph.all) expect(subgraph.received).toEqual([]);
});

const QUERY = '{ citizen(id: "c1") { name } }';
const received = () => world.graph.all.flatMap((subgraph) => subgraph.received);

function expectRefusal({ status, body, text }: Answer, expected: { status: number; code: string }): void {
  expect({ status, code: body.errors?.[0]?.extensions['code'] }).toEqual(expected);
  expect(body.data).toBeUndefined();
  expect(body.errors![0]!.extensions['next']).toMatch(/\w+/);
  expect(text).not.toMatch(/node_modules|\.[jt]s:\d+|stacktrace/);
  expect(received()).toEqual([]);
}

describe('who asks', () => {
  it.each([
    ['no token', undefined],
    ['another scheme', 'Basic YTpi'],
    ['something that is no token', 'Bearer abc'],
    ['an unsigned token', `Bearer ${btoa('{"alg":"none"}')}.${btoa('{"sub":"x"}')}.`],
  ])('with %s is told to sign in (401)', async (_what, authorization) => {
    const answer = await world.ask(QUERY, { as: null, headers: authorization ? { authorization } : {} });
    expectRefusal(answer, { status: 401, code: 'UNAUTHENTICATED' });
    expect(answer.headers.get('www-authenticate')).toBe('Bearer');
  });

  it('is judged before the body is looked at', async () => {
    const answer = await world.ask('', { as: null, body: '{"query":' });
    expectRefusal(answer, { status: 401, code: 'UNAUTHENTICATED' });
  });

  it('may not even introspect without a token', async () => {
    expectRefusal(await world.ask('{ __typename }', { as: null }), { status: 401, code: 'UNAUTHENTICATED' });
  });
});

describe('what for', () => {
  it('has to be said by a professional, who is told the choices', async () => {
    const answer = await world.ask(QUERY, { purpose: null });
    expectRefusal(answer, { status: 400, code: 'PURPOSE_REQUIRED' });
    expect(answer.body.errors![0]!.extensions['purposes']).toEqual(['TREATMENT', 'CARE_COORDINATION', 'PSYK_13C']);
  });

  it.each(['treatment', 'CURIOSITY', 'SELF_ACCESS', 'TREATMENT, PSYK_13C', '__proto__'])(
    'has to be one of the role’s: %s is not',
    async (purpose) => {
      const answer = await world.ask(QUERY, { purpose });
      expectRefusal(answer, { status: 400, code: 'PURPOSE_UNKNOWN' });
      expect(answer.body.errors![0]!.extensions['purposes']).toContain('TREATMENT');
      expect(answer.text).not.toContain(purpose === 'SELF_ACCESS' ? 'curious' : purpose);
    },
  );

  it('cannot be another than SELF_ACCESS for a citizen', async () => {
    expectRefusal(await world.ask(QUERY, { as: CITIZEN, purpose: 'TREATMENT' }), {
      status: 400,
      code: 'PURPOSE_UNKNOWN',
    });
  });

  it('need not be said to look at the graph itself', async () => {
    const { status, body } = await world.ask(getIntrospectionQuery(), { purpose: null });
    expect(status).toBe(200);
    expect(body.data.__schema.queryType.name).toBe('Query');
    const spread =
      'query { ...A ...B } fragment A on Query { __typename ...B } fragment B on Query { __schema { queryType { name } } }';
    expect((await world.ask(spread, { purpose: null })).status).toBe(200);
  });

  it('has to be said when one field of many asks about a citizen', async () => {
    const hidden = 'query { __typename ...A } fragment A on Query { ... on Query { citizen(id: "c1") { id } } }';
    expectRefusal(await world.ask(hidden, { purpose: null }), { status: 400, code: 'PURPOSE_REQUIRED' });
  });

  it('is nothing an analyst could say; what is guarded stays with the sources', async () => {
    const { status } = await world.ask('{ psychiatryStatus }', { as: ANALYST, purpose: null });
    expect(status).toBe(200);
    expect(world.graph.psychiatry.received.splice(0)[0]!.headers).not.toHaveProperty('x-sammen-purpose');
  });

  it('can be narrowed by the token', async () => {
    const { oidc } = world.config;
    expect(oidc.issuer).toBeTruthy();
    const answer = await world.ask(QUERY, { purpose: 'PSYK_13C', purposes: ['TREATMENT'] });
    expectRefusal(answer, { status: 400, code: 'PURPOSE_UNKNOWN' });
    expect(answer.body.errors![0]!.extensions['purposes']).toEqual(['TREATMENT']);
  });
});

describe('a request that is wrong in form', () => {
  const headers = { 'content-type': 'text/plain' };
  it.each([
    ['broken JSON', { body: '{"query": ' }, 400, 'INVALID_JSON'],
    ['an empty body', { body: '' }, 400, 'INVALID_JSON'],
    ['a body that is text', { body: '"query"' }, 400, 'BAD_REQUEST'],
    ['a batch', { body: `[{"query":"{ __typename }"}]` }, 400, 'BATCHING_OFF'],
    ['no query', { body: '{"variables":{}}' }, 400, 'BAD_REQUEST'],
    ['a query that is a number', { body: '{"query":1}' }, 400, 'BAD_REQUEST'],
    ['variables that are a list', { body: '{"query":"{ __typename }","variables":[]}' }, 400, 'BAD_REQUEST'],
    ['another content type', { headers }, 415, 'UNSUPPORTED_MEDIA_TYPE'],
    ['a form', { headers: { 'content-type': 'application/x-www-form-urlencoded' } }, 415, 'UNSUPPORTED_MEDIA_TYPE'],
    ['a body over 1 MiB', { body: JSON.stringify({ query: 'x'.repeat(1024 * 1024) }) }, 413, 'BODY_TOO_LARGE'],
    [
      'a persisted query',
      { body: '{"extensions":{"persistedQuery":{"version":1,"sha256Hash":"x"}}}' },
      200,
      'PERSISTED_QUERY_NOT_SUPPORTED',
    ],
    ['a query that cannot be parsed', { body: '{"query":"{ citizen("}' }, 400, 'GRAPHQL_PARSE_FAILED'],
    ['a field that does not exist', { body: '{"query":"{ cpr }"}' }, 400, 'GRAPHQL_VALIDATION_FAILED'],
    [
      'an unknown enum value',
      { body: '{"query":"{ echo(text: \\"a\\", many: [THREE]) }"}' },
      400,
      'GRAPHQL_VALIDATION_FAILED',
    ],
    [
      'an unknown operation name',
      { body: '{"query":"query A { __typename }","operationName":"B"}' },
      400,
      'OPERATION_NOT_FOUND',
    ],
    [
      'two operations and no name',
      { body: '{"query":"query A { __typename } query B { __typename }"}' },
      400,
      'OPERATION_NOT_FOUND',
    ],
  ])('because it has %s is refused with a code', async (_what, options, status, code) => {
    expectRefusal(await world.ask('{ __typename }', options), { status, code });
  });

  it.each([
    ['is missing', {}, 'text'],
    ['is null', { text: null }, 'text'],
    ['is of another type', { text: { secret: 1 } }, 'text'],
    ['holds an unknown enum value', { text: 'a', many: ['ONE', 'secret'] }, 'many.1'],
  ])('I-8: because a variable %s names the place and not the value', async (_what, variables, field) => {
    const answer = await world.ask('query($text: String!, $many: [Kind!]) { echo(text: $text, many: $many) }', {
      variables,
    });
    expectRefusal(answer, { status: 400, code: 'INVALID_VARIABLE' });
    expect(answer.body.errors![0]!.extensions['field']).toBe(field);
    expect(answer.text).not.toContain('secret');
  });

  it.each(['PUT', 'DELETE', 'PATCH'])('because it is a %s is refused', async (method) => {
    const response = await fetch(`${world.address}/graphql`, { method });
    expect(response.status).toBe(405);
    expect(response.headers.get('allow')).toBe('POST');
    expect(((await response.json()) as any).errors[0].extensions.code).toBe('METHOD_NOT_ALLOWED');
  });

  it('because there is nothing at its address is told where GraphQL is', async () => {
    const response = await fetch(`${world.address}/0101019901`);
    expect(response.status).toBe(404);
    const text = await response.text();
    expect(text).toContain('NOT_FOUND');
    expect(text).not.toContain('0101019901');
  });
});

it('a request whose host is no host name is refused', async () => {
  const { hostname, port } = new URL(world.address);
  const headers = {
    host: 'a b',
    'content-type': 'application/json',
    authorization: `Bearer ${await world.token(PSYCHIATRIST)}`,
    'x-sammen-purpose': 'TREATMENT',
  };
  const status = await new Promise((resolve, reject) =>
    request({ hostname, port, method: 'POST', path: '/graphql', headers }, (answer) =>
      resolve(answer.resume().statusCode),
    )
      .on('error', reject)
      .end('{"query":"{ __typename }"}'),
  );
  expect(status).toBe(404);
});

describe('an operation that is too large', () => {
  const deep = (levels: number) => `{ citizens ${'{ friend '.repeat(levels)} { id } ${'}'.repeat(levels)} }`;
  const bomb = Array.from(
    { length: 40 },
    (_, n) => `fragment F${n} on Citizen { name ...F${n + 1} ...F${n + 1} }`,
  ).join(' ');
  it.each([
    ['nested 30 levels', deep(30), 'TOO_DEEP'],
    [
      'of 21 root fields',
      `{ ${Array.from({ length: 21 }, (_, n) => `a${n}: psychiatryStatus`).join(' ')} }`,
      'TOO_MANY_ROOT_FIELDS',
    ],
    [
      'of 101 aliases',
      `{ citizen(id: "c1") { ${Array.from({ length: 101 }, (_, n) => `a${n}: name`).join(' ')} } }`,
      'TOO_MANY_ALIASES',
    ],
    ['of 9,000 tokens', `{ citizen(id: "c1") { ${'name '.repeat(9_000)} } }`, 'TOO_MANY_TOKENS'],
    [
      'of fragments that double 40 times',
      `{ citizens { ...F0 } } ${bomb} fragment F40 on Citizen { id }`,
      'TOO_MANY_FIELDS',
    ],
  ])('%s is refused at once', async (_what, query, code) => {
    const started = performance.now();
    expectRefusal(await world.ask(query), { status: 400, code });
    expect(performance.now() - started).toBeLessThan(1_000);
  });
});

describe('a browser', () => {
  const preflight = (origin: string) =>
    fetch(`${world.address}/graphql`, {
      method: 'OPTIONS',
      headers: {
        origin,
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'authorization,content-type,x-sammen-purpose',
      },
    });

  it('may call from a configured origin and from no other', async () => {
    const known = await preflight('https://front.test');
    expect(known.headers.get('access-control-allow-origin')).toBe('https://front.test');
    expect(known.headers.get('access-control-allow-headers')).toContain('x-sammen-purpose');
    const asked = await fetch(`${world.address}/graphql`, {
      method: 'POST',
      headers: { origin: 'https://front.test' },
    });
    expect(asked.headers.get('access-control-expose-headers')).toBe('x-request-id, retry-after');
    expect((await preflight('https://evil.test')).headers.get('access-control-allow-origin')).toBeNull();
  });

  it('I-14: finds a page at / that loads nothing from elsewhere', async () => {
    const response = await fetch(world.address);
    const page = await response.text();
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(response.headers.get('content-security-policy')).toContain("default-src 'self'");
    expect(page).not.toMatch(/<script(?![^>]*src="\/)|https?:\/\//);
  });
});

describe('the address /', () => {
  it('answers GraphQL like /graphql', async () => {
    const { body } = await world.ask('{ psychiatryStatus }', { path: '/' });
    expect(body).toEqual({ data: { psychiatryStatus: 'open' }, extensions: NOTHING_WITHHELD });
    world.graph.reset();
  });
});

describe('health', () => {
  it('says that it lives, is ready, and how each source is', async () => {
    const live = await fetch(`${world.address}/health/live`);
    expect([live.status, await live.json()]).toEqual([200, { status: 'LIVE' }]);
    const ready = await fetch(`${world.address}/health/ready`);
    expect([ready.status, await ready.json()]).toEqual([
      200,
      {
        status: 'READY',
        supergraph: expect.stringMatching(/^[0-9a-f]{12}$/),
        subgraphs: { citizen: 'UP', psychiatry: 'UP', municipality: 'UP' },
        circuits: { citizen: 'CLOSED', psychiatry: 'CLOSED', municipality: 'CLOSED' },
      },
    ]);
  });

  it('stays ready when a source is down, and says which', async () => {
    await world.graph.psychiatry.stop();
    await new Promise((resolve) => setTimeout(resolve, 1_050));
    const ready = await fetch(`${world.address}/health/ready`);
    await world.graph.psychiatry.restart();
    expect(ready.status).toBe(200);
    expect(((await ready.json()) as any).subgraphs).toEqual({ citizen: 'UP', psychiatry: 'DOWN', municipality: 'UP' });
  });
});

it('I-8: an answer to someone says nothing of the inside', async () => {
  const { headers } = await world.ask('{ __typename }', { as: PSYCHIATRIST });
  expect([...headers.keys()].filter((name) => /powered|server/.test(name))).toEqual([]);
});
