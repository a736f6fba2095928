/** The bench of gateways runs, and its rows answer the same; no time is asserted. */
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { root } from '../support/testFolders.js';

it('npm run bench:gateway measures the same answers of our gateway, the stock one and the floor', async () => {
  const script = join(root, 'test/load/gateways/bench.mjs');
  const about = [
    '--rows',
    'ours,stock,floor',
    '--rounds',
    '1',
    '--scale',
    '0.05',
    '--warm',
    '1',
    '--json',
    '--operations',
    'overview of 1;overview of 25;deep, 5 hops',
  ];
  const { stdout } = await promisify(execFile)(process.execPath, [script, ...about], { maxBuffer: 2 ** 24 });
  const results = JSON.parse(stdout) as Record<string, any>[];
  expect(results).toHaveLength(9);
  for (const { failed, cpu, perSecond, rss } of results) {
    expect(failed).toBe(0);
    expect(Math.min(cpu.gateway, perSecond, rss)).toBeGreaterThan(0);
  }
}, 120_000);
