import {
  getNamedType,
  getNullableType,
  isInterfaceType,
  isListType,
  isNonNullType,
  type GraphQLOutputType,
  type GraphQLSchema,
} from 'graphql';
import { declaredLabel, directivesNamed, labelOf, objectsOf } from '../label.js';
import { fieldsOf, typesWithFields } from './schemaElements.js';
import type { Report } from './violation.js';

/** UNLABELLED, EXISTENCE, NOT_NULLABLE, NULLABLE_ITEM, ON_INTERFACE: every field of every type. INVARIANT I-9 */
export function checkFields(schema: GraphQLSchema, report: Report): void {
  for (const type of typesWithFields(schema)) {
    const isInterface = isInterfaceType(type) || directivesNamed(type, 'interfaceObject').length > 0;
    for (const field of fieldsOf(type)) {
      const coordinate = `${type.name}.${field.name}`;
      const label = labelOf(type, field);
      if (label === undefined) {
        if (!isInterfaceType(type)) report('UNLABELLED', coordinate, 'Add @consent(category: …) or @public.');
        continue;
      }
      if (label === 'PUBLIC') {
        const hidden = objectsOf(schema, getNamedType(field.type)).map(declaredLabel);
        const category = hidden.find((other) => other !== undefined && other !== 'PUBLIC');
        if (category) report('EXISTENCE', coordinate, `Label it @consent(category: ${category}) instead of @public.`);
        continue;
      }
      if (isInterface) report('ON_INTERFACE', coordinate, 'Move the field to the object types.');
      for (const parent of type.getInterfaces())
        if (parent.getFields()[field.name])
          report('ON_INTERFACE', coordinate, `Take ${parent.name}.${field.name} off the interface.`);
      if (isNonNullType(field.type)) report('NOT_NULLABLE', coordinate, `Make it ${getNullableType(field.type)}.`);
      if (hasNullableItems(field.type)) report('NULLABLE_ITEM', coordinate, 'Write the list as [T!].');
    }
  }
}

function hasNullableItems(type: GraphQLOutputType): boolean {
  const list = getNullableType(type);
  if (!isListType(list)) return false;
  const item = list.ofType as GraphQLOutputType;
  return !isNonNullType(item) || hasNullableItems(item);
}
