import { type DataCategory, type Decision, POLICY_VERSION } from '@sammen/consent';
import type { LedgerEvent, LoggedDecision } from '@sammen/ledger';
import type { SubgraphContext } from '@sammen/subgraph-kit';

/** What somebody did, or tried to do, to a citizen's access log: opened an emergency access, or reviewed one. */
export interface Act {
  /** Null when there is no such citizen. */
  readonly citizenId: string | null;
  readonly decision: Decision;
  /** What they asked to see by it and did not get; looks that succeed have events of their own. */
  readonly refusedCategories?: readonly DataCategory[];
  readonly emergency?: LedgerEvent['emergency'];
}

/**
 * The event of an act. It stands in the log beside the looks, as a write to the access log itself, and says no more of
 * its content than they do: who, why, which categories (INVARIANT I-8).
 */
export function actEvent(
  { actor, purpose, requestId, operation }: Pick<SubgraphContext, 'actor' | 'purpose' | 'requestId' | 'operation'>,
  { citizenId, decision, refusedCategories = [], emergency = null }: Act,
): LedgerEvent {
  const refused = refusedCategories.filter((category) => category !== 'ACCESS_LOG');
  return {
    citizenId,
    requestId,
    actorId: actor.id,
    role: actor.role,
    organisationId: actor.organisationId,
    unitId: actor.unitId,
    onBehalfOf: null,
    relationEvidence: [],
    purpose,
    operation: { name: operation.name, hash: operation.hash },
    decisions: [
      { category: 'ACCESS_LOG', access: 'WRITE', ...decision },
      ...[...new Set(refused)].map((category): LoggedDecision => ({ category, access: 'READ', ...decision })),
    ],
    emergency,
    asOf: Date.now(),
    policyVersion: POLICY_VERSION,
  };
}
