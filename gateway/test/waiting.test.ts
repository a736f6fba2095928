/** What a request is worth waiting for: sources that keep failing or have too much to do, deadlines, clients that leave. */
import { setTimeout as sleep } from 'node:timers/promises';
import { CHANGE, NEVER, OVERVIEW, THE_REST, WHOLE } from './support/overview.js';
import { PSYCHIATRIST } from './support/people.js';
import { startWorld, type World } from './support/world.js';

const json = { 'content-type': 'application/json' };

let world: World;
afterEach(() => world.graph.reset());

describe('a source that keeps failing', () => {
  const circuit = { failures: 5, firstPause: 1_000, mostPause: 1_000 };
  beforeAll(async () => void (world = await startWorld({ subgraphTimeout: 1_000 }, { circuit })));
  afterAll(() => world.stop());

  const circuits = async () => ((await (await fetch(`${world.address}/health/ready`)).json()) as any).circuits;
  const ask = async () => (await world.ask('{ psychiatryStatus citizen(id: "c1") { name } }')).body;
  const status = async () => (await ask()).data.psychiatryStatus;
  async function recovered(): Promise<void> {
    for (let tries = 0; (await status()) !== 'open' && tries < 200; tries += 1) await sleep(20);
    expect(await circuits()).toEqual({ citizen: 'CLOSED', psychiatry: 'CLOSED', municipality: 'CLOSED' });
  }

  it('is left alone after five failures, says so at once, is tried by one call at a time, and comes back', async () => {
    const { psychiatry } = world.graph;
    psychiatry.misbehave((_q, a) => !!a.writeHead(503).end());
    for (let times = 0; times < 5; times += 1) await ask();
    expect(await circuits()).toMatchObject({ citizen: 'CLOSED', psychiatry: 'OPEN' });
    const before = psychiatry.received.length;
    const { data, errors } = await ask();
    expect(psychiatry.received).toHaveLength(before);
    expect(data).toEqual({ psychiatryStatus: null, citizen: { name: 'Name of c1' } });
    expect(errors!.map(({ message }) => message)).toEqual([
      'The source "psychiatry" is not being asked for a moment, after several failures; its fields are null, whatever it holds.',
    ]);
    expect(world.log.some((line) => /"event":"circuit"/.test(line) && /"circuit":"OPEN"/.test(line))).toBe(true);

    // Whoever comes while one call tries is told at once.
    psychiatry.misbehave(() => true);
    for (let tries = 0; psychiatry.received.length === before && tries < 100; tries += 1) {
      await sleep(20);
      void ask();
    }
    expect(await circuits()).toMatchObject({ psychiatry: 'HALF_OPEN' });
    await Promise.all([ask(), ask(), ask()]);
    expect(psychiatry.received).toHaveLength(before + 1);

    world.graph.reset();
    await recovered();
  });

  it('is not left alone because it refuses', async () => {
    const refusal = { message: 'No purpose was given.', extensions: { code: 'PURPOSE_REQUIRED', next: 'Send one.' } };
    world.graph.psychiatry.misbehave((_q, a) => !!a.writeHead(400, json).end(JSON.stringify({ errors: [refusal] })));
    for (let times = 0; times < 8; times += 1)
      expect((await ask()).errors![0]!.extensions['code']).toBe('PURPOSE_REQUIRED');
    expect(await circuits()).toMatchObject({ psychiatry: 'CLOSED' });
  });

  it('says of a change that was not sent nothing but that it was not', async () => {
    const { municipality } = world.graph;
    municipality.misbehave((_q, a) => !!a.writeHead(500).end());
    for (let times = 0; times < 5; times += 1) await world.ask(CHANGE);
    const before = municipality.received.length;
    const { body } = await world.ask(CHANGE);
    expect(municipality.received).toHaveLength(before);
    expect(body.errors![0]!.message).toContain('is not being asked');
    expect(body.errors![0]!.extensions['next']).not.toContain('may have been made');
  });
});

describe('a source with too much to do', () => {
  beforeAll(
    async () =>
      void (world = await startWorld(
        { subgraphTimeout: 10_000, requestDeadline: 20_000, subgraphConcurrency: 2 },
        { patience: 10_000 },
      )),
  );
  afterAll(() => world.stop());

  it('gets two calls at once, four wait for their turn, and all others hear that it is busy', async () => {
    let running = 0;
    let most = 0;
    let refusedSoFar = 0;
    world.graph.override({
      'Query.psychiatryStatus': async () => {
        most = Math.max(most, (running += 1));
        // Until all others were turned away, and the second one has come as well.
        for (let tries = 0; (refusedSoFar < 6 || most < 2) && tries < 500; tries += 1) await sleep(10);
        running -= 1;
        return 'open';
      },
    });
    const ask = async () => {
      const answer = await world.ask('{ psychiatryStatus }');
      if (answer.body.errors) refusedSoFar += 1;
      return answer;
    };
    const answers = await Promise.all(Array.from({ length: 12 }, ask));
    expect(most).toBe(2);
    expect(answers.filter(({ body }) => body.data.psychiatryStatus === 'open')).toHaveLength(6);
    const refused = answers.filter(({ body }) => body.errors);
    expect(refused).toHaveLength(6);
    for (const { status, body } of refused) {
      expect([status, body.data, body.errors]).toEqual([
        200,
        { psychiatryStatus: null },
        [
          {
            message:
              'The source "psychiatry" has more to answer already than it takes at once; its fields are null, whatever it holds.',
            path: ['psychiatryStatus'],
            extensions: {
              code: 'SUBGRAPH_BUSY',
              source: 'psychiatry',
              next: expect.stringContaining('Try again in a few seconds'),
              paths: [['psychiatryStatus']],
            },
          },
        ],
      ]);
    }
    expect((await world.ask('{ psychiatryStatus }')).body.errors).toBeUndefined();
  });
});

describe('the time of a request', () => {
  const settings = { subgraphTimeout: 5_000, subgraphTimeouts: { municipality: 150 }, requestDeadline: 1_000 };
  beforeAll(async () => void (world = await startWorld(settings, { circuit: NEVER })));
  afterAll(() => world.stop());

  it('is up: it is answered with what the others gave', async () => {
    world.graph.psychiatry.misbehave(() => true);
    const began = performance.now();
    const { body } = await world.ask(OVERVIEW);
    expect(performance.now() - began).toBeLessThan(4_000);
    expect(body.data.citizen).toEqual(THE_REST);
    expect(body.errors!.map(({ message }) => message)).toEqual([
      'The source "psychiatry" was not waited for: the time for the whole request was up; its fields are null, whatever it holds.',
    ]);
  });

  it('is told to each source, and grows shorter from fetch to fetch', async () => {
    world.graph.override({ 'Citizen.friend': async () => (await sleep(100), { id: 'c9' }) });
    await world.ask('{ citizen(id: "c1") { friend { diagnoses services { act } } } }');
    const timeOf = ({ received }: { received: readonly { headers: Record<string, unknown> }[] }) =>
      Number(received.at(-1)!.headers['x-sammen-deadline-ms']);
    const { citizen, psychiatry, municipality } = world.graph;
    expect(timeOf(citizen)).toBeGreaterThan(200);
    expect(timeOf(citizen)).toBeLessThanOrEqual(1_000);
    expect(timeOf(psychiatry)).toBeLessThanOrEqual(timeOf(citizen) - 95);
    expect(timeOf(municipality)).toBeLessThanOrEqual(150);
  });

  it('can be shorter for one source', async () => {
    world.graph.municipality.misbehave(() => true);
    const { body } = await world.ask(OVERVIEW);
    expect(body.data.citizen).toEqual({ ...WHOLE, services: null });
    expect(body.errors![0]!.message).toContain('"municipality" did not answer in time');
  });
});

describe('a client that leaves', () => {
  beforeAll(
    async () => void (world = await startWorld({ subgraphTimeout: 5_000 }, { circuit: { ...NEVER, failures: 1 } })),
  );
  afterAll(() => world.stop());

  async function leave(query: string, when: () => boolean): Promise<void> {
    const token = await world.token(PSYCHIATRIST);
    const abort = new AbortController();
    const headers = { ...json, authorization: `Bearer ${token}`, 'x-sammen-purpose': 'TREATMENT' };
    const asked = fetch(`${world.address}/graphql`, {
      method: 'POST',
      headers,
      body: JSON.stringify({ query }),
      signal: abort.signal,
    }).catch(() => undefined);
    for (let tries = 0; !when() && tries < 200; tries += 1) await sleep(10);
    abort.abort();
    await asked;
  }

  it('is not worked for: what runs is given up, nothing new is begun, and no source is blamed', async () => {
    const { citizen, psychiatry } = world.graph;
    let closed = false;
    citizen.misbehave(({ socket }) => (socket.once('close', () => (closed = true)), true));
    await leave('{ citizen(id: "c1") { diagnoses } }', () => citizen.received.length === 1);
    for (let tries = 0; !closed && tries < 100; tries += 1) await sleep(10);
    expect(closed).toBe(true);
    world.graph.reset();
    expect((await world.ask(OVERVIEW)).body.data.citizen).toEqual(WHOLE);
    expect(psychiatry.received).toHaveLength(1);
    expect(world.log.join('')).not.toContain('subgraph unavailable');
  });

  it('after a change was sent does not call it back', async () => {
    const { municipality } = world.graph;
    let cut = false;
    let done = false;
    municipality.misbehave(({ socket }, answer) => {
      socket.once('close', () => (cut = !done));
      setTimeout(() => answer.writeHead(200, json).end('{"data":{"grantService":null}}', () => (done = true)), 300);
      return true;
    });
    await leave(CHANGE, () => municipality.received.length === 1);
    for (let tries = 0; !done && tries < 100; tries += 1) await sleep(10);
    expect([done, cut]).toEqual([true, false]);
  });
});
