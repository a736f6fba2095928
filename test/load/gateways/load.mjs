/** Asks one gateway a number of times from several connections and tells what came of it; in a process of its own. */
import { Pool } from 'undici';
import { bodiesOf, OPERATIONS } from './operations.mjs';

const TOKENS = JSON.parse(process.env.TOKENS);

async function run({ url, operation, requests, verify }) {
  const { clients, ...rest } = OPERATIONS[operation];
  const body = bodiesOf(rest);
  const pool = new Pool(new URL(url).origin, { connections: clients, pipelining: 1 });
  const latencies = [];
  let left = requests;
  let [failed, bytes, sample] = [0, 0, ''];
  const started = performance.now();
  const client = async (at) => {
    const headers = {
      'content-type': 'application/json',
      authorization: `Bearer ${TOKENS[at % TOKENS.length]}`,
      'x-sammen-purpose': 'REPRESENTATION',
    };
    while (left > 0) {
      left -= 1;
      const asked = performance.now();
      const answer = await pool.request({ method: 'POST', path: '/graphql', headers, body: body() });
      const text = await answer.body.text();
      latencies.push(performance.now() - asked);
      bytes += text.length;
      // Looked for, not parsed: the gateway needs the processor.
      if (answer.statusCode !== 200 || text.includes('"errors":[')) failed += 1;
      sample = text;
    }
  };
  await Promise.all(Array.from({ length: verify ? 1 : clients }, (_, at) => client(at)));
  const seconds = (performance.now() - started) / 1000;
  await pool.close();
  latencies.sort((one, other) => one - other);
  const quantile = (share) => latencies[Math.min(latencies.length - 1, Math.floor(latencies.length * share))];
  return {
    requests: latencies.length,
    failed,
    perSecond: latencies.length / seconds,
    p50: quantile(0.5),
    p99: quantile(0.99),
    bytes: Math.round(bytes / latencies.length),
    ...(verify || failed > 0 ? { sample } : {}),
  };
}

process.on('message', async (message) => process.send({ result: await run(message) }));
process.on('disconnect', () => process.exit(0));
process.send({ ready: true });
