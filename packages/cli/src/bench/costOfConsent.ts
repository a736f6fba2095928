/**
 * What consent costs: the same question to a system as it is and to one built without consent and ledger, in turn. Both
 * answer with the same data, or the comparison would mean nothing. A turn is long enough that the other system's code and
 * data in the processor's caches are no part of it: a service that runs answers its own requests, not two systems' by turns.
 */
import { isDeepStrictEqual } from 'node:util';
import { cliError } from '../errors.js';
import type { BenchSystem } from './benchSystem.js';
import type { CpuMeter } from './cpuTime.js';
import { askOnce, dataOf, type Request, rest } from './load.js';
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

/** Requests that one side answers before the other has its turn to warm up, two at a time. */
const BATCH = 20;

/** Both sides answer as often: code that has run less is slower, however long it ran. Answers how long one took in the end. */
async function warmUp(sides: readonly Side[], { seconds, signal }: ConsentPlan): Promise<number> {
  const ends = performance.now() + seconds * 4_000;
  let took = 0;
  do {
    const latencies: number[] = [];
    for (const { system, requests } of sides) {
      const client = async (first: number): Promise<void> => {
        for (let at = first; at < BATCH; at += 2) {
          if (signal.aborted) throw cliError('STOPPED');
          latencies.push((await askOnce(system.url(), requests[at % requests.length]!)).milliseconds);
        }
      };
      await Promise.all([client(0), client(1)]);
    }
    took = spreadOf(latencies).high / 2;
  } while (performance.now() < ends);
  return took;
}

async function measure(name: string, [one, other]: readonly [Side, Side], took: number, plan: ConsentPlan) {
  const count = Math.max(3, Math.round(Math.min(SLICE, plan.seconds * 1000) / took));
  const ends = performance.now() + plan.seconds * 1000;
  for (let round = 0; performance.now() < ends || round < 4; round += 1)
    for (const side of round % 2 === 0 ? [one, other] : [other, one]) await slice(side, count, plan.signal);
  const middle = (side: Side, process: string): number =>
    spreadOf(side.processes.map((each) => each[process] ?? 0)).median;
  const names = [...new Set([one, other].flatMap(({ processes }) => Object.keys(processes[0]!)))];
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

/**
 * Everything is warm before anything is measured: systems that run have answered all of it thousands of times.
 * @param systems as it is, and without consent; with the same people in them @throws BENCH_FAILED, STOPPED
 */
export async function measureConsent(
  systems: readonly [BenchSystem, BenchSystem],
  questions: readonly string[],
  plan: ConsentPlan,
  progress: (fraction: number) => void,
): Promise<ConsentCost[]> {
  const sideOf = async (system: BenchSystem, name: string): Promise<Side> => {
    const { requests } = (await system.operations()).find((each) => each.name === name)!;
    return { system, requests, meter: await system.cpu(), latencies: [], cpu: [], processes: [] };
  };
  const warm: { name: string; sides: readonly [Side, Side]; took: number }[] = [];
  for (const name of questions) {
    const sides = [await sideOf(systems[0], name), await sideOf(systems[1], name)] as const;
    await assertSameAnswer(sides);
    warm.push({ name, sides, took: await warmUp(sides, plan) });
    progress(warm.length / questions.length / 2);
  }
  const costs: ConsentCost[] = [];
  for (const { name, sides, took } of warm) {
    costs.push(await measure(name, sides, took, plan));
    progress((1 + costs.length / questions.length) / 2);
  }
  return costs;
}
