/** Every error that leaves has a code, words made for clients and a next step; anything else is masked (INVARIANT I-8). */
import type { SammenError } from '@sammen/errors';
import { GraphQLError, type DocumentNode } from 'graphql';
import { gatewayError, toGraphQLError } from '../errors.js';
import { markOf, type Failure, type Path } from '../execution/marks.js';
import { responsePath } from './responsePath.js';
import type { Stage } from './stage.js';

/** Rewrites `errors`: one per unavailable source, each other failure once. */
export function failures(): Stage {
  return {
    name: 'failures',
    onResult(result, state, { document }) {
      const { extensions: { valueCompletion, ...extensions } = {}, errors: all, ...rest } = result;
      if (rest.data === undefined) return { errors: [toGraphQLError(gatewayError('INTERNAL_SERVER_ERROR'))] };
      const errors = collect(all ?? [], document);
      if (Array.isArray(valueCompletion)) errors.push(...incomplete(valueCompletion as GraphQLError[]));
      state.counts.errors = errors.length;
      return {
        ...rest,
        ...(errors.length > 0 ? { errors } : {}),
        ...(Object.keys(extensions).length > 0 ? { extensions } : {}),
      };
    },
  };
}

function collect(errors: readonly GraphQLError[], document: DocumentNode): GraphQLError[] {
  const known = new Map<string, { failure: Failure; path: Path | undefined; paths: Path[] }>();
  const others: GraphQLError[] = [];
  for (const error of errors) {
    const mark = markOf(error);
    if (mark?.kind !== 'FAILURE') {
      others.push(plain(gatewayError('INTERNAL_SERVER_ERROR'), undefined));
      continue;
    }
    const { failure } = mark;
    const path = error.path && responsePath(error.path, document);
    const key = failure.paths ? `${failure.source} ${failure.code}` : JSON.stringify([failure, path]);
    const entry = known.get(key) ?? { failure, path, paths: [] };
    known.set(key, entry);
    for (const one of failure.paths ?? []) entry.paths.push(responsePath(one, document));
  }
  const once = others.slice(0, 1);
  return [...[...known.values()].map(({ failure, path, paths }) => toError(failure, path, paths)), ...once];
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

function incomplete(errors: readonly GraphQLError[]): GraphQLError[] {
  return errors.map(({ path }) => plain(gatewayError('ANSWER_INCOMPLETE'), path));
}

/** An error beside data: without an HTTP status, because the answer as a whole succeeded. */
function plain(error: SammenError, path: Path | undefined): GraphQLError {
  return new GraphQLError(error.message, { path, extensions: error.toExtensions() });
}
