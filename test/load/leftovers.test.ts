/** Memory in bytes, never times. */
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { root } from '../support/testFolders.js';

it('a request that is answered leaves next to nothing behind, though no full garbage collection has run', async () => {
  const script = join(root, 'test/load/gateways/leftovers.mjs');
  const { stdout } = await promisify(execFile)(process.execPath, [script]);
  const { asked, failed, bytes } = JSON.parse(stdout);
  expect({ asked, failed }).toEqual({ asked: 400, failed: 0 });
  // A state that outlives its request is 20,000 and more.
  expect(bytes).toBeLessThan(8_000);
}, 60_000);
