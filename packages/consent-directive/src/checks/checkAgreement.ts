import { getNamedType, isAbstractType, type GraphQLSchema } from 'graphql';
import { declaredLabel } from '../label.js';
import { fieldsOf, labelCoordinates, typesWithFields } from './schemaElements.js';
import type { LabelViolation } from './violation.js';
import { LABEL_LAWS } from './violation.js';

/**
 * CONFLICT: a coordinate that several subgraphs define carries one label. Arguments, input fields and enum values
 * without one disagree with a labelled twin. A type without one does so only where it is handed out: a stub that is not
 * leaves its fields to speak for themselves, but whoever returns an object says that it exists.
 */
export function checkAgreement(schemas: ReadonlyMap<string, GraphQLSchema>): readonly LabelViolation[] {
  const found = new Map<string, Map<string, string[]>>();
  for (const [subgraph, schema] of schemas) {
    const returned = returnedBy(schema);
    for (const [coordinate, elements] of labelCoordinates(schema)) {
      const label = elements.map(declaredLabel).find((declared) => declared !== undefined);
      if (label === undefined && schema.getType(coordinate) && !returned.has(coordinate)) continue;
      const labels = found.get(coordinate) ?? new Map<string, string[]>();
      found.set(coordinate, labels.set(label ?? 'no label', [...(labels.get(label ?? 'no label') ?? []), subgraph]));
    }
  }
  return [...found].flatMap(([coordinate, labels]) => {
    if (labels.size < 2) return [];
    // Of a type, nothing and PUBLIC say the same.
    const isType = !/\W/.test(coordinate);
    if (isType && labels.size === 2 && labels.has('PUBLIC') && labels.has('no label')) return [];
    const sides = [...labels].map(([label, subgraphs]) => `${label} in ${subgraphs.join(' and ')}`);
    const subgraph = [...labels.values()].flat().join(', ');
    const message = `${LABEL_LAWS.CONFLICT} Agree on one: it is ${sides.join(', ')}.`;
    return [{ law: 'CONFLICT' as const, subgraph, coordinate, message }];
  });
}

/** The types of objects that some field of a subgraph returns. */
function returnedBy(schema: GraphQLSchema): ReadonlySet<string> {
  const types = typesWithFields(schema)
    .flatMap(fieldsOf)
    .map(({ type }) => getNamedType(type));
  const names = types.flatMap((type) => [
    type.name,
    ...(isAbstractType(type) ? schema.getPossibleTypes(type).map(({ name }) => name) : []),
  ]);
  return new Set(names);
}
