import type { GraphQLFieldResolver } from 'graphql';
import type { SubgraphContext } from '../context.js';
import { ownerOf } from './owner.js';

type Resolver = GraphQLFieldResolver<unknown, SubgraphContext>;

/**
 * A root field that names citizens. When the gateway announces that the operation goes on to their guarded data, they
 * are decided here, before several subgraphs would each decide at a moment of their own (INVARIANT I-11).
 */
export function decidedAhead(resolve: Resolver): Resolver {
  return async (source, args, context, info) => {
    const value: unknown = await resolve(source, args, context, info);
    const announced = [...(context.announced ?? [])];
    const [first] = announced;
    if (first === undefined) return value;
    const citizens = (Array.isArray(value) ? value : [value]).flatMap((item) => ownerOf('Citizen', item) ?? []);
    const undecided = citizens.filter((id) =>
      announced.some((category) => context.permits.look(id, category) === undefined),
    );
    await Promise.all(undecided.map((id) => context.permits.load(id, first)));
    return value;
  };
}
