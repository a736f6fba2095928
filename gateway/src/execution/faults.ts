/**
 * What can be said of a place of an answer besides its value. Made by the gateway alone, from what a subgraph answered:
 * an error that merely looks withheld is an error (INVARIANT I-4).
 */
import type { WithheldView } from '@sammen/consent';
import type { WithheldBy } from '../observe/requestRecord.js';
import type { Path } from './plan/steps.js';

export type { Path } from './plan/steps.js';

/** Something that was withheld. */
export interface Withheld extends WithheldView {
  /** `Type.field` of the schema. */
  readonly coordinate: string;
}

/** A failure, in words a client may read. */
export interface Failure {
  readonly message: string;
  readonly code: string;
  readonly next: string;
  /** The subgraph it came from. */
  readonly source: string;
  /** The offending input field, when the subgraph named one. */
  readonly field?: string;
  /** The fields that are null because of it, when it struck a whole fetch; `@` stands for any index. */
  readonly paths?: readonly Path[];
}

/** What it is: withheld, failed, or not as the schema says. */
export type Mark =
  /** `by`: a subgraph, unless said otherwise. */
  | { readonly kind: 'WITHHELD'; readonly withheld: Withheld; readonly by?: WithheldBy }
  | { readonly kind: 'FAILURE'; readonly failure: Failure }
  | { readonly kind: 'INCOMPLETE' };

/** A mark and its place in the response; without a path it concerns the answer as a whole. */
export interface Fault {
  readonly path?: Path;
  readonly fault: Mark;
}
