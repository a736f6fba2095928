import type { Actor, DataCategory, Purpose } from '@sammen/consent';
import type { GrantClaims } from '@sammen/identity';
import type { SpanContext } from '@sammen/telemetry';

/** What is asked about one citizen. */
export interface Subject {
  readonly citizenId: string;
  readonly categories: ReadonlySet<DataCategory>;
  readonly writes: ReadonlySet<DataCategory>;
}

/** One batched question on behalf of one actor, for one purpose, within one request. */
export interface DecisionQuestion {
  /** The caller's own access token, so that the decision point sees who asks with its own eyes. */
  readonly authorization: string;
  readonly actor: Actor;
  readonly purpose: Purpose;
  readonly operation: { readonly name: string | null; readonly hash: string; readonly requestId: string };
  readonly subjects: readonly Subject[];
  /** The span that the question belongs to. */
  readonly trace?: SpanContext | null;
}

/** A verified grant and its compact form, to be sent along to other subgraphs. */
export interface Grant {
  readonly token: string;
  readonly claims: Pick<GrantClaims, 'c' | 'w'>;
}

/** Decides, logs and signs. Elsewhere over HTTP, in the citizen subgraph itself by a plain call. */
export interface DecisionPoint {
  /** @throws when no decision could be had; the caller then withholds (INVARIANT I-4) */
  ask(question: DecisionQuestion): Promise<Grant>;
}
