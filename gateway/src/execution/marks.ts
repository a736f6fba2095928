/**
 * What the data source knows about an error of its own making. It is kept beside the error object, out of reach of
 * anything a subgraph can send: an error that merely looks withheld is an error (INVARIANT I-4).
 */
import type { WithheldView } from '@sammen/consent';

/** A place in a response; in `paths`, `@` stands for every index of a list. */
export type Path = readonly (string | number)[];

/** Something a subgraph withheld. */
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
  /** The fields that are null because of it, when it struck a whole fetch. */
  readonly paths?: readonly Path[];
}

/** Exactly one of the two. */
export type Mark =
  { readonly kind: 'WITHHELD'; readonly withheld: Withheld } | { readonly kind: 'FAILURE'; readonly failure: Failure };

/** An error as a subgraph's answer carries it to Apollo's gateway, which rewrites its path. */
export interface CarriedError {
  readonly message: string;
  readonly path?: Path;
  readonly extensions: { readonly code: string };
}

const MARKS = new WeakMap<object, Mark>();

/** An error that carries `mark` through Apollo's gateway; what the error itself says does not matter. */
export function carry(mark: Mark, path?: Path): CarriedError {
  const code = mark.kind === 'WITHHELD' ? mark.kind : mark.failure.code;
  const error = { message: code, ...(path ? { path } : {}), extensions: { code } };
  MARKS.set(error, mark);
  return error;
}

/** The mark of an error that came out of Apollo's gateway; undefined if the data source did not make it. */
export function markOf(error: { readonly originalError?: unknown }): Mark | undefined {
  const { originalError } = error;
  return typeof originalError === 'object' && originalError !== null ? MARKS.get(originalError) : undefined;
}
