import type { DataCategory } from '@sammen/consent';
import type { GraphQLFieldResolver, GraphQLResolveInfo } from 'graphql';
import type { SubgraphContext } from '../context.js';
import { kitError } from '../errors.js';
import { inherit, ownerOf } from './owner.js';

type Resolver = GraphQLFieldResolver<unknown, SubgraphContext>;

/** Says which citizen a field is about, from its parent object or its arguments. */
export type SubjectOf = (source: unknown, args: Record<string, unknown>) => string | undefined;

/**
 * A resolver that runs only when every category is permitted for the field's citizen: decided before
 * anything is read (INVARIANT I-3). Synchronous once the citizen is decided. `needsOwner`: what it gives is asked for
 * guarded fields in its turn; a value or a public object, such as a course, is shared by whom it may concern.
 */
export function guardedField(
  resolve: Resolver,
  categories: readonly DataCategory[],
  subjectOf: SubjectOf,
  needsOwner: boolean,
): Resolver {
  const attempt = (
    citizenId: string,
    source: unknown,
    args: Record<string, unknown>,
    context: SubgraphContext,
    info: GraphQLResolveInfo,
  ): unknown => {
    for (const category of categories) {
      const verdict = context.permits.look(citizenId, category);
      if (verdict === undefined) {
        return context.permits.load(citizenId, category).then(() => attempt(citizenId, source, args, context, info));
      }
      if (verdict !== 'PERMIT') {
        context.withheld.add(info, context.permits.view(category, verdict));
        return null;
      }
    }
    const value = resolve(source, args, context, info);
    return needsOwner ? owned(value, citizenId) : value;
  };
  return (source, args, context, info) => {
    const citizenId = subjectOf(source, args);
    // INVARIANT I-4: an object that does not say whose it is belongs to nobody who may be asked about.
    if (citizenId === undefined) throw kitError('GUARD_NO_SUBJECT');
    return attempt(citizenId, source, args, context, info);
  };
}

function owned(value: unknown, citizenId: string): unknown {
  if (value instanceof Promise) return value.then((resolved) => owned(resolved, citizenId));
  assertOwner(value, citizenId);
  inherit(value, citizenId);
  return value;
}

/** A batch that mixed two citizens up must not show one's rows under the other. */
function assertOwner(value: unknown, citizenId: string): void {
  if (Array.isArray(value)) {
    for (const item of value) assertOwner(item, citizenId);
    return;
  }
  const owner = ownerOf('', value);
  if (owner !== undefined && owner !== citizenId) throw kitError('GUARD_NO_SUBJECT');
}
