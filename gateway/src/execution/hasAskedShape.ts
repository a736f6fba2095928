/**
 * Whether an answer has lists where lists were asked for, objects where objects were, and every name that was asked for:
 * what is merely missing would otherwise be read as "nothing is recorded".
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
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';

type Json = Readonly<Record<string, unknown>>;

/** Holds `data` against the operation it answers. Values of scalars are not looked at, and null fits everywhere. A name may
 * be missing where a condition stands, or where nobody can tell whether its fragment applied. */
export function hasAskedShape(data: Json, document: DocumentNode, schema: GraphQLSchema): boolean {
  const operation = document.definitions.find((one) => one.kind === Kind.OPERATION_DEFINITION);
  if (!operation) return false;
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const one of document.definitions) if (one.kind === Kind.FRAGMENT_DEFINITION) fragments.set(one.name.value, one);

  function objectFits(
    object: Json,
    selectionSet: SelectionSetNode,
    type: GraphQLNamedType | undefined,
    isCertain: boolean,
  ): boolean {
    const typeName = object['__typename'];
    if (typeName !== undefined && typeof typeName !== 'string') return false;
    return selectionSet.selections.every((selection) => {
      if (selection.kind === Kind.FIELD) {
        const { name, alias, selectionSet: inner } = selection;
        const value = object[(alias ?? name).value];
        if (value === undefined) return !isCertain || isConditional(selection);
        if (name.value === '_entities') return Array.isArray(value) && value.every((one) => itemFits(one, inner!));
        const field = isObjectType(type) || isInterfaceType(type) ? type.getFields()[name.value] : undefined;
        // What is there may have been asked for by another selection of the same name.
        return !field || valueFits(value, field.type, inner, isCertain && !isConditional(selection));
      }
      const fragment = selection.kind === Kind.FRAGMENT_SPREAD ? fragments.get(selection.name.value) : selection;
      if (!fragment) return false;
      const condition = fragment.typeCondition ? schema.getType(fragment.typeCondition.name.value) : type;
      if (!applies(condition, typeName)) return true;
      const isSure = isCertain && !isConditional(selection) && (condition === type || condition?.name === typeName);
      return objectFits(object, fragment.selectionSet, condition, isSure);
    });
  }

  const itemFits = (value: unknown, selectionSet: SelectionSetNode): boolean =>
    value === null || (isObject(value) && entityFits(value, selectionSet));

  /** What is asked of one type only is asked of every entity. */
  function entityFits(entity: Json, selectionSet: SelectionSetNode): boolean {
    const [only, ...others] = selectionSet.selections.filter((one) => one.kind !== Kind.FIELD);
    if (only?.kind !== Kind.INLINE_FRAGMENT || others.length > 0)
      return objectFits(entity, selectionSet, undefined, true);
    const type = only.typeCondition && schema.getType(only.typeCondition.name.value);
    return objectFits(entity, only.selectionSet, type, isObjectType(type) && !isConditional(only));
  }

  function valueFits(
    value: unknown,
    type: GraphQLType,
    selectionSet: SelectionSetNode | undefined,
    isCertain: boolean,
  ): boolean {
    if (value === null || value === undefined) return true;
    const inner = getNullableType(type);
    if (isListType(inner)) {
      return Array.isArray(value) && value.every((one) => valueFits(one, inner.ofType, selectionSet, isCertain));
    }
    if (!isCompositeType(inner)) return true;
    return isObject(value) && objectFits(value, selectionSet!, inner, isCertain);
  }

  /** A type name that is missing or unknown here (rewritten by the planner) counts as fitting. */
  function applies(condition: GraphQLNamedType | undefined, typeName: string | undefined): boolean {
    const type = typeName === undefined ? undefined : schema.getType(typeName);
    if (!type || !condition || type === condition) return true;
    if (!isAbstractType(condition)) return isAbstractType(type);
    return (isObjectType(type) || isInterfaceType(type)) && schema.isSubType(condition, type);
  }

  return objectFits(data, operation.selectionSet, schema.getRootType(operation.operation) ?? undefined, true);
}

/** Under `@skip` or `@include`. */
function isConditional({ directives }: SelectionNode): boolean {
  return (directives?.length ?? 0) > 0;
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
