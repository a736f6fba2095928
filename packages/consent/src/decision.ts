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
      /** What alone permits it: `SELF`, `REPRESENTATIVE:<id>`, `LAW:<code>`, `EMERGENCY:<id>`, `OWN:<relation id>`, `CONSENT:<id>@<version>`. */
      readonly basis: string;
    }
  | { readonly effect: 'DENY'; readonly reason: Reason; readonly basis: null };

/** What an actor is told about something withheld; the same for every reason that depends on the citizen. */
export const WITHHELD_STATES = ['NO_ACCESS', 'OUT_OF_SCOPE', 'UNAVAILABLE'] as const;
export type WithheldState = (typeof WITHHELD_STATES)[number];

/** What the actor can do about it. */
export const NEXT_STEPS = ['NONE', 'ASK_CITIZEN', 'EMERGENCY_ACCESS'] as const;
export type NextStep = (typeof NEXT_STEPS)[number];

/** What an actor is told about one withheld category of one citizen. */
export interface WithheldView {
  readonly category: DataCategory;
  readonly state: WithheldState;
  readonly nextStep: NextStep;
}
