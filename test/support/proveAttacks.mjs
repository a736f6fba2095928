/**
 * `npm run prove:attacks [-- names]`: switches one defence off after the other, each in a copy of the project, and
 * demands that the tests of its attack notice. 15 to 30 seconds per defence. `--keep` leaves the last copy for looking;
 * `--record` writes what turned red to test/attacks/proved.
 */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from '../../packages/cli/bootstrap/build.mjs';
import { loadDefences } from './loadDefences.mjs';
import { readOutcome } from './redTests.mjs';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const RECORDS = join(root, 'test/attacks/proved');
const options = process.argv.slice(2).filter((one) => one.startsWith('--'));
const names = process.argv.slice(2).filter((one) => !one.startsWith('--'));

let child;
let stopped = false;
for (const signal of ['SIGINT', 'SIGTERM'])
  process.on(signal, () => {
    stopped = true;
    child?.kill('SIGTERM');
  });

/** Runs test files in the copy, on ports and data of their own; what they say goes to the log. */
async function runTests(copy, attacks) {
  const output = join(copy, 'results.json');
  await rm(output, { force: true });
  const files = attacks.map((attack) => `test/attacks/${attack}.test.ts`);
  const jest = join(copy, 'node_modules/jest/bin/jest.js');
  const cache = join(copy, '.sammen/jest');
  const args = [jest, '--rootDir', copy, '--json', '--outputFile', output, '--cacheDirectory', cache];
  child = spawn(process.execPath, [...args, '--runTestsByPath', ...files], { cwd: copy, stdio: 'ignore' });
  await new Promise((done, fail) => child.on('error', fail).on('close', done));
  if (stopped) throw new Error('Stopped.');
  return readFile(output, 'utf8').then(JSON.parse, () => null);
}

async function prove(copy, attack, { off }) {
  try {
    await copy.patch(off);
    await copy.build();
  } catch (error) {
    return { verdict: 'BROKEN', tests: [], detail: error.message };
  }
  return readOutcome(await runTests(copy.root, [attack]));
}

const say = (text) => process.stdout.write(`${text}\n`);
const seconds = (since) => `${((performance.now() - since) / 1000).toFixed(1)} s`;

async function main() {
  await build(root);
  const { copyProject } = await import('@sammen/cli');
  const table = await loadDefences(root);
  const unknown = names.filter((name) => !table.has(name));
  if (unknown.length > 0)
    throw new Error(`No defences of ${unknown.join(', ')}; there are ${[...table.keys()].join(', ')}.`);
  const chosen = [...table].filter(([attack]) => names.length === 0 || names.includes(attack));
  const total = chosen.reduce((sum, [, defences]) => sum + defences.length, 0);
  const begun = performance.now();
  const copy = await copyProject(root);
  const outcomes = [];
  try {
    say(`With all defences: ${chosen.length} attacks …`);
    await copy.build();
    const baseline = await runTests(
      copy.root,
      chosen.map(([attack]) => attack),
    );
    if (baseline?.success !== true) {
      const failed = (baseline?.testResults ?? []).flatMap(({ assertionResults, message }) =>
        assertionResults.length === 0 ? [message] : assertionResults.filter(({ status }) => status === 'failed'),
      );
      for (const one of failed) say(typeof one === 'string' ? one : `${one.fullName}\n${one.failureMessages[0]}`);
      throw new Error('With all defences the tests must be green; they are not, so a red one would prove nothing.');
    }
    say(`  ✓ green  ${seconds(begun)}`);
    for (const [attack, defences] of chosen)
      for (const defence of defences) {
        const since = performance.now();
        const outcome = await prove(copy, attack, defence);
        outcomes.push({ attack, defence, ...outcome });
        const mark = outcome.verdict === 'RED' ? '✓' : '✗';
        const said =
          outcome.verdict === 'RED' ? `${outcome.tests.length} red` : `${outcome.verdict}: ${outcome.detail}`;
        say(`  ${mark} ${outcomes.length}/${total} ${attack}: without “${defence.what}” ${said}  ${seconds(since)}`);
      }
  } finally {
    if (options.includes('--keep')) say(`kept: ${copy.root}`);
    else await copy.remove();
  }
  report(outcomes);
  if (options.includes('--record')) await record(outcomes);
  const failed = outcomes.filter(({ verdict }) => verdict !== 'RED').length;
  say(
    `\n${outcomes.length - failed} defences proved, ${failed} not, of ${chosen.length} attacks, in ${seconds(begun)}`,
  );
  return failed === 0 ? 0 : 1;
}

function report(outcomes) {
  const width = Math.max(...outcomes.map(({ attack }) => attack.length));
  say('\nattack, defence switched off, first test that turned red');
  for (const { attack, defence, verdict, tests, detail } of outcomes)
    say(
      `${attack.padEnd(width)}  ${defence.what}\n${' '.repeat(width + 4)}${verdict === 'RED' ? tests[0] : `${verdict}: ${detail}`}`,
    );
}

/** One file per attack that was run. */
async function record(outcomes) {
  await mkdir(RECORDS, { recursive: true });
  for (const [attack, defences] of await loadDefences(root)) {
    if (!outcomes.some((one) => one.attack === attack)) continue;
    const proved = {};
    for (const { attack: of, defence, verdict, tests } of outcomes)
      if (of === attack && verdict === 'RED') proved[defence.what] = { off: digest(defence.off), tests };
    const sorted = defences.filter(({ what }) => proved[what]).map(({ what }) => [what, proved[what]]);
    const text = JSON.stringify(Object.fromEntries(sorted), null, 2);
    await writeFile(join(RECORDS, `${attack}.json`), `${text}\n`);
  }
}

const digest = (off) => createHash('sha256').update(JSON.stringify(off)).digest('hex').slice(0, 16);

process.exitCode = await main().catch((error) => {
  process.stderr.write(`prove:attacks: ${error.message}\n`);
  return 1;
});
