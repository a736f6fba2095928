import type { Role } from '@sammen/consent';
import type { GraphQLFieldResolver } from 'graphql';
import type { SubgraphContext } from '../context.js';
import { kitError } from '../errors.js';

type Resolver = GraphQLFieldResolver<unknown, SubgraphContext>;

/**
 * A root field. Who has no purpose sees no citizen, so they reach nothing but the queries that name their role
 * (INVARIANT I-4): a new field is closed to them until somebody opens it.
 */
export function neededPurpose(resolve: Resolver, open: readonly Role[]): Resolver {
  return (source, args, context, info) => {
    if (!context.hasPurpose && !open.includes(context.actor.role))
      throw kitError('PURPOSE_REQUIRED', { message: 'No purpose was given. Yours are: none.' });
    return resolve(source, args, context, info);
  };
}
