/**
 * Figures for Prometheus, counted from what requests leave behind. No label ever holds an id, a value, an actor or a
 * citizen (INVARIANT I-8), and the number of series is bounded by configuration, not by what clients send.
 */
import { collectDefaultMetrics, Registry } from 'prom-client';
import type { RequestState } from '../pipeline/requestState.js';
import { effectsOf } from './decisionCounts.js';
import { createInstruments } from './instruments.js';

/** What others count and know themselves. */
export interface MetricSources {
  /** Figures of the cache of operations, by name. */
  readonly operationCache: () => Readonly<Record<string, number>>;
  /** Circuit breakers by subgraph: CLOSED, HALF_OPEN or OPEN. */
  readonly breakers: () => Readonly<Record<string, string>>;
}

/** An answered request. */
export interface AnsweredRequest {
  readonly state: RequestState;
  readonly status: number;
  /** Milliseconds. */
  readonly duration: number;
  /** A name that may be shown. */
  readonly operation: string;
}

/** Counts, and tells. */
export interface Metrics {
  record(request: AnsweredRequest): void;
  /** In the text format of Prometheus. */
  text(): Promise<string>;
  readonly contentType: string;
  /** Name, help and labels of every metric of our own. */
  list(): readonly { readonly name: string; readonly help: string; readonly labels: readonly string[] }[];
}

/** Metrics of one gateway; `process`: those of the process as well. */
export function createMetrics(sources: MetricSources, options: { readonly process: boolean }): Metrics {
  const registry = new Registry();
  const instruments = createInstruments(registry, sources);
  if (options.process) collectDefaultMetrics({ register: registry });

  function recordConsent({ record }: RequestState): void {
    const { decisions, refusedGrants, withheld, dropped } = instruments;
    for (const [pair, citizens] of record.decisions) {
      const { permitted, denied } = effectsOf(pair);
      for (const category of permitted) decisions.inc({ category, effect: 'PERMIT' }, citizens);
      for (const category of denied) decisions.inc({ category, effect: 'DENY' }, citizens);
    }
    for (const code of record.refusedGrants) refusedGrants.inc({ code });
    for (const { category, state, nextStep } of record.withheld) withheld.inc({ category, state, next_step: nextStep });
    for (const { category, fault } of record.dropped) dropped.inc({ category, fault });
  }

  return {
    record({ state, status, duration, operation }) {
      const { record } = state;
      instruments.requests.inc({ kind: state.operation?.kind ?? 'none', outcome: outcomeOf(status, state) });
      instruments.requestDuration.observe({ operation }, duration / 1000);
      for (const { step, fault, sentAt, endedAt, attempts } of record.fetches) {
        const { source } = step;
        instruments.fetches.inc({ source, fault: sentAt === null ? 'NOT_SENT' : (fault ?? 'NONE') });
        if (attempts > 1) instruments.repetitions.inc({ source }, attempts - 1);
        if (sentAt !== null && endedAt !== null)
          instruments.fetchDuration.observe({ source }, (endedAt - sentAt) / 1000);
      }
      for (const { fault, begunAt, endedAt } of record.asks) {
        instruments.questions.inc({ fault: fault ?? 'NONE' });
        if (endedAt !== null) instruments.questionDuration.observe((endedAt - begunAt) / 1000);
      }
      recordConsent(state);
    },
    text: () => registry.metrics(),
    contentType: registry.contentType,
    list: () =>
      registry.getMetricsAsArray().map((metric) => {
        const { name, help, labelNames } = metric as unknown as { name: string; help: string; labelNames: string[] };
        return { name, help, labels: labelNames };
      }),
  };
}

/** COMPLETE: without errors; PARTIAL: with some beside the data; REFUSED: the request's own fault; FAILED: ours. */
function outcomeOf(status: number, { counts }: RequestState): 'COMPLETE' | 'PARTIAL' | 'REFUSED' | 'FAILED' {
  if (status >= 500) return 'FAILED';
  if (status >= 400) return 'REFUSED';
  return counts.errors > 0 ? 'PARTIAL' : 'COMPLETE';
}
