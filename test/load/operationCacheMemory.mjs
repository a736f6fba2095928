/**
 * `node --expose-gc test/load/operationCacheMemory.mjs --operations 1000000`: fills the gateway's operation cache with
 * different operations over the project's own graph, as requests would, and prints what it says it holds and what the
 * heap grew by. `--mib` is the bound, `--small` asks for little each time.
 */
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { parse } from 'graphql';
import { createSupergraph } from '../../gateway/dist/supergraph/supergraph.js';

const { values } = parseArgs({
  options: {
    operations: { type: 'string', default: '1000' },
    mib: { type: 'string', default: '64' },
    small: { type: 'boolean', default: false },
  },
});
const MIB = 2 ** 20;
const log = { info() {}, warn() {}, error() {}, debug() {} };
const supergraph = createSupergraph({
  file: fileURLToPath(new URL('../../gateway/supergraph.graphql', import.meta.url)),
  watchInterval: 1_000_000,
  operationCacheBytes: Number(values.mib) * MIB,
  subgraphUrls: {},
  carryFetch: () => async () => ({ data: null, faults: [] }),
  log,
});
await supergraph.start();
supergraph.stop();
const { apiSchema: schema } = supergraph.current();

const FIELDS = [
  'name birthDate',
  'diagnoses { code text }',
  'assessments { version assessedOn }',
  'admissions(first: 3) { totalCount nodes { status startedAt hospital } }',
  'socialServices(first: 3) { nodes { act paragraph hoursPerWeek status newerAssessmentWarning } }',
  'housing { kind place isCurrent }',
  'jobCentreCase { incomeKind measures { measure status } }',
  'mentorships(first: 2) { nodes { status mentorName goals } }',
  'plans(first: 1) { nodes { kind status goals { text } agreements { rank action dueOn } } }',
  'careTeam { sector task professional { name } }',
];
/** Different ones: which fields, and a name that nobody had before. */
const textOf = (at) =>
  `query Of${at}($id: ID!) { citizen(id: $id) { id ${values.small ? `a${at}: name` : FIELDS.filter((_, bit) => (at >> bit) & 1).join(' ')} } }`;

async function ask(at) {
  const document = parse(textOf(at));
  await supergraph.operations.documents.set(`schema:${String(at).padStart(64, '0')}`, document);
  supergraph.preparation.prepared({ schema, document, operation: document.definitions[0] });
}

const heap = () => {
  globalThis.gc();
  globalThis.gc();
  return process.memoryUsage().heapUsed;
};
// What is made once (types that are looked up, code) is not the operations'.
for (let at = 0; at < 300; at += 1) await ask(at);
const counts = { before: supergraph.operations.stats().bytes, heap: heap() };
const checks = [];
const every = Math.max(1, Math.floor(Number(values.operations) / 10));
for (let at = 300; at < 300 + Number(values.operations); at += 1) {
  await ask(at);
  if ((at - 299) % every === 0)
    checks.push({
      operations: at - 299,
      heapMiB: (heap() - counts.heap) / MIB,
      rssMiB: process.memoryUsage().rss / MIB,
    });
}
const { bytes, documents, evictions, maxBytes } = supergraph.operations.stats();
const result = {
  documents,
  evictions,
  maxMiB: maxBytes / MIB,
  saysMiB: (bytes - counts.before) / MIB,
  heapMiB: (heap() - counts.heap) / MIB,
  checks,
};
process.stdout.write(`${JSON.stringify(result, undefined, 2)}\n`);
