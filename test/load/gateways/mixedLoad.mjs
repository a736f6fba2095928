/**
 * `npm run load:gateway -- --minutes 10`: mixed load on the project's gateway while its supergraph is swapped and one
 * subgraph is restarted, over and over. Prints, as JSON, what was asked, what was lost, and how memory went.
 */
import { mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { Pool } from 'undici';
import { createBenchKeys } from './keys.mjs';
import { MIXTURE } from './mixture.mjs';
import { createProcesses } from './processes.mjs';
import { environmentOfOurs, SUPERGRAPH } from './rows.mjs';

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '10' },
    'swap-every': { type: 'string', default: '20' },
    'restart-every': { type: 'string', default: '30' },
    'per-second': { type: 'string', default: '20' },
    // Small, so that new texts have filled it long before the second half.
    'cache-mib': { type: 'string', default: '8' },
  },
});
const CLIENTS = 8;
const RESTARTED = 'psychiatry';
/**
 * How long after its return a source may still be missed: a circuit looks again after a second, and the longer it found
 * nothing, the later: by about as much as the source was away, which on a busy machine takes long to start.
 */
const GRACE = 3_000;
const graceOf = ({ from, to }) => Math.max(GRACE, 2 * (to - from));

const directory = mkdtempSync(join(tmpdir(), 'sammen-load-'));
const { started, stop } = createProcesses();

try {
  const keys = await createBenchKeys(directory);
  const canned = keys.cannedEnvironment;
  const others = await started('cannedSubgraphs.mjs', canned);
  let source = await started('cannedSubgraphs.mjs', canned);
  const { port } = source.first;
  const urls = { [RESTARTED]: `http://127.0.0.1:${port}/${RESTARTED}/graphql` };
  const file = join(directory, 'supergraph.graphql');
  const sdl = readFileSync(SUPERGRAPH, 'utf8');
  const replace = (text) => {
    writeFileSync(`${file}.new`, text);
    renameSync(`${file}.new`, file);
  };
  replace(sdl);
  const origin = `http://127.0.0.1:${others.first.port}`;
  const env = {
    ...environmentOfOurs({ origin, keys, urls }),
    SUPERGRAPH_FILE: file,
    LOG_LEVEL: 'warn',
    OPERATION_CACHE_MIB: values['cache-mib'],
  };
  const gateway = await started('ours.mjs', env, ['--expose-gc']);
  const pool = new Pool(new URL(gateway.first.url).origin, { connections: 32, pipelining: 1 });

  const begun = performance.now();
  const until = begun + Number(values.minutes) * 60_000;
  const asked = {};
  const lost = [];
  const excused = { count: 0 };
  const memory = [];
  const latencies = [];
  let [swaps, restarts, down, at] = [0, 0, [], 0];

  /** Whether the source was away at any time between. */
  const wasAway = (from, to) =>
    down.some((one) => one.from <= to && (one.to === undefined || from <= one.to + graceOf(one)));

  async function ask() {
    const { name, body, touches, check } = MIXTURE[at % MIXTURE.length];
    const token = keys.tokens[(at += 1) % keys.tokens.length];
    const from = performance.now();
    asked[name] = (asked[name] ?? 0) + 1;
    let fault;
    try {
      const headers = {
        'content-type': 'application/json',
        authorization: `Bearer ${token}`,
        'x-sammen-purpose': 'REPRESENTATION',
      };
      const answer = await pool.request({ method: 'POST', path: '/graphql', headers, body: body(at) });
      const { data, errors = [], extensions } = JSON.parse(await answer.body.text());
      const foreign = errors.filter(({ extensions: more }) => more?.source !== RESTARTED);
      if (answer.statusCode !== 200 || foreign.length > 0)
        fault = JSON.stringify({ status: answer.statusCode, foreign });
      else if (extensions?.consent?.withheld?.length > 0) fault = 'withheld';
      else if (!check(data)) fault = 'without the data of the others';
      else if (errors.length > 0 && !(touches && wasAway(from, performance.now()))) fault = JSON.stringify(errors);
      else if (errors.length > 0) excused.count += 1;
    } catch (error) {
      fault = String(error);
    }
    latencies.push(performance.now() - from);
    if (fault) lost.push({ name, second: Math.round((from - begun) / 1000), fault: fault.slice(0, 300) });
  }

  async function repeat(seconds, work) {
    for (let next = begun + seconds * 1000; next < until; next += seconds * 1000) {
      await sleep(Math.max(0, next - performance.now()));
      await work();
    }
  }

  const inFlight = new Set();
  await Promise.all([
    repeat(1 / Number(values['per-second']), () => {
      // As many as a gateway on a busy machine can answer in time; it is not overload that is tried here.
      if (inFlight.size >= CLIENTS) return;
      const one = ask().finally(() => inFlight.delete(one));
      inFlight.add(one);
    }),
    repeat(Number(values['swap-every']), () => replace(`${sdl}\n# ${(swaps += 1)}\n`)),
    repeat(Number(values['restart-every']), async () => {
      const away = { from: performance.now() };
      down = [...down, away];
      await source.stop();
      await sleep(500);
      source = await started('cannedSubgraphs.mjs', { ...canned, PORT: String(port) });
      away.to = performance.now();
      restarts += 1;
    }),
    repeat(2, async () =>
      memory.push({ at: performance.now() - begun, ...(await gateway.ask({ ask: 'memory' }, 'usage')) }),
    ),
  ]);
  await Promise.all(inFlight);
  await pool.close();
  const quantile = (share) => latencies.toSorted((a, b) => a - b)[Math.floor((latencies.length - 1) * share)];
  const result = {
    asked,
    lost: lost.length,
    examples: lost.slice(0, 10),
    // Answered with all but the data of the source that was away.
    withoutTheRestarted: excused.count,
    swaps,
    restarts,
    p50: quantile(0.5),
    p99: quantile(0.99),
    heap: trend(memory, 'heapUsed'),
    rss: trend(memory, 'rss'),
  };
  process.stdout.write(`${JSON.stringify(result, undefined, 2)}\n`);
  process.exitCode = lost.length > 0 ? 1 : 0;
} finally {
  await stop();
  rmSync(directory, { recursive: true, force: true });
}

/** Of the second half, in MiB: its median, and by how much a straight line through it rises. */
function trend(samples, key) {
  const half = samples.filter((one) => one.at > samples.at(-1).at / 2);
  const mean = (of) => half.reduce((sum, one) => sum + of(one), 0) / half.length;
  const [x, y] = [mean((one) => one.at), mean((one) => one[key])];
  const rise = mean((one) => (one.at - x) * (one[key] - y)) / mean((one) => (one.at - x) ** 2);
  const sorted = half.map((one) => one[key]).toSorted((a, b) => a - b);
  const MIB = 2 ** 20;
  return {
    medianMiB: sorted[Math.floor(sorted.length / 2)] / MIB,
    riseMiB: (rise * (half.at(-1).at - half[0].at)) / MIB,
    samples: half.length,
  };
}
