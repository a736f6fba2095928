/**
 * How a request was carried out, for whoever sent it. It tells no more of what is withheld than the answer beside it: what
 * is counted is what the answer lists, and how many entities were asked for is left out where a subgraph gave what it had
 * to withhold (INVARIANT I-3; docs/decisions/0022).
 */
import type { RequestState } from '../pipeline/requestState.js';
import { printPlan } from './printPlan.js';
import { elapsed, type FetchRecord, type StageTime, type WithheldBy } from './requestRecord.js';

/** Times in milliseconds, `at` since the request began. */
export interface Explanation {
  readonly totalMs: number;
  /** Whether parsing and validating, and planning, had been done before. */
  readonly known: { readonly document: boolean | null; readonly plan: boolean | null };
  readonly stages: readonly { readonly stage: string; readonly moment: string; readonly ms: number }[];
  /** Steps, with the operations of subgraphs. */
  readonly plan: string;
  readonly fetches: readonly ExplainedFetch[];
  /** The gateway's questions to the decision point. Not what grants say: they speak of citizens whom a list leaves out. */
  readonly questions: readonly { readonly at: number; readonly ms: number; readonly fault: string | null }[];
  /** Which stage withheld how many of the entries in `extensions.consent.withheld`. */
  readonly withheld: Readonly<Record<WithheldBy, number>>;
}

/** One fetch that the plan came to. */
export interface ExplainedFetch {
  /** Its number in the plan. */
  readonly fetch: number;
  readonly source: string;
  readonly at: number;
  /** How long it waited for decisions. */
  readonly waitedMs: number;
  /** From sending to the last byte; null for one that was not sent, because all of it is denied or its source is down. */
  readonly ms: number | null;
  /** Distinct entities that it was for, null for a root fetch; and how many it asked about. */
  readonly entities: number | null;
  readonly sent: number | null;
  readonly grants: number;
  readonly attempts: number;
  readonly fault: string | null;
}

/** Explains a request whose answer is ready. */
export function explain({ record, prepared }: RequestState): Explanation {
  const { text, numbers } = printPlan(prepared?.step);
  const isKept = record.dropped.length === 0;
  return {
    totalMs: rounded(elapsed(record)),
    known: { ...record.known },
    stages: (record.stages ?? []).map(({ stage, moment, ms }: StageTime) => ({ stage, moment, ms: rounded(ms) })),
    plan: text,
    fetches: record.fetches.map((fetch) => explainFetch(fetch, numbers.get(fetch.step) ?? 0, isKept)),
    questions: record.asks.map(({ begunAt, endedAt, fault }) => ({
      at: rounded(begunAt),
      ms: rounded((endedAt ?? begunAt) - begunAt),
      fault,
    })),
    withheld: { ...record.withheldBy },
  };
}

function explainFetch(fetch: FetchRecord, number: number, isKept: boolean): ExplainedFetch {
  const { step, begunAt, sentAt, endedAt, representations, leftOut, grants, attempts, fault } = fetch;
  const end = endedAt ?? begunAt;
  const entities = isKept ? representations : null;
  return {
    fetch: number,
    source: step.source,
    at: rounded(begunAt),
    waitedMs: rounded((sentAt ?? end) - begunAt),
    ms: sentAt === null ? null : rounded(end - sentAt),
    entities,
    sent: entities === null ? null : entities - leftOut,
    grants,
    attempts,
    fault,
  };
}

const rounded = (ms: number): number => Math.round(ms * 100) / 100;
