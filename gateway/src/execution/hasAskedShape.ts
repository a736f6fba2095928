/**
 * Whether an answer has lists where lists were asked for and objects where objects were. Apollo's executor relies on it:
 * one list too few from one source would cost the answers of all others.
 */
import {
  Kind,
  getNullableType,
  isAbstractType,
  isCompositeType,
  isInterfaceType,
  isListType,
  isObjectType,
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLNamedType,
  type GraphQLSchema,
  type GraphQLType,
  type SelectionSetNode,
} from 'graphql';

type Json = Readonly<Record<string, unknown>>;

/** Holds `data` against the operation it answers. Values of scalars are not looked at, and null fits everywhere. */
export function hasAskedShape(data: Json, document: DocumentNode, schema: GraphQLSchema): boolean {
  const operation = document.definitions.find((one) => one.kind === Kind.OPERATION_DEFINITION);
  if (!operation) return false;
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const one of document.definitions) if (one.kind === Kind.FRAGMENT_DEFINITION) fragments.set(one.name.value, one);

  function objectFits(object: Json, selectionSet: SelectionSetNode, type: GraphQLNamedType | undefined): boolean {
    const typeName = object['__typename'];
    if (typeName !== undefined && typeof typeName !== 'string') return false;
    return selectionSet.selections.every((selection) => {
      if (selection.kind === Kind.FIELD) {
        const { name, alias, selectionSet: inner } = selection;
        const value = object[(alias ?? name).value];
        if (name.value === '_entities') return Array.isArray(value) && value.every((one) => itemFits(one, inner!));
        const field = isObjectType(type) || isInterfaceType(type) ? type.getFields()[name.value] : undefined;
        return !field || valueFits(value, field.type, inner);
      }
      const fragment = selection.kind === Kind.FRAGMENT_SPREAD ? fragments.get(selection.name.value) : selection;
      if (!fragment) return false;
      const condition = fragment.typeCondition ? schema.getType(fragment.typeCondition.name.value) : type;
      return !applies(condition, typeName) || objectFits(object, fragment.selectionSet, condition);
    });
  }

  const itemFits = (value: unknown, selectionSet: SelectionSetNode): boolean =>
    value === null || (isObject(value) && objectFits(value, selectionSet, undefined));

  function valueFits(value: unknown, type: GraphQLType, selectionSet: SelectionSetNode | undefined): boolean {
    if (value === null || value === undefined) return true;
    const inner = getNullableType(type);
    if (isListType(inner)) {
      return Array.isArray(value) && value.every((one) => valueFits(one, inner.ofType, selectionSet));
    }
    if (!isCompositeType(inner)) return true;
    return isObject(value) && objectFits(value, selectionSet!, inner);
  }

  /** A type name that is missing or unknown here (rewritten by the planner) counts as fitting. */
  function applies(condition: GraphQLNamedType | undefined, typeName: string | undefined): boolean {
    const type = typeName === undefined ? undefined : schema.getType(typeName);
    if (!type || !condition || type === condition) return true;
    if (!isAbstractType(condition)) return isAbstractType(type);
    return (isObjectType(type) || isInterfaceType(type)) && schema.isSubType(condition, type);
  }

  return objectFits(data, operation.selectionSet, schema.getRootType(operation.operation) ?? undefined);
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
