/** What comes back from one question. Partial data is the normal case: `data`, `withheld` and `errors` are read together. */
import type { Failure } from './failure.js';
import type { Path } from './path.js';
import type { DataCategory, NextStep, WithheldState } from './vocabulary.js';

/** One field that consent keeps from the asker, whether there is something or not. It says nothing of the reason. */
export interface Withheld {
  readonly path: Path;
  /** `Type.field` of the schema. */
  readonly coordinate: string;
  readonly category: DataCategory;
  readonly state: WithheldState;
  readonly nextStep: NextStep;
}

/** One fetch of an explanation; times in milliseconds since the request arrived. */
export interface ExplainedFetch {
  readonly fetch: number;
  readonly source: string;
  readonly at: number;
  readonly waitedMs: number;
  readonly ms: number | null;
  readonly entities: number | null;
  readonly sent: number | null;
  readonly grants: number;
  readonly attempts: number;
  readonly fault: string | null;
}

/** How the gateway went about it, for roles that may know. */
export interface Explanation {
  readonly totalMs: number;
  readonly known: { readonly document: boolean | null; readonly plan: boolean | null };
  readonly stages: readonly { readonly stage: string; readonly moment: string; readonly ms: number }[];
  readonly plan: string;
  readonly fetches: readonly ExplainedFetch[];
  readonly questions: readonly { readonly at: number; readonly ms: number; readonly fault: string | null }[];
  readonly withheld: Readonly<Record<string, number>>;
}

/** An answer. `fieldState` tells what a place of it means. */
export interface Answer<Data = unknown> {
  /** Null when nothing could be given at all; `errors` says why. */
  readonly data: Data | null;
  readonly withheld: readonly Withheld[];
  readonly errors: readonly Failure[];
  /** Present when it was asked for. */
  readonly explanation?: Explanation;
  /** Sectors in whose place a mock has answered (`sammen start --mock`): their records are made up. Never in production. */
  readonly mocked?: readonly string[];
  /** Names the request in the logs of the gateway and, to the citizen, in the access log; null when it was not told. */
  readonly requestId: string | null;
}
