/** Everything about consent that is measured: what it costs, and whether its time gives anything away. */
import type { BenchSystem } from './benchSystem.js';
import { type ConsentCost, type ConsentPlan, measureConsent } from './costOfConsent.js';
import { type GrantMeasure, measureGrants } from './grantCost.js';
import { type GuardMeasure, measureGuard } from './guardCost.js';
import { probeIds, type ProbeMeasure } from './idProbes.js';
import { OF_MANY, OF_ONE } from './operations.js';

/** What was measured. */
export interface ConsentMeasure {
  readonly costs: readonly ConsentCost[];
  readonly guard: GuardMeasure;
  readonly grants: readonly GrantMeasure[];
  readonly probes: readonly ProbeMeasure[];
}

/** How to measure. */
export interface ConsentBenchPlan extends ConsentPlan {
  /** How often each kind of id is probed in each way. */
  readonly probes: number;
  readonly root: string;
}

/** @param bare the system without consent and ledger, with the same people in it @throws BENCH_FAILED, STOPPED */
export async function runConsentBench(
  system: BenchSystem,
  bare: BenchSystem,
  plan: ConsentBenchPlan,
  progress: (fraction: number) => void,
): Promise<ConsentMeasure> {
  const costs = await measureConsent([system, bare], [OF_ONE, OF_MANY], plan, (fraction) => progress(fraction / 2));
  const grants = await measureGrants(system, plan.seconds);
  const guard = await measureGuard(plan.root);
  progress(0.6);
  const probes = await probeIds(system, plan.probes, plan.signal);
  return { costs, guard, grants, probes };
}
