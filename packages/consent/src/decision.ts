import type { DataCategory } from './category.js';

/** Why a decision fell as it did. Goes to the ledger and the citizen, never to the actor (INVARIANT I-6). */
export const REASONS = [
  'INVALID',
  'UNAVAILABLE',
  'OUT_OF_SCOPE',
  'SELF',
  'REPRESENTATIVE',
  'LAW',
  'EMERGENCY',
  'BLOCKED',
  'OWN',
  'CONSENT',
  'NO_BASIS',
] as const;

/** One of {@link REASONS}. */
export type Reason = (typeof REASONS)[number];

/** The answer of {@link decide}. */
export type Decision =
  | {
      readonly effect: 'PERMIT';
      readonly reason: Reason;
      /**
       * What alone permits it: `SELF`, `REPRESENTATIVE:<id>`, `LAW:<code>`, `EMERGENCY:<id>`, `OWN:<relation id>`,
       * `CONSENT:<id>@<version>`; for a write that makes the relation, `OWN:NEW_RELATION`.
       */
      readonly basis: string;
    }
  | { readonly effect: 'DENY'; readonly reason: Reason; readonly basis: null };

/** A permit and what it rests on. */
export function permit(reason: Reason, basis: string): Decision {
  return { effect: 'PERMIT', reason, basis };
}

/** A refusal and why, for the ledger and the citizen. */
export function deny(reason: Reason): Decision {
  return { effect: 'DENY', reason, basis: null };
}

/** What an actor is told about something withheld; the same for every reason that depends on the citizen. */
export const WITHHELD_STATES = ['NO_ACCESS', 'OUT_OF_SCOPE', 'UNAVAILABLE'] as const;
/** One of {@link WITHHELD_STATES}. */
export type WithheldState = (typeof WITHHELD_STATES)[number];

/** What the actor can do about it. */
export const NEXT_STEPS = ['NONE', 'ASK_CITIZEN', 'EMERGENCY_ACCESS'] as const;
/** One of {@link NEXT_STEPS}. */
export type NextStep = (typeof NEXT_STEPS)[number];

/** What an actor is told about one withheld category of one citizen. */
export interface WithheldView {
  readonly category: DataCategory;
  readonly state: WithheldState;
  readonly nextStep: NextStep;
}
