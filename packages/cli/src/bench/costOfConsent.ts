/**
 * What consent costs: the same question to a system as it is and to one built without consent and ledger, in turn. Both
 * answer with the same data, or the comparison would mean nothing. A turn is long enough that the other system's code and
 * data in the processor's caches are no part of it: a service that runs answers its own requests, not two systems' by turns.
 */
import { isDeepStrictEqual } from 'node:util';
import { cliError } from '../errors.js';
import type { BenchSystem } from './benchSystem.js';
import type { CpuMeter } from './cpuTime.js';
import { askOnce, dataOf, type Request, rest, runLoad } from './load.js';
import { type Comparison, compare, spreadOf } from './pairs.js';

/** One question. */
export interface ConsentCost {
  readonly name: string;
  readonly rounds: number;
  /** Milliseconds of an answer, with consent and without. */
  readonly latency: Comparison;
  /** Milliseconds of processor time of an answer in all processes together, with consent and without. */
  readonly cpu: Comparison;
  /** The same by process. */
  readonly processes: Readonly<Record<string, { readonly one: number; readonly other: number }>>;
}

/** How to measure. */
export interface ConsentPlan {
  /** How long each question is measured, in seconds. */
  readonly seconds: number;
  readonly signal: AbortSignal;
}

interface Side {
  readonly system: BenchSystem;
  readonly requests: readonly Request[];
  readonly meter: CpuMeter;
  readonly latencies: number[];
  readonly cpu: number[];
  readonly processes: Record<string, number>[];
}

/** Milliseconds of one turn, unless all of them together have less. */
const SLICE = 2_500;

const total = (times: Record<string, number>): number => Object.values(times).reduce((sum, each) => sum + each, 0);

/** One turn: requests, one after the other; their processor time includes what is done after the answer. */
async function slice(side: Side, count: number, signal: AbortSignal): Promise<void> {
  const before = await side.meter.read();
  const latencies: number[] = [];
  for (let at = 0; at < count; at += 1) {
    if (signal.aborted) throw cliError('STOPPED');
    latencies.push((await askOnce(side.system.url(), side.requests[at % side.requests.length]!)).milliseconds);
  }
  await rest();
  const after = await side.meter.read();
  const each = Object.fromEntries(
    Object.keys(after).map((name) => [name, (after[name]! - (before[name] ?? 0)) / count]),
  );
  side.latencies.push(spreadOf(latencies).median);
  side.cpu.push(total(each));
  side.processes.push(each);
}

async function assertSameAnswer(sides: readonly Side[]): Promise<void> {
  const [one, other] = await Promise.all(sides.map(({ system, requests }) => dataOf(system.url(), requests[0]!)));
  if (!isDeepStrictEqual(one, other))
    throw cliError('BENCH_FAILED', {
      message: 'With consent and without, the answers differ: not everything is permitted.',
    });
}

/** @param systems as it is, and without consent; with the same people in them @throws BENCH_FAILED, STOPPED */
export async function measureConsent(
  systems: readonly [BenchSystem, BenchSystem],
  name: string,
  plan: ConsentPlan,
): Promise<ConsentCost> {
  const sides = await Promise.all(
    systems.map(async (system): Promise<Side> => {
      const { requests } = (await system.operations()).find((each) => each.name === name)!;
      return { system, requests, meter: await system.cpu(), latencies: [], cpu: [], processes: [] };
    }),
  );
  const [one, other] = sides as [Side, Side];
  await assertSameAnswer(sides);
  let took = 0;
  // Long: one side may have answered thousands already, and code that has not runs several times slower.
  for (const { system, requests } of sides) {
    const warmUp = { url: system.url(), requests, clients: 2, milliseconds: plan.seconds * 2000, signal: plan.signal };
    took = Math.max(took, spreadOf((await runLoad(warmUp)).latencies).median);
  }
  const count = Math.max(3, Math.round(Math.min(SLICE, plan.seconds * 1000) / took));
  const ends = performance.now() + plan.seconds * 1000;
  for (let round = 0; performance.now() < ends || round < 4; round += 1)
    for (const side of round % 2 === 0 ? [one, other] : [other, one]) await slice(side, count, plan.signal);
  const middle = (side: Side, process: string): number =>
    spreadOf(side.processes.map((each) => each[process] ?? 0)).median;
  const names = [...new Set(sides.flatMap(({ processes }) => Object.keys(processes[0]!)))];
  return {
    name,
    rounds: one.cpu.length,
    latency: compare(one.latencies, other.latencies),
    cpu: compare(one.cpu, other.cpu),
    processes: Object.fromEntries(
      names.map((process) => [process, { one: middle(one, process), other: middle(other, process) }]),
    ),
  };
}
