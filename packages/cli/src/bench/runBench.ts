/**
 * Measures systems of different sizes against each other: all of them run, and each question goes to them in turn, a
 * slice of time each, so that whatever else the machine does weighs on all of them alike.
 */
import type { BenchSystem, SeedingMeasure } from './benchSystem.js';
import { askOnce, rest, runLoad } from './load.js';
import type { OperationCost } from './operationCost.js';
import { readOperationCost } from './operationCost.js';
import type { Operation } from './operations.js';
import { type Quantiles, quantiles } from './quantiles.js';

/** One operation on one system. */
export interface OperationMeasure {
  /** Size of an answer, on average. */
  readonly bytes: number;
  readonly cost: OperationCost;
  /** With one client. */
  readonly alone: Quantiles & { readonly requests: number };
  /** With {@link CLIENTS} clients. */
  readonly together: Quantiles & { readonly requests: number; readonly perSecond: number };
}

/** Everything about one system. */
export interface SystemMeasure {
  readonly citizens: number;
  readonly seeding: SeedingMeasure;
  readonly operations: Readonly<Record<string, OperationMeasure>>;
  /** After the load, in bytes, by process. */
  readonly memory: Readonly<Record<string, number>>;
}

/** How many clients ask at the same time when throughput is measured. */
export const CLIENTS = 8;
const SLICES = 4;

/** How to measure. */
export interface BenchPlan {
  /** How long each operation is measured on each system, alone and together, in seconds each. */
  readonly seconds: number;
  readonly signal: AbortSignal;
}

interface Subject {
  readonly system: BenchSystem;
  readonly operation: Operation;
  latencies: number[];
  perSecond: number[];
}

async function slices(subjects: readonly Subject[], clients: number, plan: BenchPlan): Promise<void> {
  for (const subject of subjects) Object.assign(subject, { latencies: [], perSecond: [] });
  for (let slice = 0; slice < SLICES; slice++) {
    for (const { system, operation, latencies, perSecond } of subjects) {
      await rest();
      const milliseconds = (plan.seconds * 1000) / SLICES;
      const { requests } = operation;
      const result = await runLoad({ url: system.url(), requests, clients, milliseconds, signal: plan.signal });
      latencies.push(...result.latencies);
      perSecond.push(result.perSecond);
    }
  }
}

/** One operation on all systems: once around to warm up, its cost, then the load. */
async function measureOperation(subjects: readonly Subject[], plan: BenchPlan): Promise<OperationMeasure[]> {
  const costs: { bytes: number; cost: OperationCost }[] = [];
  for (const { system, operation } of subjects) {
    const { requests } = operation;
    const milliseconds = (plan.seconds * 1000) / 2;
    const warmUp = { url: system.url(), requests, clients: 2, milliseconds, signal: plan.signal };
    const { bytes } = await runLoad(warmUp);
    const { requestId } = await askOnce(system.url(), requests[0]!);
    costs.push({ bytes, cost: await readOperationCost(requestId, system.logs) });
  }
  await slices(subjects, 1, plan);
  const alone = subjects.map(({ latencies }) => ({ ...quantiles(latencies), requests: latencies.length }));
  await slices(subjects, CLIENTS, plan);
  return subjects.map(({ latencies, perSecond }, at) => ({
    ...costs[at]!,
    alone: alone[at]!,
    together: {
      ...quantiles(latencies),
      requests: latencies.length,
      perSecond: Math.round((perSecond.reduce((sum, each) => sum + each, 0) / perSecond.length) * 10) / 10,
    },
  }));
}

/** Measures running systems. @param seedings what filling each of them took @throws STOPPED, BENCH_FAILED */
export async function runBench(
  systems: readonly BenchSystem[],
  seedings: readonly SeedingMeasure[],
  plan: BenchPlan,
  progress: (fraction: number) => void,
): Promise<SystemMeasure[]> {
  const operations = await Promise.all(systems.map((system) => system.operations()));
  const measures: Record<string, OperationMeasure>[] = systems.map(() => ({}));
  const names = operations[0]!.map(({ name }) => name);
  for (const [at, name] of names.entries()) {
    const subjects = systems.map((system, place) => {
      const operation = operations[place]!.find((each) => each.name === name)!;
      return { system, operation, latencies: [], perSecond: [] };
    });
    const measured = await measureOperation(subjects, plan);
    measured.forEach((measure, place) => (measures[place]![name] = measure));
    progress((at + 1) / names.length);
  }
  const memory = await Promise.all(systems.map((system) => system.memory()));
  return systems.map(({ population }, at) => ({
    citizens: population.citizens,
    seeding: seedings[at]!,
    operations: measures[at]!,
    memory: memory[at]!,
  }));
}
