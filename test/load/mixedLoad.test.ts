/** Mixed load in short: `npm run load:gateway -- --minutes 10` is the same for longer. Counts and memory, never times. */
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { root } from '../support/testFolders.js';

const SECONDS = 60;

it('no request is lost that did not touch the restarted source, while the supergraph is swapped; memory stays', async () => {
  const about = ['--minutes', String(SECONDS / 60), '--swap-every', '10', '--restart-every', '15', '--cache-mib', '2'];
  const script = join(root, 'test/load/gateways/mixedLoad.mjs');
  // What was lost stands in its output also when that makes it fail.
  const { stdout } = await promisify(execFile)(process.execPath, [script, ...about]).catch((failed) => failed);
  const { asked, lost, examples, swaps, restarts, heap } = JSON.parse(stdout);
  expect({ lost, examples }).toEqual({ lost: 0, examples: [] });
  expect({ swaps, restarts }).toEqual({ swaps: 5, restarts: 3 });
  expect(Object.keys(asked)).toHaveLength(6);
  expect(Math.min(...Object.values<number>(asked))).toBeGreaterThan(5);
  // A generation that is never let go would cost more than 20 MiB at every swap.
  expect(heap.medianMiB).toBeLessThan(180);
}, 150_000);
