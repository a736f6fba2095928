import { isEnumType, isInputObjectType, isInterfaceType, isObjectType, type GraphQLSchema } from 'graphql';
import { consentDirectiveError } from './errors.js';
import { declaredLabel, labelOf, type Label } from './label.js';
import { schemaFromSdl } from './schemaFromSdl.js';
import { CONSENT_DIRECTIVE } from './sdl.js';

/**
 * The label of a schema coordinate: `Type`, `Type.field` (its own, else its type's), `Type.field(argument:)`,
 * `Enum.VALUE`, `Input.field`. The same question for a subgraph's schema and for the gateway's supergraph.
 */
export type LabelLookup = (coordinate: string) => Label | undefined;

/** All labels of a schema that carries its directives, read once. Throws LABELS_MISSING, UNKNOWN_CATEGORY. */
export function labelsOfSchema(schema: GraphQLSchema): LabelLookup {
  const labels = labelEntries(schema);
  return (coordinate) => labels.get(coordinate);
}

/** All labels of schema text: a subgraph's, or the supergraph's. Throws SCHEMA_UNREADABLE, LABELS_MISSING, UNKNOWN_CATEGORY. */
export function labelsFromSdl(sdl: string): LabelLookup {
  return labelsOfSchema(schemaFromSdl(sdl));
}

/** Every labelled coordinate of a schema. A schema without the directive is refused, not taken for one without labels. INVARIANT I-4 */
export function labelEntries(schema: GraphQLSchema): ReadonlyMap<string, Label> {
  if (!schema.getDirective(CONSENT_DIRECTIVE)) throw consentDirectiveError('LABELS_MISSING');
  const labels = new Map<string, Label>();
  const put = (coordinate: string, label: Label | undefined) => {
    if (label !== undefined) labels.set(coordinate, label);
  };
  for (const type of Object.values(schema.getTypeMap())) {
    put(type.name, declaredLabel(type));
    if (isObjectType(type) || isInterfaceType(type)) {
      for (const field of Object.values(type.getFields())) {
        put(`${type.name}.${field.name}`, labelOf(type, field));
        for (const argument of field.args)
          put(`${type.name}.${field.name}(${argument.name}:)`, declaredLabel(argument));
      }
    } else if (isInputObjectType(type)) {
      for (const field of Object.values(type.getFields())) put(`${type.name}.${field.name}`, declaredLabel(field));
    } else if (isEnumType(type)) {
      for (const value of type.getValues()) put(`${type.name}.${value.name}`, declaredLabel(value));
    }
  }
  return labels;
}
