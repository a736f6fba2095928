/**
 * `npm run prove:attacks [-- names]`: switches one defence off after the other, each in a copy of the project, and
 * demands that the tests of its attack notice. 15 to 30 seconds per defence on an idle machine. `--first` takes one
 * defence of each attack, `--missing` those that no record proves as they stand, `--keep` leaves the last copy for
 * looking, `--record` writes what turned red to test/attacks/proved.
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
/** What Jest said at the end: all there is when it writes no results. */
let lastWords = '';
let stopped = false;
for (const signal of ['SIGINT', 'SIGTERM'])
  process.on(signal, () => {
    stopped = true;
    child?.kill('SIGTERM');
  });

/** Runs test files in the copy, on ports and data of their own. @returns what Jest wrote, or null */
async function runTests(copy, attacks, table) {
  const output = join(copy, 'results.json');
  await rm(output, { force: true });
  const files = attacks.map((attack) => `test/attacks/${attack}.test.ts`);
  const jest = join(copy, 'node_modules/jest/bin/jest.js');
  const cache = join(copy, '.sammen/jest');
  const args = [jest, '--rootDir', copy, '--json', '--outputFile', output, '--cacheDirectory', cache];
  const needs = attacks.map((attack) => table.get(attack).needs);
  const services = needs.includes(undefined) ? {} : { SAMMEN_TEST_SERVICES: [...new Set(needs.flat())].join(',') };
  child = spawn(process.execPath, [...args, '--runTestsByPath', ...files], {
    cwd: copy,
    env: { ...process.env, ...services },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  lastWords = '';
  child.stderr.setEncoding('utf8').on('data', (text) => (lastWords = (lastWords + text).slice(-4_000)));
  await new Promise((done, fail) => child.on('error', fail).on('close', done));
  if (stopped) throw new Error('Stopped.');
  return readFile(output, 'utf8').then(JSON.parse, () => null);
}

/** Several attacks can be held off by the same line: it is switched off once for all of them, each judged by its own file. */
function inGroups(chosen) {
  const groups = new Map();
  for (const [attack, { defences }] of chosen)
    for (const defence of defences) {
      const key = digest(defence.off);
      groups.set(key, [...(groups.get(key) ?? []), { attack, defence }]);
    }
  return [...groups.values()];
}

/** The defences of an attack that the options ask for. */
async function wanted(attack, defences) {
  if (options.includes('--first')) return defences.slice(0, 1);
  if (!options.includes('--missing')) return defences;
  const known = await recordOf(attack);
  return defences.filter(({ what, off }) => known[what]?.off !== digest(off));
}

async function prove(copy, group, table) {
  try {
    await copy.patch(group[0].defence.off);
    await copy.build();
  } catch (error) {
    return group.map((one) => ({ ...one, verdict: 'BROKEN', tests: [], detail: error.message }));
  }
  const results = await runTests(
    copy.root,
    group.map(({ attack }) => attack),
    table,
  );
  return group.map((one) => {
    const isIts = ({ name }) => name.endsWith(`/test/attacks/${one.attack}.test.ts`);
    const its = results && { ...results, testResults: results.testResults.filter(isIts) };
    return { ...one, ...readOutcome(its) };
  });
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
  const chosen = [];
  for (const [attack, entry] of table) {
    if (names.length > 0 && !names.includes(attack)) continue;
    const defences = await wanted(attack, entry.defences);
    if (defences.length > 0) chosen.push([attack, { ...entry, defences }]);
  }
  const groups = inGroups(chosen);
  const total = groups.flat().length;
  const begun = performance.now();
  const copy = await copyProject(root);
  const outcomes = [];
  try {
    say(`With all defences: ${chosen.length} attacks …`);
    await copy.build();
    const baseline = await runTests(
      copy.root,
      chosen.map(([attack]) => attack),
      table,
    );
    if (baseline?.success !== true) {
      const failed = (baseline?.testResults ?? []).flatMap(({ assertionResults, message }) =>
        assertionResults.length === 0 ? [message] : assertionResults.filter(({ status }) => status === 'failed'),
      );
      if (baseline === null) say(lastWords);
      for (const one of failed) say(typeof one === 'string' ? one : `${one.fullName}\n${one.failureMessages[0]}`);
      throw new Error('With all defences the tests must be green; they are not, so a red one would prove nothing.');
    }
    say(`  ✓ green  ${seconds(begun)}`);
    for (const group of groups) {
      const since = performance.now();
      for (const outcome of await prove(copy, group, table)) {
        const { attack, defence, verdict, tests, detail } = outcome;
        outcomes.push(outcome);
        const said = verdict === 'RED' ? `${tests.length} red` : `${verdict}: ${detail}`;
        const mark = verdict === 'RED' ? '✓' : '✗';
        say(`  ${mark} ${outcomes.length}/${total} ${attack}: without “${defence.what}” ${said}  ${seconds(since)}`);
      }
      // As it goes, so that what was proved stays proved when the rest is stopped.
      if (options.includes('--record')) await record(outcomes, chosen, table);
    }
  } finally {
    if (options.includes('--keep')) say(`kept: ${copy.root}`);
    // What went wrong before says more than what is in the way of cleaning up.
    else await copy.remove().catch((error) => say(`The copy stays: ${copy.root}: ${error.message}`));
  }
  report(outcomes);
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

/** One file per attack that was run; what is known of defences that were not run yet stays as long as they are the same. */
async function record(outcomes, chosen, table) {
  await mkdir(RECORDS, { recursive: true });
  for (const [attack] of chosen) {
    const { defences } = table.get(attack);
    const file = join(RECORDS, `${attack}.json`);
    const known = await recordOf(attack);
    const proved = {};
    for (const { what, off } of defences) {
      const now = outcomes.find((one) => one.attack === attack && one.defence.what === what);
      const before = known[what]?.off === digest(off) ? known[what] : undefined;
      const result =
        now === undefined ? before : now.verdict === 'RED' ? { off: digest(off), tests: now.tests } : undefined;
      if (result) proved[what] = result;
    }
    if (Object.keys(proved).length > 0) await writeFile(file, `${JSON.stringify(proved, null, 2)}\n`);
  }
}

const recordOf = async (attack) =>
  JSON.parse(await readFile(join(RECORDS, `${attack}.json`), 'utf8').catch(() => '{}'));
const digest = (off) => createHash('sha256').update(JSON.stringify(off)).digest('hex').slice(0, 16);

process.exitCode = await main().catch((error) => {
  process.stderr.write(`prove:attacks: ${error.message}\n`);
  return 1;
});
