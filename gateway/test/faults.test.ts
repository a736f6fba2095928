/** Sources that fail over real sockets: what it costs, what is asked again, and what stays behind. */
import type { ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { gzipSync } from 'node:zlib';
import { CHANGE, NEVER, OVERVIEW, THE_REST, WHOLE } from './support/overview.js';
import type { Misbehaviour } from './support/subgraph.js';
import { startWorld, type World } from './support/world.js';

const json = { 'content-type': 'application/json' };

/** 50 MB of blanks. */
const BOMB = gzipSync(Buffer.alloc(50_000_000, 32));

let world: World;
afterEach(() => world.graph.reset());

/** Writes until it is stopped or cut off; tells how much. */
function endless(answer: ServerResponse, written: { bytes: number }): void {
  const chunk = Buffer.alloc(16 * 1024, 32);
  const more = (): void => {
    if (answer.destroyed) return;
    written.bytes += chunk.length;
    answer.write(chunk, () => setImmediate(more));
  };
  more();
}

function byteByByte(answer: ServerResponse): void {
  const text = JSON.stringify({ data: { _entities: [{ diagnoses: ['x'.repeat(10_000)] }] } });
  let at = 0;
  const timer = setInterval(() => (answer.destroyed ? clearInterval(timer) : answer.write(text[at++]!)), 10);
}

describe('a source that', () => {
  const bounds = { maxAnswerBytes: 200_000, circuit: NEVER };
  beforeAll(async () => void (world = await startWorld({ subgraphTimeout: 1_000 }, bounds)));
  afterAll(() => world.stop());

  const written = { bytes: 0 };
  const FAULTS: [string, string, Misbehaviour][] = [
    ['dribbles byte by byte', 'did not answer in time', (_q, a) => (a.writeHead(200, json), byteByByte(a), true)],
    [
      'never stops',
      'gave more than one answer may hold',
      (_q, a) => (a.writeHead(200, json), endless(a, written), true),
    ],
    [
      'sends little that unpacks to much',
      'gave an answer that cannot be used',
      (_q, a) => !!a.writeHead(200, { ...json, 'content-encoding': 'gzip' }).end(BOMB),
    ],
    [
      'lacks what was asked for',
      'gave an answer that cannot be used',
      (_q, a) => !!a.writeHead(200, json).end('{"data":{"_entities":[]}}'),
    ],
    [
      'promises more than it sends',
      'cannot be reached',
      (q, a) => (
        a.writeHead(200, { ...json, 'content-length': '1000' }).write('{"data"'),
        setTimeout(() => q.socket.end(), 10),
        true
      ),
    ],
    ['speaks no HTTP', 'cannot be reached', (q) => !!q.socket.end('SMTP ready\r\n\r\n')],
  ];
  it.each(FAULTS)(
    '%s costs its own fields and no time beyond its limit; it is asked again at once',
    async (_what, words, how) => {
      world.graph.psychiatry.misbehave(how);
      const began = performance.now();
      const { status, body } = await world.ask(OVERVIEW);
      expect(performance.now() - began).toBeLessThan(4_000);
      expect([status, body.data.citizen]).toEqual([200, THE_REST]);
      expect(body.errors!.map(({ message }) => message)).toEqual([
        `The source "psychiatry" ${words}; its fields are null, whatever it holds.`,
      ]);
      expect(world.graph.psychiatry.received).toHaveLength(1);
      world.graph.reset();
      expect((await world.ask(OVERVIEW)).body.data.citizen).toEqual(WHOLE);
    },
  );

  it('never stops is read no further than the limit', () => {
    expect(written.bytes).toBeGreaterThan(200_000);
    expect(written.bytes).toBeLessThan(8_000_000);
  });

  it.each([2, 4])('gives %s of three citizens loses them all: nobody can tell which is whose', async (count) => {
    world.graph.psychiatry.amend(({ data, ...rest }) => {
      const [first] = (data as { _entities: unknown[] })._entities;
      return { ...rest, data: { _entities: Array.from({ length: count }, () => first) } };
    });
    const { body } = await world.ask('{ citizens { diagnoses } }');
    expect(body.data.citizens).toEqual([{ diagnoses: null }, { diagnoses: null }, { diagnoses: null }]);
    expect(body.errors![0]!.message).toContain('gave an answer that cannot be used');
  });

  it('mixes two answers up gives neither: what is missing is not taken for nothing recorded', async () => {
    world.graph.psychiatry.misbehave((_q, answer, asked) => {
      const other = asked.includes('_entities') ? '{"psychiatryStatus":"open"}' : '{"_entities":[{"diagnoses":[]}]}';
      return !!answer.writeHead(200, json).end(`{"data":${other}}`);
    });
    const { body } = await world.ask('{ psychiatryStatus citizen(id: "c1") { diagnoses } }');
    expect(body.data).toEqual({ psychiatryStatus: null, citizen: { diagnoses: null } });
    expect(body.errors!.map(({ message, extensions: { paths } }) => [message, paths])).toEqual([
      [
        expect.stringContaining('gave an answer that cannot be used'),
        expect.arrayContaining([['psychiatryStatus'], ['citizen', 'diagnoses']]),
      ],
    ]);
  });

  it('closes its connection after each answer is asked over a new one', async () => {
    world.graph.psychiatry.misbehave((_q, answer) => void answer.setHeader('connection', 'close'));
    for (let times = 0; times < 5; times += 1) expect((await world.ask(OVERVIEW)).body.data.citizen).toEqual(WHOLE);
  });

  /** Cuts every connection that has carried an answer already, just as it is used again. */
  function cutUsed(): Misbehaviour {
    const used = new WeakSet<Socket>();
    return ({ socket }) => {
      if (used.has(socket)) return !!socket.resetAndDestroy();
      used.add(socket);
    };
  }

  it('resets a kept connection just as it is used again is asked again, newly signed, and nothing is lost', async () => {
    world.graph.psychiatry.misbehave(cutUsed());
    await world.ask(OVERVIEW);
    for (let times = 0; times < 3; times += 1) expect((await world.ask(OVERVIEW)).body.data.citizen).toEqual(WHOLE);
    const { received } = world.graph.psychiatry;
    expect(received.length).toBeGreaterThan(4);
    const signatures = received.map(({ headers }) => headers['x-sammen-service-call']);
    expect(new Set(signatures).size).toBe(received.length);
  });

  it('resets a connection over which a change was sent is not sent it again', async () => {
    world.graph.municipality.misbehave(({ socket }) => !!socket.resetAndDestroy());
    const { body } = await world.ask(CHANGE);
    expect(world.graph.municipality.received).toHaveLength(1);
    expect(body.errors![0]!.extensions).toMatchObject({
      code: 'SUBGRAPH_UNAVAILABLE',
      next: expect.stringContaining('may have been made'),
    });
  });

  it('resets every connection is asked a tenth more often, or a few times, and not twice as often', async () => {
    const { psychiatry } = world.graph;
    psychiatry.misbehave(({ socket }) => !!socket.resetAndDestroy());
    const COUNT = 100;
    for (let at = 0; at < COUNT; at += 10)
      await Promise.all(Array.from({ length: 10 }, () => world.ask('{ psychiatryStatus }')));
    expect(psychiatry.received.length).toBeGreaterThanOrEqual(COUNT);
    expect(psychiatry.received.length).toBeLessThanOrEqual(COUNT * 1.3);
  });

  it('fails in every way, five hundred times, leaves nothing behind', async () => {
    setFlagsFromString('--expose-gc');
    const gc = runInNewContext('gc') as () => void;
    const hows: Misbehaviour[] = [
      (_q, a) => !!a.writeHead(500).end(),
      (_q, a) => !!a.writeHead(200, json).end(`{"data":${'['.repeat(5_000)}`),
      ({ socket }) => !!socket.destroy(),
      (q, a) => (a.writeHead(200, json).write('{"data":'), setTimeout(() => q.socket.destroy(), 5), true),
      (_q, a) => !!a.writeHead(200, json).end(' '.repeat(250_000)),
    ];
    let turn = 0;
    world.graph.psychiatry.misbehave((...all) => hows[turn++ % hows.length]!(...all));
    const warnings: Error[] = [];
    const warned = (warning: Error) => void warnings.push(warning);
    process.on('warning', warned);
    async function measured(rounds: number): Promise<number> {
      for (let round = 0; round < rounds; round += 1) {
        await Promise.all(Array.from({ length: 25 }, () => world.ask('{ psychiatryStatus }')));
        for (const { received } of world.graph.all) received.length = 0;
        world.log.length = 0;
      }
      await sleep(20);
      gc();
      return process.memoryUsage().heapUsed;
    }
    const before = await measured(6);
    const after = await measured(20);
    process.off('warning', warned);
    expect(after - before).toBeLessThan(6_000_000);
    expect(warnings).toEqual([]);
    world.graph.reset();
    expect((await world.ask(OVERVIEW)).body.data.citizen).toEqual(WHOLE);
  });
});
