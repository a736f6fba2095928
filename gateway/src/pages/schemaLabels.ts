/** Which kind of data a field holds and whose it is; introspection cannot say it, because it has no directives. */
import type { Label } from '@sammen/consent-directive';
import { isInterfaceType, isObjectType } from 'graphql';
import type { Generation } from '../supergraph/generation.js';

/** What is told of one field. */
export interface FieldLabel {
  /** A category of data, or PUBLIC; null for a root field that is for some roles and about no single citizen. */
  readonly category: Label | null;
  /** The subgraphs that it comes from. */
  readonly sources: readonly string[];
}

/** `Type.field` → its label, for every field that clients can ask for. */
export function schemaLabels({ apiSchema, labels, sourcesOf }: Generation): Readonly<Record<string, FieldLabel>> {
  const fields: Record<string, FieldLabel> = {};
  for (const type of Object.values(apiSchema.getTypeMap())) {
    if (type.name.startsWith('__') || !(isObjectType(type) || isInterfaceType(type))) continue;
    for (const name of Object.keys(type.getFields())) {
      const coordinate = `${type.name}.${name}`;
      fields[coordinate] = { category: labels(coordinate) ?? null, sources: sourcesOf(coordinate) };
    }
  }
  return fields;
}
