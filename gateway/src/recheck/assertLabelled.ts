/** A supergraph in which somebody forgot a label is not served: the re-check would not know what to ask for (INVARIANT I-9). */
import type { LabelLookup } from '@sammen/consent-directive';
import { isObjectType, type GraphQLSchema } from 'graphql';

/** Throws an Error that names the first field without a label, or a key of the citizen that is not open. */
export function assertLabelled(schema: GraphQLSchema, labels: LabelLookup): void {
  const roots: readonly unknown[] = [schema.getQueryType(), schema.getMutationType()];
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__') || roots.includes(type)) continue;
    for (const field of Object.values(type.getFields())) {
      const coordinate = `${type.name}.${field.name}`;
      if (labels(coordinate) === undefined) throw new Error(`${coordinate} carries neither @consent nor @public`);
    }
  }
  const key = labels('Citizen.id');
  if (key !== undefined && key !== 'PUBLIC') throw new Error('Citizen.id is guarded, so nobody could tell whose it is');
}
