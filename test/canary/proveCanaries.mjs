/**
 * `npm run prove:canary`: spoils a copy of the project in one way after the other and demands that the canaries notice,
 * and where it is said what the case is cut down to, that it is, that the saved case fails again there and nowhere else.
 * Numbers after `--` choose; about half a minute each on an idle machine, some minutes where cases are cut down.
 */
import { spawn } from 'node:child_process';
import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { copyProject } from '@sammen/cli';
import { SABOTAGES } from './sabotages.mjs';

const root = resolve(fileURLToPath(new URL('../..', import.meta.url)));
const chosen = process.argv.slice(2).map(Number);
const OPERATIONS = 600;
const saved = await mkdtemp(join(tmpdir(), 'sammen-case-'));

/** Runs the canary test in the copy. @returns how it ended and what it reported */
async function run(copy, options) {
  const jest = join(copy, 'node_modules/jest/bin/jest.js');
  const args = ['--rootDir', copy, '--cacheDirectory', join(copy, '.sammen/jest'), '--runTestsByPath'];
  const child = spawn(process.execPath, [jest, ...args, 'test/canary/canary.test.ts'], {
    cwd: copy,
    env: {
      ...process.env,
      SAMMEN_CANARY: JSON.stringify({ operations: OPERATIONS, seed: 1, shrinks: false, ...options }),
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (part) => (text += part));
  const code = await new Promise((done) => child.once('close', done));
  const report = JSON.parse(/^\{"seed".*\}$/m.exec(text)?.[0] ?? 'null');
  return { code, report, text };
}

/** The three that have to be 0. */
const figures = (report) =>
  report ? ` (leaks ${report.leaks}, missing ${report.missing}, without one event ${report.withoutOneEvent})` : '';

const fits = (step, found) => (step === 'any change' ? found !== 'query' : found === step);

/** @returns what it was cut down to; undefined when that is something else, or the saved case does not tell spoiled from sound */
async function proveCase({ steps: [found], failures: [file] }, wanted, faults) {
  process.stdout.write(`  cut down to ${found?.slice(-9).join(', ') ?? 'nothing'} (${found?.length ?? 0} steps)\n`);
  if (found?.length !== wanted.length || !wanted.every((step, at) => fits(step, found[at]))) return undefined;
  const replay = join(saved, 'case.json');
  await copyFile(file, replay);
  const spoiled = await run(copy.root, { replay });
  await copy.patch([]);
  await copy.build();
  const sound = await run(copy.root, { replay });
  const again = spoiled.report?.faults.some((fault) => faults.includes(fault));
  process.stdout.write(`  replayed: spoiled ${again ? 'red' : 'GREEN'}, sound ${sound.code === 0 ? 'green' : 'RED'}\n`);
  return again && sound.code === 0 ? `, cut down to ${found.join(', ')}` : undefined;
}

const copy = await copyProject(root);
let missed = 0;
try {
  for (const [index, { what, finds, steps, operations, more = [], ...patch }] of SABOTAGES.entries()) {
    if (chosen.length > 0 && !chosen.includes(index)) continue;
    await copy.patch([patch, ...more]);
    await copy.build();
    const options = { ...(steps && { shrinks: true }), ...(operations && { operations }) };
    const { code, report, text } = await run(copy.root, options);
    const faults = report?.faults ?? [];
    const noticed = code !== 0 && faults.some((fault) => finds.includes(fault));
    const cut = noticed && steps ? await proveCase(report, steps, faults) : '';
    if (!noticed || cut === undefined) missed += 1;
    const found = noticed ? `noticed after ${report.operations} operations as ${faults.join(', ')}` : 'NOT NOTICED';
    process.stdout.write(`${index} ${what}: ${found}${figures(report)}${cut ?? ', NOT CUT DOWN OR NOT REPLAYED'}\n`);
    if (report === null || cut === undefined) process.stdout.write(text.slice(-2_000));
  }
} finally {
  await copy.remove();
  await rm(saved, { recursive: true });
}
process.exitCode = missed === 0 ? 0 : 1;
