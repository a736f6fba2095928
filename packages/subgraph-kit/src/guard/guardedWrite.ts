import type { DataCategory, Role } from '@sammen/consent';
import type { GraphQLFieldResolver } from 'graphql';
import type { SubgraphContext } from '../context.js';
import { kitError } from '../errors.js';
import { assertId } from '../graph/id.js';

type Resolver = GraphQLFieldResolver<unknown, SubgraphContext>;

/** Where a mutation says whose data it writes: `citizenId`, or `citizenId` in its `input`. */
export function writtenCitizen(args: Record<string, unknown>): unknown {
  return args['citizenId'] ?? (args['input'] as { citizenId?: unknown } | undefined)?.citizenId;
}

/**
 * A mutation that runs only when the actor may write the category of that citizen. Unknown citizens and
 * refused ones give the same answer (INVARIANT I-3).
 */
export function guardedWrite(resolve: Resolver, category: DataCategory): Resolver {
  return async (source, args, context, info) => {
    const citizenId = assertId(writtenCitizen(args), 'citizenId');
    if (!(await context.permits.mayWrite(citizenId, category))) throw kitError('NOT_ALLOWED');
    const result = await resolve(source, args, context, info);
    // The write may have made the relation or the consent that a read of its result needs.
    context.permits.forget(citizenId);
    return result;
  };
}

/** A field for some roles only: data that belongs to no citizen, such as courses. */
export function guardedRoles(resolve: Resolver, roles: ReadonlySet<Role>): Resolver {
  return (source, args, context, info) => {
    if (!roles.has(context.actor.role)) throw kitError('NOT_ALLOWED');
    return resolve(source, args, context, info);
  };
}
