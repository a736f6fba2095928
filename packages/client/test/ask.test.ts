/** How a question is asked, asked again, and given up; over real sockets. */
import { inspect } from 'node:util';
import { createSammenClient, SammenClientError, type SammenClientOptions } from '@sammen/client';
import { hangUp, type Listener, refuse, silence, startListener } from './support/listener';

const QUERY = 'query Name($id: ID!) { citizen(id: $id) { name } }';
const MUTATION = 'mutation Give($id: ID!) { giveConsent(id: $id) { id } }';
const SECRET = '010190-9901';
const ANSWER = { body: { data: { citizen: { name: 'N' } }, extensions: { consent: { withheld: [] } } } };

let gateway: Listener;
beforeAll(async () => void (gateway = await startListener()));
afterAll(() => gateway.stop());

const clientOf = (more: Partial<SammenClientOptions> = {}) =>
  createSammenClient({ url: gateway.url, token: 'T', purpose: 'TREATMENT', ...more });
const ask = (document = QUERY, more: Partial<SammenClientOptions> = {}) => clientOf(more).ask(document, { id: SECRET });
const failureOf = async (asking: Promise<unknown>): Promise<SammenClientError> => {
  const thrown = await asking.then(
    () => 'an answer',
    (error: unknown) => error,
  );
  expect(thrown).toBeInstanceOf(SammenClientError);
  return thrown as SammenClientError;
};

describe('a question', () => {
  it('goes out with token and purpose, and an answer comes back with the id of the request', async () => {
    gateway.reply(ANSWER);
    expect(await ask()).toEqual({ data: { citizen: { name: 'N' } }, withheld: [], errors: [], requestId: 'r-1' });
    expect(gateway.arrived).toHaveLength(1);
    expect(gateway.arrived[0]).toMatchObject({
      headers: { authorization: 'Bearer T', 'x-sammen-purpose': 'TREATMENT', 'content-type': 'application/json' },
      body: { query: QUERY, variables: { id: SECRET } },
    });
  });

  it('takes the token anew each time, and sends no purpose where there is none', async () => {
    gateway.reply(ANSWER);
    let count = 0;
    const client = clientOf({ token: async () => `T${(count += 1)}`, purpose: null });
    await client.ask(QUERY);
    await client.ask(QUERY, {}, { purpose: 'PSYK_13C' });
    expect(gateway.arrived.map(({ headers }) => [headers['authorization'], headers['x-sammen-purpose']])).toEqual([
      ['Bearer T1', undefined],
      ['Bearer T2', 'PSYK_13C'],
    ]);
  });

  it('with partial data resolves: data, what is withheld, and what failed', async () => {
    const entry = {
      path: ['citizen', 'x'],
      coordinate: 'Citizen.x',
      category: 'PLAN',
      state: 'NO_ACCESS',
      nextStep: 'NONE',
    };
    const extensions = { code: 'SUBGRAPH_UNAVAILABLE', next: 'Again.', source: 'ngo', paths: [['citizen', 'y']] };
    gateway.reply({
      body: {
        data: { citizen: { x: null, y: null } },
        errors: [{ message: 'Down.', extensions }],
        extensions: { consent: { withheld: [entry] } },
      },
    });
    const { withheld, errors } = await ask();
    expect(withheld).toEqual([entry]);
    expect(errors).toEqual([
      {
        code: 'SUBGRAPH_UNAVAILABLE',
        message: 'Down.',
        next: 'Again.',
        source: 'ngo',
        retryable: true,
        path: null,
        paths: [['citizen', 'y']],
        field: null,
        details: {},
      },
    ]);
  });

  it('with data null resolves too: the gateway has answered', async () => {
    gateway.reply({ body: { data: null, errors: [{ message: 'No.', extensions: { code: 'NOT_ALLOWED' } }] } });
    expect(await ask(MUTATION)).toMatchObject({ data: null, errors: [{ code: 'NOT_ALLOWED', retryable: false }] });
  });

  it('asks to be told how it was carried out when it is to', async () => {
    gateway.reply({ body: { data: {}, extensions: { explain: { totalMs: 3 } } } });
    const { explanation } = await clientOf().ask('{ a }', {}, { explain: true });
    expect(explanation).toEqual({ totalMs: 3 });
    expect(gateway.arrived[0]!.headers['x-sammen-explain']).toBe('1');
  });

  it('can be by the hash of its document, however that is written', async () => {
    gateway.reply(ANSWER);
    const client = clientOf({ documents: 'hash' });
    await client.ask(QUERY);
    await client.ask(`# somebody's\n${QUERY.replaceAll(' ', '\n  ')}`);
    const ids = gateway.arrived.map(({ body }) => body.documentId);
    expect(ids[0]).toMatch(/^sha256:[0-9a-f]{64}$/);
    expect(ids[1]).toBe(ids[0]);
    expect(gateway.arrived[0]!.body).not.toHaveProperty('query');
    expect((await failureOf(client.ask('no graphql {'))).code).toBe('DOCUMENT_UNREADABLE');
  });
});

describe('what is refused', () => {
  it('rejects with code, next step, status, and all that the gateway said of it', async () => {
    gateway.reply(refuse(400, 'PURPOSE_UNKNOWN', { purposes: ['TREATMENT'], field: 'x' }));
    const error = await failureOf(ask());
    expect(error).toMatchObject({
      code: 'PURPOSE_UNKNOWN',
      message: 'Words for PURPOSE_UNKNOWN.',
      next: 'Do this about PURPOSE_UNKNOWN.',
      status: 400,
      requestId: 'r-1',
      retryable: false,
      failures: [{ field: 'x', details: { purposes: ['TREATMENT'] } }],
    });
    expect(gateway.arrived).toHaveLength(1);
  });

  it.each([
    ['HTML', { body: '<h1>hello</h1>' }, 'ANSWER_UNREADABLE'],
    ['HTML with an error', { status: 404, body: '<h1>hello</h1>' }, 'ANSWER_UNREADABLE'],
    ['JSON that is no answer', { body: { hello: 1 } }, 'ANSWER_UNREADABLE'],
    ['a list', { body: [] }, 'ANSWER_UNREADABLE'],
    ['another page', { status: 302, headers: { location: '/elsewhere' }, body: '' }, 'GATEWAY_UNREACHABLE'],
  ])('is told apart from what is no answer: %s', async (_what, reply, code) => {
    gateway.reply(reply);
    expect((await failureOf(ask(QUERY, { retries: 0 }))).code).toBe(code);
  });

  it('an answer larger than is taken is given up while it arrives', async () => {
    let sent = 0;
    gateway.reply((response) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      const more = (): void => {
        while (!response.destroyed && response.write(' '.repeat(65_536))) sent += 65_536;
        if (!response.destroyed) response.once('drain', more);
      };
      more();
    });
    expect((await failureOf(ask(QUERY, { mostBytes: 1_000_000 }))).code).toBe('ANSWER_TOO_LARGE');
    expect(sent).toBeLessThan(50_000_000);
    expect(gateway.arrived).toHaveLength(1);
  });

  it('I-8: names no value, no token and no document, not even deep inside', async () => {
    for (const reply of [refuse(400, 'INVALID_VARIABLE'), { body: 'x' }, { status: 500, body: 'x' }, hangUp]) {
      gateway.reply(reply);
      const error = await failureOf(ask(QUERY, { token: 'top-secret', retries: 0 }));
      const all = `${inspect(error, { depth: 20, showHidden: true })} ${JSON.stringify(error)} ${error.stack}`;
      expect(all).not.toContain(SECRET);
      expect(all).not.toContain('top-secret');
      expect(all).not.toContain('citizen(');
      expect(error.cause).toBeUndefined();
    }
  });

  it('I-8: a token that no header can hold is not quoted, and nothing is sent', async () => {
    gateway.reply(ANSWER);
    const error = await failureOf(ask(QUERY, { token: 'top-secret\nx' }));
    expect(error.code).toBe('CLIENT_SETTING_INVALID');
    expect(inspect(error)).not.toContain('top-secret');
    expect(gateway.arrived).toHaveLength(0);
  });

  it.each(['gateway.example', 'ftp://127.0.0.1/graphql', '/graphql'])('the address %s is, before anything', (url) => {
    expect(() => clientOf({ url })).toThrow(expect.objectContaining({ code: 'CLIENT_SETTING_INVALID' }));
  });
});

describe('asking again', () => {
  it.each([
    ['the connection broke', hangUp],
    ['the gateway is draining', refuse(503, 'SHUTTING_DOWN')],
    ['the issuer cannot be read', refuse(503, 'ISSUER_UNAVAILABLE')],
    ['a proxy says not now', { status: 502, body: '<h1>Bad gateway</h1>' }],
    [
      'the connection broke within the answer',
      (response: any) => {
        response.writeHead(200, { 'content-type': 'application/json', 'content-length': '500' });
        response.write('{"data":', () => response.destroy());
      },
    ],
  ])('a query is sent again when %s', async (_what, reply) => {
    gateway.reply(reply, reply, ANSWER);
    expect((await ask()).data).toEqual({ citizen: { name: 'N' } });
    expect(gateway.arrived).toHaveLength(3);
    expect(new Set(gateway.arrived.map(({ body }) => JSON.stringify(body))).size).toBe(1);
  });

  it('ends after as many times as were allowed', async () => {
    gateway.reply(hangUp);
    expect(await failureOf(ask(QUERY, { retries: 1 }))).toMatchObject({ code: 'GATEWAY_UNREACHABLE', retryable: true });
    expect(gateway.arrived).toHaveLength(2);
    gateway.reply(hangUp);
    await failureOf(ask(QUERY, { retries: 0 }));
    expect(gateway.arrived).toHaveLength(1);
  });

  it.each([hangUp, refuse(503, 'SHUTTING_DOWN'), refuse(429, 'RATE_LIMITED'), { status: 502, body: 'x' }])(
    'never happens to a mutation, which then says that the change may have been made unless the gateway refused it',
    async (reply) => {
      gateway.reply(reply);
      const error = await failureOf(ask(MUTATION, { retries: 5 }));
      expect(error.retryable).toBe(false);
      expect(gateway.arrived).toHaveLength(1);
      if (error.code === 'GATEWAY_UNREACHABLE') expect(error.next).toContain('may have been made');
    },
  );

  it('never happens to a document that cannot be read, or that holds several operations', async () => {
    for (const text of ['query {', `${QUERY} ${MUTATION}`]) {
      gateway.reply(hangUp);
      await failureOf(ask(text));
      expect(gateway.arrived).toHaveLength(1);
    }
    gateway.reply(hangUp, ANSWER);
    await clientOf().ask(`${QUERY} ${MUTATION}`, {}, { operationName: 'Name' });
    expect(gateway.arrived.map(({ body }) => body.operationName)).toEqual(['Name', 'Name']);
  });

  it('never happens to a refusal, nor to an answer in which a source failed', async () => {
    for (const reply of [refuse(401, 'UNAUTHENTICATED'), refuse(400, 'COST_TOO_HIGH'), refuse(500, 'X')]) {
      gateway.reply(reply);
      await failureOf(ask());
      expect(gateway.arrived).toHaveLength(1);
    }
    gateway.reply({ body: { data: {}, errors: [{ message: '', extensions: { code: 'SUBGRAPH_UNAVAILABLE' } }] } });
    await ask();
    expect(gateway.arrived).toHaveLength(1);
  });

  it('waits for as long as the gateway says', async () => {
    gateway.reply({ ...refuse(429, 'RATE_LIMITED'), headers: { 'retry-after': '1' } } as never, ANSWER);
    await ask();
    const [first, second] = gateway.arrived;
    expect(second!.at - first!.at).toBeGreaterThanOrEqual(990);
  });

  it('is not waited for when the deadline would be over: the refusal comes at once, with what to do', async () => {
    const soon = new Date(Date.now() + 60_000).toUTCString();
    for (const after of ['60', soon]) {
      gateway.reply({ ...refuse(429, 'RATE_LIMITED'), headers: { 'retry-after': after } } as never);
      const begun = Date.now();
      expect(await failureOf(ask(QUERY, { deadline: 20_000 }))).toMatchObject({
        code: 'RATE_LIMITED',
        retryable: true,
      });
      expect(Date.now() - begun).toBeLessThan(2_000);
    }
  });
});

describe('giving up', () => {
  it('happens when the deadline is over, whatever hangs: the gateway, its answer, or the token', async () => {
    gateway.reply(silence);
    expect(await failureOf(ask(QUERY, { deadline: 60 }))).toMatchObject({ code: 'DEADLINE_REACHED', status: null });
    gateway.reply((response) => void response.writeHead(200, { 'content-type': 'application/json' }).write('{'));
    expect((await failureOf(ask(QUERY, { deadline: 60 }))).code).toBe('DEADLINE_REACHED');
    const never = () => new Promise<string>(() => undefined);
    expect((await failureOf(ask(QUERY, { deadline: 60, token: never }))).code).toBe('DEADLINE_REACHED');
    const deaf = () => new Promise<Response>(() => undefined);
    expect((await failureOf(ask(QUERY, { deadline: 60, fetch: deaf }))).code).toBe('DEADLINE_REACHED');
  });

  it('of a mutation says that the change may have been made', async () => {
    gateway.reply(silence);
    const error = await failureOf(ask(MUTATION, { deadline: 60 }));
    expect([error.code, error.retryable, error.next]).toEqual([
      'DEADLINE_REACHED',
      false,
      expect.stringContaining('may have been made'),
    ]);
  });

  it('happens when the caller says so, with the caller’s own reason', async () => {
    gateway.reply(silence);
    const leaving = new AbortController();
    const asking = clientOf().ask(QUERY, {}, { signal: leaving.signal });
    setTimeout(() => leaving.abort(new Error('left the page')), 30);
    await expect(asking).rejects.toThrow('left the page');
    await expect(clientOf().ask(QUERY, {}, { signal: AbortSignal.abort(new Error('gone')) })).rejects.toThrow('gone');
  });

  it('of a token reaches the caller as it is', async () => {
    const token = () => Promise.reject(new Error('sign in again'));
    await expect(clientOf({ token }).ask(QUERY)).rejects.toThrow('sign in again');
  });
});
