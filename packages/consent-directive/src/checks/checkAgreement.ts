import type { GraphQLSchema } from 'graphql';
import { declaredLabel } from '../label.js';
import { labelCoordinates } from './schemaElements.js';
import type { LabelViolation } from './violation.js';
import { LABEL_LAWS } from './violation.js';

/**
 * CONFLICT: a coordinate that several subgraphs define carries one label. Arguments, input fields and enum values
 * without one disagree with a labelled twin; a type without one does not, for its fields then speak for themselves.
 */
export function checkAgreement(schemas: ReadonlyMap<string, GraphQLSchema>): readonly LabelViolation[] {
  const found = new Map<string, Map<string, string[]>>();
  for (const [subgraph, schema] of schemas) {
    for (const [coordinate, elements] of labelCoordinates(schema)) {
      const label = elements.map(declaredLabel).find((declared) => declared !== undefined);
      if (label === undefined && schema.getType(coordinate)) continue;
      const labels = found.get(coordinate) ?? new Map<string, string[]>();
      found.set(coordinate, labels.set(label ?? 'no label', [...(labels.get(label ?? 'no label') ?? []), subgraph]));
    }
  }
  return [...found].flatMap(([coordinate, labels]) => {
    if (labels.size < 2) return [];
    const sides = [...labels].map(([label, subgraphs]) => `${label} in ${subgraphs.join(' and ')}`);
    const subgraph = [...labels.values()].flat().join(', ');
    const message = `${LABEL_LAWS.CONFLICT} Agree on one: it is ${sides.join(', ')}.`;
    return [{ law: 'CONFLICT' as const, subgraph, coordinate, message }];
  });
}
