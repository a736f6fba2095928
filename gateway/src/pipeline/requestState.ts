/** What one request knows about itself. Made anew for every request and never shared: grants of one never reach another. */
import type { VerifiedToken } from '@sammen/identity';
import type { Purpose } from '@sammen/consent';
import type { GrantBag, RequestGrants } from '../recheck/requestGrants.js';
import type { RecheckPlan } from '../recheck/recheckPlan.js';
import type { PreparedOperation } from '../execution/executor.js';
import { createRequestRecord, type RequestRecord } from '../observe/requestRecord.js';
import { createDecisionTurns, type DecisionTurns } from '../execution/decisionTurns.js';

/** Filled in by the stages, in their order. */
export interface RequestState {
  /** Made by the gateway; whatever the client sent is not looked at. */
  readonly requestId: string;
  /** The header as it came; forwarded to subgraphs, logged nowhere. */
  authorization: string;
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
  /** Which fetches wait for which. */
  readonly turns: DecisionTurns;
  /** Subgraphs that failed this request already; they are not waited for a second time. */
  readonly unavailable: Set<string>;
  readonly counts: { fetches: number; errors: number; withheld: number; dropped: number };
  /** For metrics, traces and explanations. */
  readonly record: RequestRecord;
  /** For the log. */
  operation: { readonly name: string | null; readonly kind: string } | null;
}

/** The state of a request that has just arrived. */
export function createRequestState(requestId: string): RequestState {
  const state: RequestState = {
    requestId,
    authorization: '',
    caller: null,
    purpose: null,
    categories: '0',
    grants: new Set<string>(),
    verified: null,
    recheck: null,
    prepared: null,
    turns: createDecisionTurns(() => state.grants),
    unavailable: new Set(),
    counts: { fetches: 0, errors: 0, withheld: 0, dropped: 0 },
    record: createRequestRecord(),
    operation: null,
  };
  return state;
}

/** Apollo Server copies its context object; the state inside stays the one object that every stage sees. */
export interface GatewayContext {
  readonly state: RequestState;
}
