/**
 * `npm run bench:gateway`: the same questions to several gateways in front of the same canned subgraphs, in turn, round
 * by round. Processor time per operation is the figure to trust: other work on the machine disturbs it least.
 */
import { parseArgs } from 'node:util';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { createBenchKeys } from './keys.mjs';
import { OPERATIONS } from './operations.mjs';
import { createProcesses } from './processes.mjs';
import { report, total } from './report.mjs';
import { ROWS } from './rows.mjs';

const { values } = parseArgs({
  options: {
    rows: { type: 'string', default: 'ours,consent,stock,nothing,floor' },
    operations: { type: 'string', default: Object.keys(OPERATIONS).join(';') },
    rounds: { type: 'string', default: '40' },
    // How many times the requests that operations.mjs names a round and its warm-up hold. Short ones, many times: whatever
    // disturbs the machine for a second then disturbs all rows alike.
    scale: { type: 'string', default: '0.2' },
    warm: { type: 'string', default: '80' },
    profile: { type: 'string' },
    json: { type: 'boolean', default: false },
    docs: { type: 'string' },
  },
});
const rows = values.rows.split(',');
const operations = values.operations.split(';');
const directory = mkdtempSync(join(tmpdir(), 'sammen-bench-'));
const { running, started, stop } = createProcesses();

const say = (text) => process.stderr.write(`${text}\n`);

try {
  const keys = await createBenchKeys(directory);
  const canned = await started('cannedSubgraphs.mjs', keys.cannedEnvironment);
  const origin = `http://127.0.0.1:${canned.first.port}`;
  const gateways = [];
  for (const row of rows) {
    say(`starting ${row}`);
    const flags = values.profile && row === 'ours' ? ['--cpu-prof', `--cpu-prof-dir=${values.profile}`] : [];
    try {
      gateways.push({ row, ...(await ROWS[row]({ started, stopping: running, origin, keys, flags, directory })) });
    } catch (error) {
      say(`${row} does not start: ${error.message}`);
    }
  }
  const load = await started('load.mjs', { TOKENS: JSON.stringify(keys.tokens) });
  const results = [];
  for (const operation of operations) {
    const able = [];
    let expected;
    for (const gateway of gateways) {
      const ask = { url: gateway.url, operation, requests: 1, verify: true };
      const { sample, failed } = await load.ask(ask, 'result');
      const { data, extensions } = JSON.parse(sample);
      expected ??= data;
      const withheld = extensions?.consent?.withheld?.length ?? 0;
      const isSame = gateway.hasOwnData || isDeepStrictEqual(data, expected);
      if (failed > 0 || withheld > 0 || !isSame) {
        say(
          `${gateway.row} does not answer "${operation}" as the first row does: ${process.env.SHOW ? sample : sample.slice(0, 300)}`,
        );
        results.push({ row: gateway.row, operation, failed: true });
      } else able.push(gateway);
    }
    const requests = Math.ceil(OPERATIONS[operation].requests * Number(values.scale));
    // In turn, as they are measured: code that has not run for a while is thrown away.
    for (let round = 0; round < Number(values.warm); round += 1)
      for (const { url } of able) await load.ask({ url, operation, requests }, 'result');
    for (let round = 0; round < Number(values.rounds); round += 1) {
      for (const gateway of able) {
        const before = await usage(gateway);
        const result = await load.ask({ url: gateway.url, operation, requests }, 'result');
        const after = await usage(gateway);
        const { sample: _sample, ...figures } = result;
        const cpu = Object.fromEntries(
          Object.keys(after.cpu).map((name) => [name, (after.cpu[name] - before.cpu[name]) / result.requests]),
        );
        results.push({ row: gateway.row, operation, round, ...figures, cpu, rss: after.rss });
        say(
          `${operation}: ${gateway.row} ${total({ cpu }).toFixed(3)} ms, ${Math.round(result.perSecond)}/s, ${result.failed} failed`,
        );
      }
    }
  }
  const text = report(results, {
    rows,
    operations,
    command: `npm run bench:gateway -- ${process.argv.slice(2).join(' ')}`.trim(),
  });
  process.stdout.write(values.json ? `${JSON.stringify(results)}\n` : text);
  if (values.docs) {
    const page = readFileSync(values.docs, 'utf8');
    const [from, to] = ['<!-- bench:gateway -->', '<!-- /bench:gateway -->'];
    const [head, rest] = page.split(from);
    writeFileSync(values.docs, `${head}${from}\n\n${text}\n${to}${rest.split(to)[1]}`);
  }
} finally {
  await stop();
  rmSync(directory, { recursive: true, force: true });
}

async function usage({ process: one, others = async () => ({}) }) {
  const [{ cpu, rss }, more] = [await one.ask({ ask: 'usage' }, 'usage'), await others()];
  return { cpu: { gateway: cpu, ...more }, rss };
}
