import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createMetrics } from '../src/metrics/metrics.js';
import { createOperationLabels } from '../src/metrics/operationLabels.js';
import { createRequestState } from '../src/pipeline/requestState.js';
import { PSYCHIATRIST } from './support/people.js';
import { QUIET } from './support/installation.js';
import { startWorld, type World } from './support/world.js';

const TOKEN = 'a-token-of-at-least-32-characters';
let world: World;
let address: string;
beforeAll(async () => {
  world = await startWorld({ observability: { ...QUIET, metricsPort: 0, metricsToken: TOKEN } });
  address = world.metricsAddress()!;
});
afterAll(() => world.stop());
afterEach(() => world.graph.reset());

async function scrape(): Promise<string> {
  const answer = await fetch(address, { headers: { authorization: `Bearer ${TOKEN}` } });
  expect(answer.headers.get('content-type')).toMatch(/^text\/plain; version=0\.0\.4/);
  return answer.text();
}

/** The value of one series; 0 when it is not there. */
async function value(name: string, labels: Readonly<Record<string, string>>): Promise<number> {
  const wanted = Object.entries(labels).map(([label, text]) => `${label}="${text}"`);
  const line = (await scrape())
    .split('\n')
    .find((one) => one.startsWith(`sammen_gateway_${name}{`) && wanted.every((label) => one.includes(label)));
  return Number(line?.split(' ').at(-1) ?? 0);
}

async function growth(name: string, labels: Record<string, string>, act: () => Promise<unknown>): Promise<number> {
  const before = await value(name, labels);
  await act();
  return (await value(name, labels)) - before;
}

describe('GET /metrics', () => {
  it('counts answers by outcome', async () => {
    const outcome = (one: string, kind = 'query') => ['requests_total', { kind, outcome: one }] as const;
    expect(await growth(...outcome('COMPLETE'), () => world.ask('{ citizens { id } }'))).toBe(1);
    expect(await growth(...outcome('REFUSED', 'none'), () => world.ask('{ nonsense }'))).toBe(1);
    expect(await growth(...outcome('REFUSED', 'none'), () => world.ask('{ citizens { id } }', { as: null }))).toBe(1);
    world.graph.psychiatry.misbehave((_request, response) => !!response.writeHead(500).end());
    expect(await growth(...outcome('PARTIAL'), () => world.ask('{ psychiatryStatus }'))).toBe(1);
  });

  it('counts fetches by source and fault, and how long they took', async () => {
    const ask = () => world.ask('{ citizens { name services { act } } }');
    const fault = { source: 'municipality', fault: 'STATUS' };
    expect(await growth('fetches_total', { source: 'citizen', fault: 'NONE' }, ask)).toBe(1);
    world.graph.municipality.misbehave((_request, response) => !!response.writeHead(500).end());
    expect(await growth('fetches_total', fault, ask)).toBe(1);
    expect(await growth('fetch_duration_seconds_count', { source: 'citizen' }, ask)).toBe(1);
  });

  it('counts what grants permit and deny, once per citizen and category', async () => {
    world.graph.override({
      'Query.citizens': (_parent, _args, context) => {
        const permitted = { c1: ['IDENTITY'], c2: ['IDENTITY'], c3: [] } as const;
        context.newGrants.push(world.graph.decisionPoint.grant(context.received, permitted));
        return [{ id: 'c1' }, { id: 'c2' }];
      },
    });
    const ask = () => world.ask('{ citizens { name } }');
    expect(await growth('decisions_total', { category: 'IDENTITY', effect: 'PERMIT' }, ask)).toBe(2);
    expect(await growth('decisions_total', { category: 'IDENTITY', effect: 'DENY' }, ask)).toBe(1);
    expect(await growth('decisions_total', { category: 'DIAGNOSIS', effect: 'DENY' }, ask)).toBe(3);
  });

  it('counts what is withheld, and what the re-check dropped', async () => {
    world.graph.override({
      'Query.citizens': (_parent, _args, context) => {
        context.newGrants.push(world.graph.decisionPoint.grant(context.received, { c1: ['IDENTITY'], c2: [] }));
        return [{ id: 'c1' }, { id: 'c2' }];
      },
    });
    const ask = () => world.ask('{ citizens { name } }');
    const withheld = { category: 'IDENTITY', state: 'NO_ACCESS' };
    expect(await growth('withheld_total', withheld, ask)).toBe(1);
    expect(await growth('dropped_total', { category: 'IDENTITY', fault: 'NO_PERMIT' }, ask)).toBe(1);
  });

  it('tells what the cache of operations did, and how each circuit stands', async () => {
    const ask = () => world.ask('query Cached { citizens { id } }');
    expect(await growth('operation_cache', { what: 'misses' }, ask)).toBeGreaterThan(0);
    expect(await growth('operation_cache', { what: 'hits' }, ask)).toBeGreaterThan(0);
    expect(await value('operation_cache', { what: 'bytes' })).toBeGreaterThan(0);
    for (const source of ['citizen', 'psychiatry', 'municipality', 'decision point']) {
      expect(await value('breaker', { source, state: 'CLOSED' })).toBe(1);
      expect(await value('breaker', { source, state: 'OPEN' })).toBe(0);
    }
  });

  it('tells how the process is', async () => {
    const text = await scrape();
    expect(text).toMatch(/^nodejs_eventloop_lag_p99_seconds \d/m);
    expect(text).toMatch(/^process_resident_memory_bytes \d/m);
  });
});

describe('who may read metrics', () => {
  it.each([
    ['no token', {}],
    ['another token', { authorization: `Bearer ${TOKEN}x` }],
    ['a token in another form', { authorization: TOKEN }],
  ])('is not whoever sends %s', async (_what, headers) => {
    const answer = await fetch(address, { headers: headers as Record<string, string> });
    expect([answer.status, await answer.text()]).toEqual([401, '']);
  });

  it('is nobody at the address that clients call', async () => {
    const answer = await fetch(`${world.address}/metrics`, { headers: { authorization: `Bearer ${TOKEN}` } });
    expect(answer.status).toBe(404);
  });

  it('is nobody by another method or address', async () => {
    const headers = { authorization: `Bearer ${TOKEN}` };
    expect((await fetch(address, { method: 'POST', headers })).status).toBe(405);
    expect((await fetch(`${address}/`, { headers })).status).toBe(404);
  });

  it('is everybody on this machine when there is no token, but no page that a browser here has open', async () => {
    const open = await startWorld({ host: '0.0.0.0', observability: { ...QUIET, metricsPort: 0 } });
    try {
      const at = new URL(open.metricsAddress()!);
      expect(at.hostname).toBe('127.0.0.1');
      expect((await fetch(at)).status).toBe(200);
      const { get } = await import('node:http');
      const status = await new Promise((resolve) =>
        get(at, { headers: { host: 'rebound.example' } }, (answer) => resolve(answer.resume().statusCode)),
      );
      expect(status).toBe(401);
    } finally {
      await open.stop();
    }
  });

  it('I-14: is nobody unless an installation says where', async () => {
    const quiet = await startWorld();
    await quiet.stop();
    expect(quiet.metricsAddress()).toBeUndefined();
  });
});

describe('what metrics hold', () => {
  it('I-8: is no name, number, id or word of a request, whatever clients wrote where', async () => {
    const names = ['Canary_Jens_Hansen', 'Canary_0101019901', 'Canary_010101_9901'];
    for (const name of names) {
      for (let times = 0; times < 8; times += 1) {
        const query = `query ${name}($canary_variable: ID!) { canary_alias: citizen(id: $canary_variable) { canary_name: name } }`;
        await world.ask(query, { variables: { canary_variable: 'canary-0101019901' } });
      }
      await world.ask(`query ${name} { canary_field }`);
      await world.ask(`query ${name} { citizens { id } }`, { as: null });
      await world.ask('', { body: `canary-body ${name}`, headers: { 'x-sammen-purpose': 'canary' } });
    }
    world.graph.override({
      'Citizen.name': () => {
        throw Object.assign(new Error('canary-message'), { extensions: { code: 'CANARY_CODE', next: 'canary' } });
      },
    });
    await world.ask('{ citizen(id: "c1") { name } }');
    const text = await scrape();
    expect(text).not.toMatch(/canary|9901|hansen/i);
    for (const secret of [PSYCHIATRIST.id, PSYCHIATRIST.organisationId!, PSYCHIATRIST.unitId!, '"c1"'])
      expect(text).not.toContain(secret);
  });

  it('I-8: is a name of an operation that several people use, its digits masked, and of 10,000 names at most 100', async () => {
    const metrics = createMetrics({ operationCache: () => ({}), breakers: () => ({}) }, { process: false });
    const labels = createOperationLabels();
    const record = (name: string, actorId: string) => {
      const state = createRequestState('r', 1_000, async () => undefined);
      state.caller = { actor: { ...PSYCHIATRIST, id: actorId }, purposes: null } as never;
      state.operation = { name, kind: 'query' };
      state.record.executed = true;
      metrics.record({ state, status: 200, duration: 1, operation: labels.of(state) });
    };
    const operations = async () =>
      new Set([...(await metrics.text()).matchAll(/_count\{operation="([^"]*)"/g)].map(([, name]) => name));

    for (let times = 0; times < 100; times += 1) record('Written_by_one', 'a');
    for (const actor of ['a', 'b', 'c', 'd', 'e']) record('Overview_0101019901', actor);
    expect(await operations()).toEqual(new Set(['other', 'Overview_#']));

    const letters = (index: number) => [...String(index)].map((digit) => 'abcdefghij'[Number(digit)]).join('');
    for (let index = 0; index < 10_000; index += 1)
      for (const actor of ['a', 'b', 'c', 'd', 'e', 'f']) record(`Name_${letters(index)}`, actor);
    // The hundred, and all others together.
    expect((await operations()).size).toBe(101);
  });
});

it('counts nothing of a grant that speaks of categories nobody here knows, and goes on', async () => {
  const metrics = createMetrics({ operationCache: () => ({}), breakers: () => ({}) }, { process: false });
  const state = createRequestState('r', 1_000, async () => undefined);
  state.record.decisions = new Map([
    ['ffffffffffffffff 1', 1],
    ['3 1', 2],
  ]);
  metrics.record({ state, status: 200, duration: 1, operation: 'other' });
  const counted = [...(await metrics.text()).matchAll(/^sammen_gateway_decisions_total\{.*effect="(\w+)"\} (\d+)$/gm)];
  expect(counted.map(([, effect, count]) => `${effect} ${count}`)).toEqual(['PERMIT 2', 'DENY 2']);
});

it('docs/operations.md lists every metric with its labels and what it says', () => {
  const page = readFileSync(join(__dirname, '../../docs/operations.md'), 'utf8');
  const rows = [...page.matchAll(/^\| `(sammen_\w+)` +\| (.*?) *\| (.*?) *\|$/gm)];
  const listed = rows.map(([, name, labels, help]) => ({
    name,
    labels: [...labels!.matchAll(/`(\w+)`/g)].map(([, label]) => label),
    help,
  }));
  const metrics = createMetrics({ operationCache: () => ({}), breakers: () => ({}) }, { process: false });
  expect(listed).toEqual(metrics.list());
});
