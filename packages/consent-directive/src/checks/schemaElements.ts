import {
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  type GraphQLField,
  type GraphQLInterfaceType,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';
import type { Labelled } from '../label.js';

/** What the checks walk over: a subgraph's own types, without what federation adds to every schema. */

/** A type that has fields of its own. */
export type TypeWithFields = GraphQLObjectType | GraphQLInterfaceType;

function ownTypes(schema: GraphQLSchema): readonly GraphQLNamedType[] {
  return Object.values(schema.getTypeMap()).filter((type) => !type.name.startsWith('_'));
}

/** The object types and interfaces that a sector wrote. */
export function typesWithFields(schema: GraphQLSchema): readonly TypeWithFields[] {
  return ownTypes(schema).filter((type) => isObjectType(type) || isInterfaceType(type)) as readonly TypeWithFields[];
}

/** Their fields, without `_service` and `_entities`. */
export function fieldsOf(type: TypeWithFields): readonly GraphQLField<unknown, unknown>[] {
  return Object.values(type.getFields()).filter((field) => !field.name.startsWith('_'));
}

/** Every coordinate that can carry a label, with the elements whose label it takes, nearest first. */
export function* labelCoordinates(schema: GraphQLSchema): Generator<readonly [string, readonly Labelled[]]> {
  for (const type of ownTypes(schema)) {
    if (isObjectType(type) || isInterfaceType(type)) {
      yield [type.name, [type]];
      for (const field of fieldsOf(type)) {
        yield [`${type.name}.${field.name}`, [field, type]];
        for (const argument of field.args) yield [`${type.name}.${field.name}(${argument.name}:)`, [argument]];
      }
    } else if (isInputObjectType(type)) {
      for (const field of Object.values(type.getFields())) yield [`${type.name}.${field.name}`, [field]];
    } else if (isEnumType(type)) {
      for (const value of type.getValues()) yield [`${type.name}.${value.name}`, [value]];
    }
  }
}
