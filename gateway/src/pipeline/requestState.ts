/** What one request knows about itself. Made anew for every request and never shared: grants of one never reach another. */
import type { VerifiedToken } from '@sammen/identity';
import type { Purpose } from '@sammen/consent';
import type { GrantBag, RequestGrants } from '../recheck/requestGrants.js';
import type { RecheckPlan } from '../recheck/recheckPlan.js';
import type { PreparedOperation } from '../execution/executor.js';
import { createRequestRecord, type RequestRecord } from '../observe/requestRecord.js';
import type { CallingFor } from '../execution/signedHeaders.js';
import { createDecisions, type Decisions } from '../execution/decisions.js';
import { createRequestLife, type RequestLife } from '../execution/fetching/requestLife.js';

/** What is known of a request before its headers are looked at. */
export interface Arrival {
  /** Whom the connection, or a proxy that is trusted, says it is from. */
  readonly address: string;
  readonly method: string;
}

const UNKNOWN: Arrival = { address: '', method: 'POST' };

/** Filled in by the stages, in their order. */
export interface RequestState {
  /** Made by the gateway; whatever the client sent is not looked at. */
  readonly requestId: string;
  /** How long it is worth working for. */
  readonly life: RequestLife;
  /** How it came; never logged. */
  arrived: Arrival;
  /** The header as it came; forwarded to subgraphs, logged nowhere. */
  authorization: string;
  /** In whose name its fetches are made; null until the first. */
  callingFor: CallingFor | null;
  /** Who asks; null until authenticated. */
  caller: VerifiedToken | null;
  /** What for; null until known, and for a role that has no purposes. */
  purpose: Purpose | null;
  /** All categories that the operation touches, as a hexadecimal bit set. */
  categories: string;
  /** Grants that subgraphs obtained during this request. */
  grants: GrantBag;
  /** The same ones, verified; null until the operation is known. */
  verified: RequestGrants | null;
  /** What is looked at again on the way back; null until the operation is known. */
  recheck: RecheckPlan | null;
  /** What is executed; null until the operation is known. */
  prepared: PreparedOperation | null;
  /** Who is asked about, by whom. */
  readonly decisions: Decisions;
  /** Subgraphs that failed this request already; they are not waited for a second time. */
  readonly unavailable: Set<string>;
  /** Subgraphs in whose place a mock has answered. */
  readonly mocks: Set<string>;
  readonly counts: { fetches: number; decisions: number; errors: number; withheld: number; dropped: number };
  /** Of the errors that were answered with, for the log. */
  codes: readonly string[];
  /** Of the client's document; the access log names it. */
  operationHash: string;
  /** For metrics, traces and explanations. */
  readonly record: RequestRecord;
  /** For the log. */
  operation: { readonly name: string | null; readonly kind: string } | null;
}

/** Asks the decision point in a request's name; never rejects. */
export type AskDecisionPoint = (citizenIds: readonly string[], state: RequestState) => Promise<void>;

/** The state of a request that has just arrived and has `deadline` milliseconds; `isExplained`: it is to be explained. Its life has to be ended. */
export function createRequestState(
  requestId: string,
  deadline: number,
  ask: AskDecisionPoint,
  isExplained = false,
): RequestState {
  const state: RequestState = {
    requestId,
    life: createRequestLife(deadline),
    arrived: UNKNOWN,
    authorization: '',
    callingFor: null,
    caller: null,
    purpose: null,
    categories: '0',
    grants: new Set<string>(),
    verified: null,
    recheck: null,
    prepared: null,
    decisions: createDecisions({ grants: () => state.grants, ask: (citizenIds) => ask(citizenIds, state) }),
    unavailable: new Set(),
    mocks: new Set(),
    counts: { fetches: 0, decisions: 0, errors: 0, withheld: 0, dropped: 0 },
    codes: [],
    operationHash: '',
    record: createRequestRecord(requestId, isExplained),
    operation: null,
  };
  return state;
}

/** Apollo Server copies its context object; the state inside stays the one object that every stage sees. */
export interface GatewayContext {
  readonly state: RequestState;
}
