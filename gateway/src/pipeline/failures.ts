/** Every error that leaves has a code, words made for clients and a next step; anything else is masked (INVARIANT I-8). */
import { GraphQLError } from 'graphql';
import { gatewayError } from '../errors.js';
import type { Failure, Fault, Path } from '../execution/faults.js';
import type { Stage } from './stage.js';

/** Makes errors of what failed: one per unavailable source, each other failure once. */
export function failures(): Stage {
  return {
    name: 'failures',
    onResult(outcome, state) {
      const errors = [...failed(outcome.faults), ...incomplete(outcome.faults)];
      state.counts.errors = errors.length;
      const { data, extensions } = outcome;
      return { data, faults: [], errors, ...(extensions ? { extensions } : {}) };
    },
  };
}

function failed(faults: readonly Fault[]): GraphQLError[] {
  const known = new Map<string, { failure: Failure; path: Path | undefined; paths: Path[] }>();
  for (const { path, fault } of faults) {
    if (fault.kind !== 'FAILURE') continue;
    const { failure } = fault;
    const key = failure.paths ? `${failure.source} ${failure.code}` : JSON.stringify([failure, path]);
    const entry = known.get(key) ?? { failure, path, paths: [] };
    known.set(key, entry);
    entry.paths.push(...(failure.paths ?? []));
  }
  return [...known.values()].map(({ failure, path, paths }) => toError(failure, path, paths));
}

/** What a whole fetch cost stands in `extensions.paths`; if that is one field, it is the error's `path` as well. */
function toError(
  { paths: _paths, message, ...extensions }: Failure,
  path: Path | undefined,
  paths: Path[],
): GraphQLError {
  const distinct = [...new Map(paths.map((one) => [JSON.stringify(one), one])).values()];
  const only = distinct.length === 1 && !distinct[0]!.includes('@') ? distinct[0] : undefined;
  return new GraphQLError(message, {
    path: path ?? only,
    extensions: { ...extensions, ...(distinct.length > 0 && !path ? { paths: distinct } : {}) },
  });
}

/** A missing value that a failure explains needs no error of its own. Beside data: the answer as a whole succeeded. */
function incomplete(faults: readonly Fault[]): GraphQLError[] {
  if (!faults.some(({ fault }) => fault.kind === 'INCOMPLETE')) return [];
  const error = gatewayError('ANSWER_INCOMPLETE');
  const struck = faults.flatMap(({ path, fault }) =>
    fault.kind === 'FAILURE' ? [...(path ? [path] : []), ...(fault.failure.paths ?? [])] : [],
  );
  return faults.flatMap(({ path = [], fault }) => {
    if (fault.kind !== 'INCOMPLETE' || struck.some((one) => meet(one, path))) return [];
    return new GraphQLError(error.message, { path, extensions: error.toExtensions() });
  });
}

/** Whether one path leads to the other or to the same place; `@` is any index. */
function meet(one: Path, other: Path): boolean {
  const length = Math.min(one.length, other.length);
  for (let at = 0; at < length; at += 1) {
    const isAny = one[at] === '@' && typeof other[at] === 'number';
    if (!isAny && one[at] !== other[at]) return false;
  }
  return true;
}
