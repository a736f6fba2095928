/**
 * `npm run load:operations [-- --operations N --mib M]`: operations that nobody has asked before, one after the other,
 * parsed, validated, planned and compiled as the gateway does it, without HTTP around them. However many there are, what
 * is kept stays within its bound, by the heap and not by the cache's own estimate. Needs `node --expose-gc`.
 */
import { createHash } from 'node:crypto';
import { parseArgs } from 'node:util';
import { parse, validate } from 'graphql';
import { createSupergraph } from '../../../gateway/dist/supergraph/supergraph.js';
import { OPERATIONS } from './operations.mjs';
import { SUPERGRAPH } from './rows.mjs';

const { values } = parseArgs({
  options: { operations: { type: 'string', default: '1000000' }, mib: { type: 'string', default: '100' } },
});
const [most, mib] = [Number(values.operations), Number(values.mib)];
const LOOKS = 50;
/** One in so many is a whole overview, which is a hundred times the work of a small one. */
const OVERVIEW_EVERY = 1_000;
const silent = () => undefined;
const log = { info: silent, warn: silent, error: silent, debug: silent };

const small = (at) => `query Small_n${at} { citizen(id: "${at}") { name a${at}: birthDate } }`;
const overview = (at) => OPERATIONS['overview of 1'].query.replace('query Overview', `query Overview_n${at}`);
const textOf = (at) => (at % OVERVIEW_EVERY === 0 ? overview(at) : small(at));

const heap = () => {
  globalThis.gc();
  return process.memoryUsage().heapUsed / 2 ** 20;
};

async function run() {
  const supergraph = createSupergraph({
    file: SUPERGRAPH,
    watchInterval: 3_600_000,
    operationCacheBytes: mib * 2 ** 20,
    subgraphUrls: {},
    carryFetch: () => silent,
    log,
  });
  await supergraph.start();
  const { operations, preparation } = supergraph;
  const { apiSchema: schema } = supergraph.current();

  async function ask(at) {
    const text = textOf(at);
    const document = parse(text, { noLocation: false });
    const [error] = validate(schema, document);
    if (error) throw error;
    await operations.documents.set(`s:${createHash('sha256').update(text).digest('hex')}`, document);
    preparation.prepared({ schema, document, operation: document.definitions[0] });
  }

  // What is made once, the planner's own memory among it, is not what a cache holds.
  for (let at = 1; at <= 100; at += 1) await ask(most + at);
  const before = heap() - operations.stats().bytes / 2 ** 20;
  const from = process.cpuUsage();
  let worst = 0;
  for (let at = 0; at < most; at += 1) {
    await ask(at);
    if ((at + 1) % Math.ceil(most / LOOKS) !== 0) continue;
    const { documents, evictions, bytes } = operations.stats();
    const grown = heap() - before;
    worst = Math.max(worst, grown);
    const seconds = (process.cpuUsage(from).user / 1e6).toFixed(0);
    process.stdout.write(
      `${at + 1} operations: ${documents} kept, ${evictions} let go, ${(bytes / 2 ** 20).toFixed(1)} MiB estimated, ${grown.toFixed(1)} MiB of heap, ${seconds} s of CPU\n`,
    );
  }
  supergraph.stop();
  const isKept = worst <= mib;
  process.stdout.write(`At most ${worst.toFixed(1)} MiB of ${mib}: ${isKept ? 'within the bound' : 'TOO MUCH'}.\n`);
  process.exitCode = isKept ? 0 : 1;
}

if (globalThis.gc === undefined) throw new Error('Run it with `npm run load:operations`, or with node --expose-gc.');
await run();
