import {
  getNamedType,
  getNullableType,
  isAbstractType,
  isInterfaceType,
  isListType,
  isNonNullType,
  type GraphQLField,
  type GraphQLOutputType,
  type GraphQLSchema,
} from 'graphql';
import { declaredLabel, directivesNamed, labelOf, objectsOf } from '../label.js';
import { fieldsOf, typesWithFields, type TypeWithFields } from './schemaElements.js';
import type { Report } from './violation.js';

type Field = GraphQLField<unknown, unknown>;

/** UNLABELLED, EXISTENCE, NOT_NULLABLE, NULLABLE_ITEM, ON_INTERFACE: every field of every type. INVARIANT I-9 */
export function checkFields(schema: GraphQLSchema, report: Report): void {
  const roots: readonly unknown[] = [schema.getQueryType(), schema.getMutationType()];
  for (const type of typesWithFields(schema)) {
    for (const field of fieldsOf(type)) {
      const coordinate = `${type.name}.${field.name}`;
      const label = labelOf(type, field);
      const isDeclared =
        roots.includes(type) && ROOT_DECLARATIONS.some((name) => directivesNamed(field, name).length > 0);
      if (label !== undefined && label !== 'PUBLIC') checkGuarded(type, field, coordinate, report);
      else if (label === 'PUBLIC' || isDeclared) checkOpen(schema, field, coordinate, report);
      else if (!isInterfaceType(type)) report('UNLABELLED', coordinate, 'Add @consent(category: …) or @public.');
    }
  }
}

/** What a root field may say instead of a label: whose data it writes, or which roles may use it. */
const ROOT_DECLARATIONS = ['writes', 'roles'];

function checkGuarded(type: TypeWithFields, field: Field, coordinate: string, report: Report): void {
  if (
    isInterfaceType(type) ||
    ['interfaceObject', 'federation__interfaceObject'].some((name) => directivesNamed(type, name).length > 0)
  )
    report('ON_INTERFACE', coordinate, 'Move the field to the object types.');
  for (const parent of type.getInterfaces())
    if (parent.getFields()[field.name])
      report('ON_INTERFACE', coordinate, `Take ${parent.name}.${field.name} off the interface.`);
  if (isNonNullType(field.type)) report('NOT_NULLABLE', coordinate, `Make it ${getNullableType(field.type)}.`);
  if (hasNullableItems(field.type)) report('NULLABLE_ITEM', coordinate, 'Write the list as [T!].');
}

/** A field that is open itself may lead to objects that are not: those are decided one by one. */
function checkOpen(schema: GraphQLSchema, field: Field, coordinate: string, report: Report): void {
  const returned = getNamedType(field.type);
  const isGuarded = objectsOf(schema, returned).some((object) => (declaredLabel(object) ?? 'PUBLIC') !== 'PUBLIC');
  if (!isGuarded) return;
  if (isAbstractType(returned)) report('EXISTENCE', coordinate, 'Label it, or return one object type.');
  if (isNonNullType(field.type) && !isListType(getNullableType(field.type)))
    report('NOT_NULLABLE', coordinate, `Make it ${getNullableType(field.type)}: a ${returned} may be withheld.`);
}

function hasNullableItems(type: GraphQLOutputType): boolean {
  const list = getNullableType(type);
  if (!isListType(list)) return false;
  const item = list.ofType as GraphQLOutputType;
  return !isNonNullType(item) || hasNullableItems(item);
}
