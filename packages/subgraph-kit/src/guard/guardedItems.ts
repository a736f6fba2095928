import type { DataCategory } from '@sammen/consent';
import type { GraphQLFieldResolver, GraphQLResolveInfo } from 'graphql';
import type { SubgraphContext } from '../context.js';
import { kitError } from '../errors.js';
import { ownerOf } from './owner.js';

type Resolver = GraphQLFieldResolver<unknown, SubgraphContext>;

/**
 * A resolver whose results are decided one by one, each for its own citizen: root fields, work lists and
 * what mutations return. A single withheld object is null with an entry; in a list it is left out, because
 * a list that mixes citizens shows and counts only what is visible.
 */
export function guardedItems(resolve: Resolver, category: DataCategory, typeName: string): Resolver {
  return async (source, args, context, info) => {
    const value = await resolve(source, args, context, info);
    if (Array.isArray(value)) {
      const items = value.filter((item) => item !== null && item !== undefined);
      await decide(items, category, typeName, context);
      return items.filter((item) => verdictOf(item, category, typeName, context) === 'PERMIT');
    }
    if (value === null || value === undefined) return null;
    await decide([value], category, typeName, context);
    return keepOrWithhold(value, category, typeName, context, info);
  };
}

async function decide(items: readonly unknown[], category: DataCategory, typeName: string, context: SubgraphContext) {
  const undecided = new Set<string>();
  for (const item of items) {
    const citizenId = owner(typeName, item);
    if (context.permits.look(citizenId, category) === undefined) undecided.add(citizenId);
  }
  await Promise.all([...undecided].map((citizenId) => context.permits.load(citizenId, category)));
}

function keepOrWithhold(
  value: unknown,
  category: DataCategory,
  typeName: string,
  context: SubgraphContext,
  info: GraphQLResolveInfo,
): unknown {
  const verdict = verdictOf(value, category, typeName, context);
  if (verdict === 'PERMIT') return value;
  context.withheld.add(info, context.permits.view(category, verdict));
  return null;
}

function verdictOf(item: unknown, category: DataCategory, typeName: string, context: SubgraphContext) {
  return context.permits.look(owner(typeName, item), category) ?? 'DENY';
}

function owner(typeName: string, item: unknown): string {
  const citizenId = ownerOf(typeName, item);
  if (citizenId === undefined) throw kitError('GUARD_NO_SUBJECT');
  return citizenId;
}
