/**
 * `npm run prove:canary`: spoils a copy of the project in one way after the other and demands that the canaries notice.
 * Numbers after `--` choose; about half a minute each on an idle machine.
 */
import { spawn } from 'node:child_process';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { copyProject } from '@sammen/cli';
import { SABOTAGES } from './sabotages.mjs';

const root = resolve(fileURLToPath(new URL('../..', import.meta.url)));
const chosen = process.argv.slice(2).map(Number);
const OPERATIONS = 600;

/** Runs the canary test in the copy. @returns the faults that it found and after how many operations */
async function run(copy) {
  const jest = join(copy, 'node_modules/jest/bin/jest.js');
  const args = ['--rootDir', copy, '--cacheDirectory', join(copy, '.sammen/jest'), '--runTestsByPath'];
  const child = spawn(process.execPath, [jest, ...args, 'test/canary/canary.test.ts'], {
    cwd: copy,
    env: { ...process.env, SAMMEN_CANARY: JSON.stringify({ operations: OPERATIONS, seed: 1, shrinks: false }) },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (part) => (text += part));
  const code = await new Promise((done) => child.once('close', done));
  const report = JSON.parse(/^\{"seed".*\}$/m.exec(text)?.[0] ?? 'null');
  return { code, report, text };
}

const copy = await copyProject(root);
let missed = 0;
try {
  for (const [index, { what, finds, more = [], ...patch }] of SABOTAGES.entries()) {
    if (chosen.length > 0 && !chosen.includes(index)) continue;
    await copy.patch([patch, ...more]);
    await copy.build();
    const { code, report, text } = await run(copy.root);
    const faults = report?.faults ?? [];
    const noticed = code !== 0 && faults.some((fault) => finds.includes(fault));
    if (!noticed) missed += 1;
    const found = noticed ? `noticed after ${report.operations} operations as ${faults.join(', ')}` : 'NOT NOTICED';
    process.stdout.write(`${index} ${what}: ${found}\n`);
    if (report === null) process.stdout.write(text.slice(-2_000));
  }
} finally {
  await copy.remove();
}
process.exitCode = missed === 0 ? 0 : 1;
