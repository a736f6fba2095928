/**
 * What a request leaves in the gateway's memory when it is answered, until the next full garbage collection: bytes of the
 * heap per request, after everything young that nobody holds is gone. An accessor in an object literal, a weak map with
 * requests as its keys, or a vendor's object of that kind keeps all of a request that long, and every collection of the
 * young pays for it (docs/decisions/0034).
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createBenchKeys } from './keys.mjs';
import { createProcesses } from './processes.mjs';
import { ROWS } from './rows.mjs';

const [WARM, ASKED] = [1_500, 400];
const directory = mkdtempSync(join(tmpdir(), 'sammen-bench-'));
const { started, stop } = createProcesses();

try {
  const keys = await createBenchKeys(directory);
  const canned = await started('cannedSubgraphs.mjs', keys.cannedEnvironment);
  const origin = `http://127.0.0.1:${canned.first.port}`;
  const { url, process: gateway } = await ROWS.ours({ started, origin, keys, flags: ['--expose-gc'] });
  const load = await started('load.mjs', { TOKENS: JSON.stringify(keys.tokens) });
  // One at a time: what is still being answered is no leftover.
  const ask = (requests) => load.ask({ url, operation: 'overview of 1', requests, verify: true }, 'result');
  const heap = async (after) => (await gateway.ask({ ask: after }, 'usage')).heapUsed;

  await ask(WARM);
  await heap('memory');
  const before = await heap('leftovers');
  const { failed } = await ask(ASKED);
  const bytes = ((await heap('leftovers')) - before) / ASKED;
  process.stdout.write(`${JSON.stringify({ asked: ASKED, failed, bytes: Math.round(bytes) })}\n`);
} finally {
  await stop();
  rmSync(directory, { recursive: true, force: true });
}
