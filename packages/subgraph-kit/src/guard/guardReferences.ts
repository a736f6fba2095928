import type { DataCategory } from '@sammen/consent';
import type { GraphQLFieldResolver, GraphQLResolveInfo } from 'graphql';
import type { SubgraphContext } from '../context.js';
import { kitError } from '../errors.js';
import { assertId } from '../graph/id.js';
import type { RowKey } from '../loaders/rowsByCitizen.js';

/** What the gateway sends to point at an entity: its type and its key. */
export type Representation = { readonly __typename: string } & Readonly<Record<string, unknown>>;

/** Finds the entity of a representation; null when there is none. */
export type ReferenceResolver<Loaders = unknown> = (
  representation: Representation,
  context: SubgraphContext<Loaders>,
) => unknown;

/**
 * The key of a row that belongs to a citizen: the guard has checked the citizen's id by now, the row's own id it has not.
 * @throws INVALID_ID
 */
export function rowKeyOf(representation: Readonly<Record<string, unknown>>): RowKey {
  return { citizenId: representation['citizenId'] as string, id: assertId(representation['id'], 'id') };
}

/** Where each representation stands in its `_entities` call; @apollo/subgraph does not tell the resolver. */
const places = new WeakMap<object, number>();

/** An `_entities` resolver that remembers the order of its representations for {@link guardedReference}. */
export function placedReferences(
  resolve: GraphQLFieldResolver<unknown, SubgraphContext>,
  isEntity: (typeName: string) => boolean,
): GraphQLFieldResolver<unknown, SubgraphContext> {
  return (source, args, context, info) => {
    const { representations } = args as { representations: readonly unknown[] };
    representations.forEach((representation, place) => {
      const typeName = (representation as Partial<Representation> | null)?.__typename;
      if (typeof typeName !== 'string' || !isEntity(typeName)) {
        throw kitError('INVALID_INPUT', {
          field: 'representations',
          message: 'A representation names no entity of this subgraph.',
        });
      }
      places.set(representation as object, place);
    });
    return resolve(source, args, context, info);
  };
}

/**
 * An entity reference that is decided before it is read: for a withheld citizen, existing and made-up ids
 * give the same answer (INVARIANT I-3), whoever sends them (INVARIANT I-1).
 */
export function guardedReference(resolve: ReferenceResolver, typeName: string, category: DataCategory | undefined) {
  return async (
    representation: Representation,
    context: SubgraphContext,
    info: GraphQLResolveInfo,
  ): Promise<unknown> => {
    if (typeName === 'Citizen') assertId(representation['id'], 'id');
    if (category !== undefined) {
      const citizenId = assertId(representation['citizenId'], 'citizenId');
      if (context.permits.look(citizenId, category) === undefined) await context.permits.load(citizenId, category);
      const verdict = context.permits.look(citizenId, category) ?? 'DENY';
      if (verdict !== 'PERMIT') {
        context.withheld.add(info, context.permits.view(category, verdict), places.get(representation));
        return null;
      }
    }
    return (await resolve(representation, context)) ?? null;
  };
}
