/** What the executor leaves to others: carrying a question to a subgraph and judging what came back. */
import type { FetchStep, Json, Path, Representation } from '../plan/steps.js';

/** One call, as a step asks for it. */
export interface Call {
  readonly step: FetchStep;
  /** Those of the client's variables that the step uses. */
  readonly variables: Readonly<Json>;
  /** The distinct entities it is about; null for a root fetch. */
  readonly representations: readonly Representation[] | null;
}

/** Something that went wrong or was withheld, at a path of the answer (`_entities`, index, … for entities), or nowhere. */
export interface Fault<F> {
  readonly path?: Path;
  readonly fault: F;
}

/** An answer that can be merged: entities in the order of the representations, null for one that there is none of. */
export interface Answer<F> {
  readonly data: Json | null;
  readonly faults: readonly Fault<F>[];
}

/** Carries one call; never rejects for anything that a subgraph did. */
export type Carrier<F> = (call: Call) => Promise<Answer<F>>;
