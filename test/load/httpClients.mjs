/**
 * What one call to a subgraph costs the gateway, by HTTP client, side by side in one run: `node test/load/httpClients.mjs`
 * after `npx tsc -b`. Prints microseconds of CPU per call; the least of all rounds is what other work disturbs least.
 */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { Agent, createServer, request } from 'node:http';
import { AnswerReader } from '../../gateway/dist/execution/fetching/answerReader.js';
import { createConnections } from '../../gateway/dist/execution/fetching/connections.js';
import { createRequestLife } from '../../gateway/dist/execution/fetching/requestLife.js';
import { createSubgraphClient } from '../../gateway/dist/execution/subgraphClient.js';
import { Pool } from 'undici';

const TOGETHER = 16;
const CALLS = 1_500;
const ROUNDS = 9;
const TIMEOUT = 10_000;
const citizens = Array.from({ length: 20 }, (_, index) => ({ __typename: 'Citizen', id: `c${index}` }));

/** The other process: always the same answer, of 3 KB. */
function serve() {
  const entities = citizens.map((one) => ({ ...one, diagnoses: ['F20.0', 'F31.1'], note: 'x'.repeat(60) }));
  const answer = JSON.stringify({ data: { _entities: entities }, extensions: { grants: ['y'.repeat(700)] } });
  const headers = { 'content-type': 'application/json; charset=utf-8', 'content-length': Buffer.byteLength(answer) };
  const server = createServer((asked, reply) => {
    asked.resume().on('end', () => reply.writeHead(200, headers).end(answer));
  });
  server.keepAliveTimeout = 60_000;
  server.listen(0, '127.0.0.1', () => process.send(server.address().port));
}

async function compare() {
  const child = fork(import.meta.filename, ['serve']);
  const [port] = await once(child, 'message');
  const origin = `http://127.0.0.1:${port}`;
  const query = 'query($representations:[_Any!]!){_entities(representations:$representations){...on Citizen{note}}}';
  const extensions = { grants: ['y'.repeat(700)], categories: 'fff' };
  const body = JSON.stringify({ query, variables: { representations: citizens }, extensions });
  const headers = () => ({
    'content-type': 'application/json',
    accept: 'application/graphql-response+json, application/json',
    authorization: `Bearer ${'z'.repeat(500)}`,
    'x-request-id': 'one',
    'x-sammen-service-call': 'w'.repeat(300),
  });
  const post = () => ({ method: 'POST', path: '/graphql', headers: headers(), body });
  const life = createRequestLife(3_600_000);
  const limits = { timeout: TIMEOUT, maxAnswerBytes: 1_000_000 };
  const read = (pool, more) =>
    new Promise((resolve, reject) => {
      pool.dispatch({ ...post(), ...more }, new AnswerReader(limits, { life, isMutation: false }, resolve, reject));
    });

  const plain = new Pool(origin, { connections: 64 });
  const ours = createConnections(origin, { most: 64, connectTimeout: TIMEOUT });
  const pipelined = new Pool(origin, { connections: 64, pipelining: 4, headersTimeout: 0, bodyTimeout: 0 });
  const whole = createSubgraphClient(`${origin}/graphql`, {
    ...limits,
    slots: { most: 64, queue: 64, patience: 1_000 },
    circuit: { failures: 5, firstPause: 500, mostPause: 10_000 },
  });
  const agent = new Agent({ keepAlive: true, maxSockets: 64 });

  const clients = {
    'node:http': () =>
      new Promise((resolve, reject) => {
        const sent = request(`${origin}/graphql`, { agent, method: 'POST', headers: headers() }, (answer) => {
          const chunks = [];
          answer.on('data', (chunk) => chunks.push(chunk));
          answer.on('end', () => resolve(JSON.parse(Buffer.concat(chunks).toString('utf8'))));
        });
        sent.on('error', reject).end(body);
      }),
    'undici request, AbortController, for await': async () => {
      const abort = new AbortController();
      const timer = setTimeout(() => abort.abort(), TIMEOUT);
      const answer = await plain.request({ ...post(), signal: abort.signal });
      const chunks = [];
      for await (const chunk of answer.body) chunks.push(chunk);
      clearTimeout(timer);
      return JSON.parse(Buffer.concat(chunks).toString('utf8'));
    },
    'undici request, text()': async () => JSON.parse(await (await plain.request(post())).body.text()),
    'undici dispatch, newer callbacks': () =>
      new Promise((resolve, reject) => {
        const timer = setTimeout(reject, TIMEOUT);
        const chunks = [];
        plain.dispatch(post(), {
          onRequestStart: () => undefined,
          onResponseStart: () => undefined,
          onResponseData: (_controller, chunk) => void chunks.push(chunk),
          onResponseEnd: () => (clearTimeout(timer), resolve(JSON.parse(Buffer.concat(chunks).toString('utf8')))),
          onResponseError: (_controller, error) => reject(error),
        });
      }),
    'our reader': () => read(ours, {}),
    'our reader, pipelining 4': () => read(pipelined, { idempotent: true, blocking: false }),
    'our client: reader, slots, circuit, budget': () =>
      whole.post({ body, headers, life, isMutation: false, read: (json) => json }),
  };

  const costs = new Map(Object.keys(clients).map((name) => [name, []]));
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [name, call] of Object.entries(clients)) {
      let left = CALLS;
      const work = async () => {
        for (; left > 0; left -= 1) await call();
      };
      const before = process.cpuUsage();
      await Promise.all(Array.from({ length: TOGETHER }, work));
      const { user, system } = process.cpuUsage(before);
      // The first rounds compile.
      if (round > 1) costs.get(name).push((user + system) / CALLS);
    }
  }
  for (const [name, all] of costs) {
    const sorted = all.toSorted((a, b) => a - b);
    process.stdout.write(
      `| ${name.padEnd(44)} | ${sorted[0].toFixed(0)} | ${sorted[sorted.length >> 1].toFixed(0)} |\n`,
    );
  }
  life.end('DONE');
  agent.destroy();
  await Promise.all([plain.destroy(), ours.destroy(), pipelined.destroy(), whole.close()]);
  child.kill();
}

if (process.argv[2] === 'serve') serve();
else await compare();
