/** What is known of operations: worked out once, kept within bounds, at hand when a new supergraph begins to serve. */
import { createHash } from 'node:crypto';
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { CONSENT_SDL } from '@sammen/consent-directive';
import { buildSchema, parse } from 'graphql';
import { createOperationCache } from '../src/operations/operationCache.js';
import { compose } from './support/compose.js';
import { GUARDIAN, PSYCHIATRIST } from './support/people.js';
import { startSubgraph, type TestSubgraph } from './support/subgraph.js';
import { QUIET } from './support/installation.js';
import { startWorld, type World } from './support/world.js';

let world: World;
afterEach(() => world.stop());

const measured = { ...QUIET, metricsPort: 0 };
const OVERVIEW = 'query Overview { citizen(id: "c1") { name diagnoses services { act } } }';
const events = (name: string) => world.log.map((line) => JSON.parse(line)).filter(({ event }) => event === name);

async function figures(): Promise<Record<string, number>> {
  const text = await (await fetch(world.metricsAddress()!)).text();
  const lines = text.matchAll(/^sammen_gateway_operation_cache\{what="(\w+)"\} (\S+)$/gm);
  return Object.fromEntries(Array.from(lines, ([, what, value]) => [what!, Number(value)]));
}

function replaceSupergraph(sdl: string): void {
  writeFileSync(`${world.supergraphFile}.new`, sdl);
  renameSync(`${world.supergraphFile}.new`, world.supergraphFile);
}

async function loaded(count: number): Promise<void> {
  while (events('supergraph loaded').length < count) await sleep(10);
}

/** The graph with one more subgraph, and what was served first. */
async function withExtra(use: (more: string, first: string) => Promise<void>): Promise<void> {
  const typeDefs = `${CONSENT_SDL} type Query { extra: String @public }`;
  const extra: TestSubgraph = await startSubgraph('ngo', typeDefs, { Query: { extra: () => 'here' } });
  try {
    await use(compose([...world.graph.all, extra]), readFileSync(world.supergraphFile, 'utf8'));
  } finally {
    await extra.stop();
  }
}

describe('an operation', () => {
  it('is worked out once, whoever asks it, at the same time or later', async () => {
    world = await startWorld({ observability: measured });
    const people = [PSYCHIATRIST, { ...PSYCHIATRIST, id: 'staff-psychiatrist-1' }];
    const both = people.flatMap((as) => [0, 1, 2].map(() => world.ask(OVERVIEW, { as })));
    await Promise.all([...both, world.ask(OVERVIEW, { as: GUARDIAN, purpose: null })]);
    for (const as of people) expect((await world.ask(OVERVIEW, { as })).body.errors).toBeUndefined();
    // Its re-check and its plan.
    expect(await figures()).toMatchObject({ documents: 1, prepared: 2, evictions: 0 });
    expect((await figures())['hits']).toBeGreaterThanOrEqual(2);
  });

  it('is kept apart from another one of the same document', async () => {
    world = await startWorld({ observability: measured });
    const query = 'query One { citizen(id: "c1") { name } } query Two { citizen(id: "c2") { name } }';
    const names = ['One', 'Two', 'One', 'Two'];
    const answers = await Promise.all(names.map((operationName) => world.ask(query, { operationName })));
    expect(answers.map(({ body }) => body.data.citizen.name)).toEqual(
      ['c1', 'c2', 'c1', 'c2'].map((id) => `Name of ${id}`),
    );
    expect(await figures()).toMatchObject({ documents: 1, prepared: 4 });
  });

  it('is shared by two who have both parsed it because nobody had before', async () => {
    world = await startWorld();
    const cache = createOperationCache(2 ** 20);
    const schema = buildSchema('type Query { a: Int }');
    const documents = ['{ a }', '{ a }'].map((text) => parse(text));
    for (const document of documents) await cache.documents.set('schema:hash', document);
    let worked = 0;
    const work = cache.once(() => (worked += 1));
    expect(documents.map((document) => work({ schema, document, operation: {} }))).toEqual([1, 1]);
  });

  it('is not kept when it is refused', async () => {
    world = await startWorld({ observability: measured });
    for (const query of ['{ nobody }', '{ citizen(', '{ citizen { name } }']) await world.ask(query);
    expect(await figures()).toMatchObject({ documents: 0, prepared: 0 });
  });

  it('makes room for others: what is kept never passes its bound, and every answer is right', async () => {
    world = await startWorld({ observability: measured, operationCacheMiB: 1 });
    for (let at = 0; at < 60; at += 1) {
      const { body } = await world.ask(`{ citizen(id: "c1") { a${at}: name diagnoses services { act hours } } }`);
      expect(body.data.citizen[`a${at}`]).toBe('Name of c1');
    }
    const { bytes, maxBytes, evictions, documents } = await figures();
    expect(maxBytes).toBe(2 ** 20);
    expect(bytes).toBeLessThanOrEqual(maxBytes!);
    expect(evictions! + documents!).toBe(60);
    expect(evictions).toBeGreaterThan(0);
  });
});

describe('a new supergraph', () => {
  it('knows the operations that are asked before it serves: ten swaps under 50 requests a second cost no request and no plan', async () => {
    world = await startWorld({ observability: measured });
    await withExtra(async (more, first) => {
      expect((await world.ask(OVERVIEW)).body.errors).toBeUndefined();
      let running = true;
      const faults: string[] = [];
      let answered = 0;
      const asked = new Set<Promise<unknown>>();
      const clock = (async () => {
        while (running) {
          await sleep(20);
          // A busy machine is not to be drowned: it is not overload that is tried here.
          if (asked.size >= 16) continue;
          const one = world
            .ask(OVERVIEW)
            .then(({ status, body }) => {
              answered += 1;
              if (status !== 200 || body.errors) faults.push(JSON.stringify(body));
            })
            .catch((error: unknown) => faults.push(String(error)))
            .finally(() => asked.delete(one));
          asked.add(one);
        }
      })();
      for (let swap = 1; swap <= 10; swap += 1) {
        replaceSupergraph(swap % 2 ? more : first);
        await loaded(swap + 1);
        const { prepared } = await figures();
        expect(prepared).toBe(2 * (swap + 1));
        const before = answered;
        while (answered < before + 3) await sleep(5);
        expect((await figures())['prepared']).toBe(prepared);
      }
      running = false;
      await clock;
      await Promise.all(asked);
      expect(faults.slice(0, 3)).toEqual([]);
      expect(events('operations warmed').at(-1)).toMatchObject({ operations: 1, skipped: 0 });
    });
  }, 90_000);

  it('leaves out what is no longer valid; the log has its hash and nothing of its text', async () => {
    world = await startWorld();
    await withExtra(async (more, first) => {
      replaceSupergraph(more);
      await loaded(2);
      const query = 'query Secret1234567890 { extra }';
      expect((await world.ask(query)).body.data).toEqual({ extra: 'here' });
      replaceSupergraph(first);
      await loaded(3);
      const hash = createHash('sha256').update(query).digest('hex');
      expect(events('operation left out')).toEqual([expect.objectContaining({ hash })]);
      expect(world.log.join('')).not.toContain('Secret1234567890');
      expect((await world.ask(query)).body.errors![0]!.extensions['code']).toBe('GRAPHQL_VALIDATION_FAILED');
    });
  });
});
