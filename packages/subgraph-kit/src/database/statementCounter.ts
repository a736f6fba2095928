import { AsyncLocalStorage } from 'node:async_hooks';
import type { OpenSpan } from '@sammen/telemetry';
import type { Logger } from 'typeorm';

/** What one request has cost so far; written to the request's log line and asserted by tests (INVARIANT I-12). */
export interface RequestCost {
  sqlStatements: number;
  decisionCalls: number;
  /** When nobody waits for the answer any more, by `performance.now()`; absent: never. */
  readonly endsAt?: number;
  /** The trace of the request; null when nobody takes spans. */
  readonly span?: OpenSpan | null;
}

const costs = new AsyncLocalStorage<RequestCost>();

/** Runs `work` with a fresh account of what it costs. */
export function countingCosts<T>(cost: RequestCost, work: () => T): T {
  return costs.run(cost, work);
}

/** The running request's account, if any. */
export function currentCost(): RequestCost | undefined {
  return costs.getStore();
}

/** Counts statements; never prints one, because parameters are personal data (INVARIANT I-8). */
export class StatementCounter implements Logger {
  logQuery(): void {
    const cost = costs.getStore();
    if (cost !== undefined) cost.sqlStatements += 1;
  }
  logQueryError(): void {}
  logQuerySlow(): void {}
  logSchemaBuild(): void {}
  logMigration(): void {}
  log(): void {}
}
