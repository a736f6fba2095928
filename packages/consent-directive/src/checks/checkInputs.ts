import { getNamedType, isEnumType, isInputObjectType, type GraphQLInputType, type GraphQLSchema } from 'graphql';
import { directivesNamed, guardsOf } from '../label.js';
import type { LabelLookup } from '../labelLookup.js';
import { fieldsOf, typesWithFields } from './schemaElements.js';
import type { Report } from './violation.js';

/**
 * UNCOVERED_INPUT: a filter or a sort order over guarded data tells of it by what comes back, so the field that takes it
 * is guarded by that category, too. What a mutation is given is judged by the right to write.
 */
export function checkInputs(schema: GraphQLSchema, labels: LabelLookup, report: Report): void {
  for (const type of typesWithFields(schema)) {
    if (type === schema.getMutationType()) continue;
    for (const field of fieldsOf(type)) {
      const coordinate = `${type.name}.${field.name}`;
      const guards = new Set<string>(guardsOf(schema, type, field));
      const labelled = field.args.flatMap((argument) => [
        `${coordinate}(${argument.name}:)`,
        ...coordinatesIn(argument.type),
      ]);
      for (const one of labelled) {
        const label = labels(one) ?? 'PUBLIC';
        if (label !== 'PUBLIC' && !guards.has(label))
          report('UNCOVERED_INPUT', coordinate, `It is asked by ${one} of ${label}: label it so, or take that away.`);
      }
    }
  }
}

/** @fromContext hands a value of one subgraph to another in an argument, past the field that guards it. */
export function checkContexts(schema: GraphQLSchema, report: Report): void {
  for (const type of typesWithFields(schema))
    for (const field of fieldsOf(type))
      for (const argument of field.args)
        if (['fromContext', 'federation__fromContext'].some((name) => directivesNamed(argument, name).length > 0))
          report('FROM_CONTEXT', `${type.name}.${field.name}(${argument.name}:)`, 'Take @fromContext away.');
}

/** The input fields and enum values that can stand in a value of a type. */
function coordinatesIn(type: GraphQLInputType, seen = new Set<string>()): string[] {
  const named = getNamedType(type);
  if (seen.has(named.name)) return [];
  seen.add(named.name);
  if (isEnumType(named)) return named.getValues().map(({ name }) => `${named.name}.${name}`);
  if (!isInputObjectType(named)) return [];
  return Object.values(named.getFields()).flatMap((field) => [
    `${named.name}.${field.name}`,
    ...coordinatesIn(field.type, seen),
  ]);
}
