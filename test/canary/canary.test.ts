/** Whatever is asked, by whomever, with whatever consents: what sings is what may be heard, all of it, and each time it is written down. */
import { readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from '../support/testFolders.js';
import { type CanarySystem, startCanarySystem } from './support/canarySystem.js';
import { coverageOf, type Coverage } from './support/coverage.js';
import { DRAWN, NOT_DRAWN } from './support/drawOperation.js';
import { fieldsOf } from './support/graph.js';
import type { Fault } from './support/check.js';
import type { SingingWorld } from './support/judge.js';
import { replay } from './support/replay.js';
import type { Failure, Report } from './support/report.js';
import { readWorld, runCanaries } from './support/runCanaries.js';
import type { Step } from './support/steps.js';
import { incomplete } from './support/truth.js';

/** `npm run canary -- --operations N --seed S` and `--replay FILE` (test/canary/run.mjs). */
interface Options {
  readonly operations?: number;
  readonly seed?: number;
  readonly mostFailures?: number;
  readonly replay?: string;
  readonly shrinks?: boolean;
}

const {
  operations = 2_000,
  seed = 1,
  mostFailures = 1,
  shrinks = true,
  ...options
}: Options = JSON.parse(process.env['SAMMEN_CANARY'] ?? '{}');
const again = options.replay === undefined ? undefined : (JSON.parse(readFileSync(options.replay, 'utf8')) as Failure);

/** Keeps a failure in a file that `--replay` takes. */
async function save(failure: Failure, index: number): Promise<string> {
  const folder = join(root, '.sammen/canary');
  await mkdir(folder, { recursive: true });
  const file = join(folder, `seed-${failure.seed}-round-${failure.round}-${index}.json`);
  await writeFile(file, `${JSON.stringify(failure, null, 2)}\n`);
  return file;
}

/** What a step is, in a word. */
const nameOf = ({ operation, change }: Step): string => change?.mutation ?? operation.kind;

describe('canaries in a whole running system', () => {
  let system: CanarySystem;
  let world: SingingWorld;
  let report: Report;
  let covered: Coverage;
  let logs: string;
  let files: readonly string[];

  /** Those that failed in one of these ways, each with the file that `--replay` takes. */
  const failed = (...faults: Fault[]) =>
    report.failures
      .map(({ findings, isShrunk, case: { steps } }, index) => ({
        findings,
        isShrunk,
        steps: steps.length,
        file: files[index],
      }))
      .filter(({ findings }) => findings.some(({ fault }) => faults.includes(fault)));

  beforeAll(async () => {
    system = await startCanarySystem(again?.citizens ?? 16);
    world = await readWorld(system);
    covered = await coverageOf(system, world);
    report = again
      ? await replay(system, world, again)
      : await runCanaries(system, world, { seed, operations, mostFailures, shrinks });
    logs = await system.own.logs();
    files = await Promise.all(report.failures.map(save));
    const faults = [...new Set(report.failures.flatMap(({ findings }) => findings.map(({ fault }) => fault)))];
    const steps = report.failures.map((failure) => (failure.isShrunk ? failure.case.steps.map(nameOf) : null));
    process.stdout.write(`${JSON.stringify({ ...report, failures: files, faults, steps })}\n`);
  }, 7_200_000);

  afterAll(async () => {
    await system?.stop();
  }, 60_000);

  it('I-1: every answer is exactly what the oracle permits: no canary more, and none missing', () => {
    expect(failed('LEAK', 'MISSING', 'DIFFERENT', 'WITHHELD', 'ERROR')).toEqual([]);
    expect({ leaks: report.leaks, missing: report.missing }).toEqual({ leaks: 0, missing: 0 });
  });

  it('I-2: each citizen of whom something was delivered has exactly one event that permits it, by request', () => {
    expect(failed('LEDGER')).toEqual([]);
    expect(report.withoutOneEvent).toBe(0);
    expect(report.deliveries).toBeGreaterThan(again ? -1 : operations / 4);
  });

  it('I-7: no subgraph was sent what the asker may not see', () => {
    expect(failed('RECEIVED')).toEqual([]);
    expect(report.requestsHeard).toBeGreaterThan(again ? -1 : operations);
  });

  it('I-8: no log of a service or of PostgreSQL holds a canary, a row’s id or a citizen’s', () => {
    expect(logs.length).toBeGreaterThan(10_000);
    expect([...world.marks.find(logs).keys()]).toEqual([]);
    expect(world.citizenIds.filter((id) => logs.includes(id))).toEqual([]);
  });

  it('asks much enough to mean something', () => {
    if (again !== undefined) return;
    expect(report.operations).toBe(operations);
    expect(report.canariesDelivered).toBeGreaterThan(operations / 2);
    expect(report.placesWithheld).toBeGreaterThan(operations / 2);
    expect(report.mutations - report.refused).toBeGreaterThan(operations / 100);
  });

  it('what was done can be done again from the beginning, and comes out the same', () => {
    if (again === undefined && report.failures.length === 0 && shrinks) expect(report.again).toEqual([]);
  });

  it('every table of citizens is planted, each of its texts, and each canary can be had by its citizen', () => {
    expect(covered.unplanted).toEqual([]);
    expect(covered.silent).toEqual([]);
    expect(incomplete(world.truth)).toEqual([]);
  });

  it('every root field is asked, or says why it is not', () => {
    const roots = fieldsOf('Query').map(({ name }) => name);
    expect(roots.filter((name) => !DRAWN.includes(name) && !(name in NOT_DRAWN))).toEqual([]);
    expect([...DRAWN, ...Object.keys(NOT_DRAWN)].filter((name) => !roots.includes(name))).toEqual([]);
  });

  it('every guarded leaf of the supergraph sings, or says why it does not', () => {
    expect(covered.unsung).toEqual([]);
    expect(covered.needless).toEqual([]);
  });
});
