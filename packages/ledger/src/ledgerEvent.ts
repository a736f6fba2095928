/** What the access log says about one look at one citizen: who, why, what was asked and decided. Never a value (INVARIANT I-8). */
import type { DataCategory, Decision, EmergencyAccess, Purpose, Role } from '@sammen/consent';

/** The chain of questions about citizens who do not exist. What id was tried is not kept. */
export const UNKNOWN_CITIZEN = '00000000-0000-0000-0000-000000000000';

/** One category that was asked about, and how it was decided. The reason is for the citizen, never for the actor. */
export interface LoggedDecision {
  readonly category: DataCategory;
  readonly access: 'READ' | 'WRITE';
  readonly effect: Decision['effect'];
  readonly reason: Decision['reason'];
  readonly basis: string | null;
}

/** The part of an event that can be erased at the end of its retention without breaking the chain. */
export interface LedgerPayload {
  readonly actorId: string;
  readonly role: Role;
  readonly organisationId: string | null;
  readonly unitId: string | null;
  /** Id of the person for whom the actor acts under a mandate, else null. */
  readonly onBehalfOf: string | null;
  /** Ids of the care relations or mandates that speak for the actor. */
  readonly relationEvidence: readonly string[];
  /** Null for one that is not known, or that the caller's token does not allow: refused, and logged. */
  readonly purpose: Purpose | null;
  /** Name and hash of the GraphQL operation, without variables. */
  readonly operation: { readonly name: string | null; readonly hash: string };
  readonly decisions: readonly LoggedDecision[];
  /** Schema coordinates that were asked for, where they are known. */
  readonly coordinates?: readonly string[];
  readonly emergency: { readonly kind: EmergencyAccess['kind']; readonly reason: string } | null;
  /** The moment that the decisions are about, in milliseconds since 1970. */
  readonly asOf: number;
  readonly policyVersion: string;
}

/** One event: one request, one citizen. */
export interface LedgerEvent extends LedgerPayload {
  /** Null when there is no such citizen. */
  readonly citizenId: string | null;
  readonly requestId: string;
}
