/** What a run of canaries came to, in figures and in faults. */
import type { Fault, Finding } from './check.js';
import type { Question } from './expected.js';
import type { Judged } from './judge.js';
import type { Case } from './steps.js';

/** An operation that failed, and how to make it fail again. */
export interface Failure {
  readonly seed: number;
  readonly citizens: number;
  readonly round: number;
  readonly question: Question;
  readonly findings: readonly Finding[];
  /** False: it was not cut down, or did not fail again one step after the other; then the case is all of the run up to it. */
  readonly isShrunk: boolean;
  readonly case: Case;
}

/** Figures of a run. */
export interface Report {
  readonly seed: number;
  readonly actors: number;
  /** What was shown that may not be, by value or by place. */
  leaks: number;
  /** What may be shown and did not come. */
  missing: number;
  /** What was delivered without exactly one event in the ledger that permits it. */
  withoutOneEvent: number;
  operations: number;
  queries: number;
  mutations: number;
  /** Operations that were refused with a code, as they may be. */
  refused: number;
  /** Mutations whose answer could not be compared as a whole. */
  unsettled: number;
  /** Canaries, ids and other marks in answers. */
  canariesDelivered: number;
  /** (request, citizen, category) that were delivered, each with its event. */
  deliveries: number;
  placesWithheld: number;
  /** Requests that subgraphs received for these operations. */
  requestsHeard: number;
  readonly failures: Failure[];
  /** What was found when the first steps were carried out once more; null when they were not. */
  again: readonly Finding[] | null;
  readonly seconds: Record<string, number>;
}

/** A run that has not begun. */
export function createReport(seed: number, actors: number): Report {
  return {
    seed,
    actors,
    leaks: 0,
    missing: 0,
    withoutOneEvent: 0,
    operations: 0,
    queries: 0,
    mutations: 0,
    refused: 0,
    unsettled: 0,
    canariesDelivered: 0,
    deliveries: 0,
    placesWithheld: 0,
    requestsHeard: 0,
    failures: [],
    again: null,
    seconds: {},
  };
}

/** Adds what was judged to the figures. */
export function tally(report: Report, all: readonly Judged[]): void {
  for (const { operation, verdict, settled, findings } of all) {
    const count = (fault: Fault): number => findings.filter((finding) => finding.fault === fault).length;
    report.operations += 1;
    report.leaks += count('LEAK');
    report.missing += count('MISSING');
    report.withoutOneEvent += count('LEDGER');
    if (operation.kind === 'query') report.queries += 1;
    else report.mutations += 1;
    report.refused += verdict.refused ? 1 : 0;
    report.unsettled += settled ? 0 : 1;
    report.canariesDelivered += verdict.canaries;
    report.placesWithheld += verdict.withheld;
    for (const categories of verdict.delivered.values()) report.deliveries += categories.size;
  }
}

/** Runs work and adds how long it took. */
export async function timed<T>(report: Report, name: string, work: () => Promise<T>): Promise<T> {
  const from = performance.now();
  const result = await work();
  report.seconds[name] = Number(((report.seconds[name] ?? 0) + (performance.now() - from) / 1000).toFixed(2));
  return result;
}
