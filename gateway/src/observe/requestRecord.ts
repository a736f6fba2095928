/**
 * What happened in one request, in numbers and in words from closed sets: never a value, an id, a variable or a name that
 * somebody sent (INVARIANT I-8). Metrics, traces and `explain` are told from it and from nothing else.
 */
import { openSpan, TRACE_PARENT, writeTraceParent, type OpenSpan } from '@sammen/telemetry';
import type { DataCategory, WithheldView } from '@sammen/consent';
import type { FetchStep } from '../execution/plan/steps.js';
import type { Call } from '../execution/run/carrier.js';
import type { SubgraphFault } from '../execution/fetching/subgraphUnavailable.js';
import type { DecidedPair } from '../metrics/decisionCounts.js';
import type { Fault as DropFault } from '../recheck/recheckData.js';

/** One fetch, begun when its turn came to be asked for. */
export interface FetchRecord {
  readonly step: FetchStep;
  /** Distinct entities it asks about; null for a root fetch. */
  readonly representations: number | null;
  /** Milliseconds since the request began. */
  readonly begunAt: number;
  /** When it was sent, after waiting for others that decide about the same citizens; null for one that was not. */
  sentAt: number | null;
  endedAt: number | null;
  /** How many of the entities were not asked about, because grants deny all of them. */
  leftOut: number;
  /** How many grants travelled with it. */
  grants: number;
  /** How often it was sent. */
  attempts: number;
  /** Why there was no usable answer; null for one that was. */
  fault: SubgraphFault | null;
  /** Its span; null when nobody takes any, or before it is sent. */
  span: OpenSpan | null;
}

/** One question to the decision point. */
export interface AskRecord {
  readonly begunAt: number;
  endedAt: number | null;
  fault: SubgraphFault | null;
  readonly span: OpenSpan | null;
}

/** Who withheld: the subgraph, the gateway for grants it had before it fetched, or the second look at the answer. */
export type WithheldBy = 'subgraphs' | 'beforeFetching' | 'recheck';

/** How long one stage took at one of its moments, in milliseconds. */
export interface StageTime {
  readonly stage: string;
  readonly moment: string;
  readonly begunAt: number;
  readonly ms: number;
}

/** Filled in while the request runs. */
export interface RequestRecord {
  /** By the clock of `performance.now()`. */
  readonly begunAt: number;
  readonly fetches: FetchRecord[];
  readonly asks: AskRecord[];
  /** What verified grants of this request say, and of how many citizens each. */
  decisions: ReadonlyMap<DecidedPair, number>;
  /** Whether it came as far as being executed. */
  executed: boolean;
  /** Codes of grants that did not count. */
  refusedGrants: readonly string[];
  /** What the client is told was withheld. */
  withheld: readonly WithheldView[];
  /** How many of them each withheld. */
  readonly withheldBy: Record<WithheldBy, number>;
  /** What the re-check dropped. */
  dropped: readonly { readonly category: DataCategory; readonly fault: DropFault }[];
  /** Whether the document was known already, and its plan; null until looked for. */
  readonly known: { document: boolean | null; plan: boolean | null };
  /** Whether the answer explains how it came about. */
  readonly isExplained: boolean;
  /** Times of stages; null when nobody asked for them. */
  readonly stages: StageTime[] | null;
  /** The span of the request; null when nobody takes any. */
  readonly span: OpenSpan | null;
}

/** Name and value; nothing when nobody takes traces. */
export type TraceHeader = readonly string[];

const UNTRACED: TraceHeader = [];
const NOTHING_DECIDED: ReadonlyMap<DecidedPair, number> = new Map();

/** The record of a request that has just arrived; `isExplained`: somebody wants to know how long its stages take. */
export function createRequestRecord(requestId: string, isExplained: boolean): RequestRecord {
  // Whatever trace a client says that it belongs to: ids that clients choose could carry anything (decision 22).
  const span = openSpan('request', 'ANSWERS', null, { 'sammen.request_id': requestId });
  return {
    begunAt: performance.now(),
    fetches: [],
    asks: [],
    withheldBy: { subgraphs: 0, beforeFetching: 0, recheck: 0 },
    isExplained,
    decisions: NOTHING_DECIDED,
    executed: false,
    refusedGrants: [],
    withheld: [],
    dropped: [],
    known: { document: null, plan: null },
    stages: span || isExplained ? [] : null,
    span,
  };
}

/** A fetch that is about to wait for its turn. */
export function beginFetch(record: RequestRecord, { step, representations }: Call): FetchRecord {
  const fetch: FetchRecord = {
    step,
    representations: representations?.length ?? null,
    begunAt: elapsed(record),
    sentAt: null,
    endedAt: null,
    leftOut: 0,
    grants: 0,
    attempts: 0,
    fault: null,
    span: null,
  };
  record.fetches.push(fetch);
  return fetch;
}

/** Its turn has come; returns the header by which the subgraph's own trace becomes part of this one. */
export function sendFetch(record: RequestRecord, fetch: FetchRecord, grants: number): TraceHeader {
  fetch.grants = grants;
  fetch.sentAt = elapsed(record);
  if (!record.span) return UNTRACED;
  fetch.span = record.span.child('fetch', 'ASKS', { 'sammen.source': fetch.step.source, 'sammen.grants': grants });
  return [TRACE_PARENT, writeTraceParent(fetch.span.context)];
}

/** It was answered, or not. */
export function endFetch(record: RequestRecord, fetch: FetchRecord): void {
  fetch.endedAt = elapsed(record);
  fetch.span?.end(fetch.fault === null ? {} : { 'sammen.fault': fetch.fault }, fetch.fault !== null);
}

/** A question to the decision point; `traced` makes its trace part of this one. */
export function beginAsk(record: RequestRecord): { ask: AskRecord; traced: TraceHeader } {
  const span = record.span?.child('decide', 'ASKS') ?? null;
  const ask: AskRecord = { begunAt: elapsed(record), endedAt: null, fault: null, span };
  record.asks.push(ask);
  return { ask, traced: span ? [TRACE_PARENT, writeTraceParent(span.context)] : UNTRACED };
}

/** It was answered, or not. */
export function endAsk(record: RequestRecord, ask: AskRecord): void {
  ask.endedAt = elapsed(record);
  ask.span?.end(ask.fault === null ? {} : { 'sammen.fault': ask.fault }, ask.fault !== null);
}

/** Milliseconds since the request began. */
export function elapsed({ begunAt }: RequestRecord): number {
  return performance.now() - begunAt;
}
