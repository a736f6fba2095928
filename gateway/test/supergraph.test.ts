import { readFileSync, renameSync, unlinkSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { CONSENT_SDL } from '@sammen/consent-directive';
import { createSubgraphs } from '../src/execution/subgraphs.js';
import { createLog } from '../src/index.js';
import { createSupergraph } from '../src/supergraph/supergraph.js';
import { compose } from './support/compose.js';
import { startSubgraph, type TestSubgraph } from './support/subgraph.js';
import { NOTHING_WITHHELD, startWorld, type World } from './support/world.js';

/** A busy machine starts processes and loads schemas slowly. */
jest.setTimeout(30_000);

let world: World;
let original: string;
beforeEach(async () => {
  world = await startWorld();
  original = readFileSync(world.supergraphFile, 'utf8');
});
afterEach(() => world.stop());

const events = (name: string) => world.log.map((line) => JSON.parse(line)).filter(({ event }) => event === name);

async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 10_000;
  while (!(await condition())) {
    if (Date.now() > deadline) throw new Error('It did not come to pass within 10 s');
    await sleep(20);
  }
}

/** As editors and "sammen compose" do: whole or not at all. */
function replaceSupergraph(sdl: string): void {
  writeFileSync(`${world.supergraphFile}.new`, sdl);
  renameSync(`${world.supergraphFile}.new`, world.supergraphFile);
}

/** The graph with one more subgraph. */
async function withExtra<T>(use: (extra: TestSubgraph, sdl: string) => Promise<T>): Promise<T> {
  const typeDefs = `${CONSENT_SDL} type Query { extra: String @public }`;
  const extra = await startSubgraph('ngo', typeDefs, { Query: { extra: () => 'here' } });
  try {
    return await use(extra, compose([...world.graph.all, extra]));
  } finally {
    await extra.stop();
  }
}

describe('a supergraph file that changes', () => {
  it('is served from then on', () =>
    withExtra(async (_extra, sdl) => {
      expect((await world.ask('{ extra }')).body.errors![0]!.extensions['code']).toBe('GRAPHQL_VALIDATION_FAILED');
      replaceSupergraph(sdl);
      await until(async () => (await world.ask('{ extra }')).body.data?.extra === 'here');
      const ready = (await (await fetch(`${world.address}/health/ready`)).json()) as any;
      expect(ready.subgraphs.ngo).toBe('UP');
      expect(events('supergraph loaded').at(-1).id).toBe(ready.supergraph);
    }));

  it('is swapped under load without dropping or spoiling a request', () =>
    withExtra(async (_extra, sdl) => {
      world.graph.override({ 'Citizen.diagnoses': async () => (await sleep(15), ['F20.0']) });
      let running = true;
      const answers: string[] = [];
      const clients = Array.from({ length: 8 }, async () => {
        while (running) {
          const { status, text } = await world.ask('{ citizen(id: "c1") { name diagnoses services { act } } }');
          answers.push(`${status} ${text.trim()}`);
        }
      });
      for (let swap = 1; swap <= 4; swap += 1) {
        const loaded = events('supergraph loaded').length;
        replaceSupergraph(swap % 2 ? sdl : original);
        await until(() => events('supergraph loaded').length > loaded);
        const before = answers.length;
        await until(() => answers.length >= before + 16);
      }
      running = false;
      await Promise.all(clients);
      expect(new Set(answers)).toEqual(
        new Set([
          '200 {"data":{"citizen":{"name":"Name of c1","diagnoses":["F20.0"],"services":[{"act":"SEL 85"}]}},"extensions":{"consent":{"withheld":[]}}}',
        ]),
      );
    }));

  it('lets a request that began on the old one end on the old one', () =>
    withExtra(async (_extra, sdl) => {
      replaceSupergraph(sdl);
      await until(() => events('supergraph loaded').length === 2);
      let release: () => void = () => undefined;
      const held = new Promise<void>((resolve) => (release = resolve));
      world.graph.override({ 'Query.citizen': async (_p, { id }) => (await held, { id }) });
      const answer = world.ask('{ citizen(id: "c1") { services { act } } extra }');
      await until(() => world.graph.citizen.received.length > 0);
      replaceSupergraph(original);
      await until(() => events('supergraph loaded').length === 3);
      release();
      expect((await answer).body).toEqual({
        data: { citizen: { services: [{ act: 'SEL 85' }] }, extra: 'here' },
        extensions: NOTHING_WITHHELD,
      });
      expect((await world.ask('{ extra }')).status).toBe(400);
    }));

  it.each([
    ['is not GraphQL', () => 'this is no { graph'],
    ['is empty', () => ''],
    ['is no supergraph', () => 'type Query { a: String }'],
    [
      'has lost its consent labels',
      (sdl: string) => sdl.replaceAll(/^directive @consent.*$|@consent\(category: \w+\)/gm, ''),
    ],
    ['is half written', (sdl: string) => sdl.slice(0, sdl.length / 2)],
    ['names a subgraph without an address', (sdl: string) => sdl.replace(/url: "[^"]*"/, 'url: ""')],
    [
      'demands a directive that would not be enforced',
      (sdl: string) =>
        sdl.replace(
          '@link(url: "https://specs.apollo.dev/link/v1.0")',
          '@link(url: "https://specs.apollo.dev/link/v1.0") @link(url: "https://elsewhere.test/lock/v9.0", for: SECURITY)',
        ),
    ],
  ])('is refused when it %s: the old one stays, and the log says so once', async (_what, damage) => {
    expect(damage(original)).not.toBe(original);
    replaceSupergraph(damage(original));
    await until(() => events('supergraph refused').length > 0);
    await sleep(200);
    expect(events('supergraph refused')).toEqual([
      expect.objectContaining({ level: 50, code: 'SUPERGRAPH_BROKEN', reason: expect.any(String) }),
    ]);
    expect((await world.ask('{ citizen(id: "c1") { name } }')).body).toEqual({
      extensions: NOTHING_WITHHELD,
      data: { citizen: { name: 'Name of c1' } },
    });
    expect((await fetch(`${world.address}/health/ready`)).status).toBe(200);
  });

  it('is refused when it is gone, and served again when it is back', () =>
    withExtra(async (_extra, sdl) => {
      unlinkSync(world.supergraphFile);
      await until(() => events('supergraph refused').length > 0);
      expect(events('supergraph refused')[0].code).toBe('SUPERGRAPH_UNREADABLE');
      expect((await world.ask('{ psychiatryStatus }')).body).toEqual({
        data: { psychiatryStatus: 'open' },
        extensions: NOTHING_WITHHELD,
      });
      replaceSupergraph(sdl);
      await until(async () => (await world.ask('{ extra }')).body.data?.extra === 'here');
    }));
});

describe('an address in the configuration', () => {
  it('replaces the one in the supergraph', async () => {
    await world.stop();
    const elsewhere = await startSubgraph(
      'psychiatry',
      `${CONSENT_SDL} type Query { psychiatryStatus: String @public }`,
      { Query: { psychiatryStatus: () => 'from elsewhere' } },
    );
    world = await startWorld({ subgraphUrls: { psychiatry: elsewhere.url } });
    const { body } = await world.ask('{ psychiatryStatus }');
    await elsewhere.stop();
    expect(body).toEqual({ data: { psychiatryStatus: 'from elsewhere' }, extensions: NOTHING_WITHHELD });
    expect(world.graph.psychiatry.received).toEqual([]);
  });
});

it('a request that was validated against a schema runs on that one, though another was loaded in between', () =>
  withExtra(async (_extra, sdl) => {
    const log = createLog('silent');
    const unused = () => {
      throw new Error('Nothing is asked');
    };
    const subgraphs = createSubgraphs(unused, { sign: unused }, log);
    const supergraph = createSupergraph({
      file: world.supergraphFile,
      watchInterval: 20,
      operationCacheBytes: 2 ** 20,
      subgraphUrls: {},
      carryFetch: subgraphs.carryFetch,
      log,
    });
    await supergraph.start();
    const first = supergraph.current()!;
    replaceSupergraph(sdl);
    await until(() => supergraph.current() !== first);
    supergraph.stop();
    expect(supergraph.generationOf(first.apiSchema)).toBe(first);
    expect(supergraph.generationOf(supergraph.current()!.apiSchema)).toBe(supergraph.current());
    await subgraphs.stop();
  }));
