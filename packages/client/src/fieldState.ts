/**
 * What a place of an answer means: a value, nothing recorded, withheld, or not known. “Nothing recorded” is said only
 * when the answer is sure of it: no withheld entry and no failure touches the place or anything above it.
 */
import type { Answer, Withheld } from './answer.js';
import { clientError } from './errors.js';
import { consentUnavailable, type Failure } from './failure.js';
import { agree, type Path, type ValueAt } from './path.js';
import type { DataCategory, NextStep, WithheldState } from './vocabulary.js';
import { withheldIndex } from './withheldIndex.js';

/** What a place means. */
export type FieldState<Value = unknown> =
  /** There is something; a list has at least one item. */
  | { readonly state: 'value'; readonly value: NonNullable<Value> }
  /** Nothing is recorded: `null`, `[]`, or something below a `null`. */
  | { readonly state: 'empty' }
  | WithheldField
  | FailedField;

/** Kept back by consent, whether there is something or not; so is everything below it. */
export interface WithheldField {
  readonly state: 'withheld';
  readonly category: DataCategory;
  /** NO_ACCESS: `nextStep` may change that. OUT_OF_SCOPE: never for this role and purpose. */
  readonly access: Exclude<WithheldState, 'UNAVAILABLE'>;
  readonly nextStep: NextStep;
  /** The entry that says so: of the place itself, or of one above it. */
  readonly withheld: Withheld;
}

/** Not known: what holds it, or what decides about it, could not answer. */
export interface FailedField {
  readonly state: 'failed';
  readonly code: string;
  /** The sector's service that failed; null when it was the gateway or the decision. */
  readonly source: string | null;
  readonly retryable: boolean;
  readonly next: string;
  readonly failure: Failure;
}

/** As much of an answer as is looked at. */
export type Readable<Data = unknown> = Pick<Answer<Data>, 'data' | 'withheld' | 'errors'>;

/**
 * The state of one place. `path` has response keys (aliases) and indices: `['citizen', 'plans', 'nodes', 0, 'kind']`.
 * Throws PATH_NOT_ASKED for a place that the document did not ask for, and for an index beyond a list's end.
 */
export function fieldState<Data, const At extends Path>(
  answer: Readable<Data>,
  path: At,
): FieldState<ValueAt<Data, At>> {
  const { value, reached } = walk(answer.data, path);
  const isEmptyList = Array.isArray(value) && value.length === 0;
  if (value !== null && !isEmptyList) return { state: 'value', value: value as NonNullable<ValueAt<Data, At>> };
  const withheld = withheldIndex(answer.withheld);
  const entry = withheld.atOrAbove(path);
  if (entry) return stateOf(entry, answer.errors);
  const failure = answer.errors.find((one) =>
    placesOf(one).some((place) => place.length <= path.length && agree(place, path)),
  );
  if (failure) return failed(failure);
  if (isEmptyList) return { state: 'empty' };
  // A field that must have a value takes what holds it along, so the cause can stand below the null.
  const struck = answer.errors.find((one) => placesOf(one).some((place) => agree(place, reached)));
  if (struck) return failed(struck);
  const taken = withheld.below(reached);
  if (taken) return stateOf(taken, answer.errors);
  // What names no place at all may have struck here: that nothing is recorded is not sure.
  const anywhere = answer.errors.find((one) => placesOf(one).length === 0);
  return anywhere ? failed(anywhere) : { state: 'empty' };
}

/** As deep as there are values: the value at the end, or null and where it is null. */
function walk(data: unknown, path: Path): { readonly value: unknown; readonly reached: Path } {
  let value = data ?? null;
  for (const [at, part] of path.entries()) {
    if (value === null) return { value, reached: path.slice(0, at) };
    if (typeof value !== 'object' || !Object.hasOwn(value, part)) throw clientError('PATH_NOT_ASKED');
    value = Reflect.get(value, part) ?? null;
  }
  return { value, reached: path };
}

const placesOf = ({ path, paths }: Failure): readonly Path[] => (path ? [path, ...paths] : paths);

/** What could not be decided is not known; it is not kept back. */
function stateOf(withheld: Withheld, errors: readonly Failure[]): WithheldField | FailedField {
  const { category, state, nextStep } = withheld;
  if (state === 'UNAVAILABLE') return failed(consentUnavailable(errors));
  return { state: 'withheld', category, access: state, nextStep, withheld };
}

function failed(failure: Failure): FailedField {
  const { code, source, retryable, next } = failure;
  return { state: 'failed', code, source, retryable, next, failure };
}
