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
  type FieldNode,
  type FragmentDefinitionNode,
  type FragmentSpreadNode,
  type GraphQLNamedType,
  type GraphQLSchema,
  type GraphQLType,
  type InlineFragmentNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';

type Json = Readonly<Record<string, unknown>>;
type FragmentNode = FragmentSpreadNode | InlineFragmentNode;
type Fits<T> = (value: T) => boolean;
type FitsAs = (object: Json, typeName: string | undefined) => boolean;

/** A fetch's document belongs to the plan of one schema; what it asks for is worked out once. */
const known = new WeakMap<DocumentNode, Fits<Json>>();

/** Holds `data` against the operation it answers. Values of scalars are not looked at, and null fits everywhere. A name may
 * be missing where a condition stands, or where nobody can tell whether its fragment applied. */
export function hasAskedShape(data: Json, document: DocumentNode, schema: GraphQLSchema): boolean {
  const fits = known.get(document) ?? askedShape(document, schema);
  known.set(document, fits);
  return fits(data);
}

function askedShape(document: DocumentNode, schema: GraphQLSchema): Fits<Json> {
  const operation = document.definitions.find((one) => one.kind === Kind.OPERATION_DEFINITION);
  if (!operation) return () => false;
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const one of document.definitions) if (one.kind === Kind.FRAGMENT_DEFINITION) fragments.set(one.name.value, one);

  function objectFits(set: SelectionSetNode, type: GraphQLNamedType | undefined, isCertain: boolean): Fits<Json> {
    const all = set.selections.map((one) =>
      one.kind === Kind.FIELD ? fieldFits(one, type, isCertain) : fragmentFits(one, type, isCertain),
    );
    return (object) => {
      const typeName = object['__typename'];
      if (typeName !== undefined && typeof typeName !== 'string') return false;
      for (const fits of all) if (!fits(object, typeName)) return false;
      return true;
    };
  }

  function fieldFits(node: FieldNode, type: GraphQLNamedType | undefined, isCertain: boolean): FitsAs {
    const { name, alias, selectionSet } = node;
    const key = (alias ?? name).value;
    const mayLack = !isCertain || isConditional(node);
    const field = isObjectType(type) || isInterfaceType(type) ? type.getFields()[name.value] : undefined;
    // What is there may have been asked for by another selection of the same name.
    const fits =
      name.value === '_entities'
        ? entitiesFit(selectionSet!)
        : field
          ? valueFits(field.type, selectionSet, !mayLack)
          : undefined;
    return (object) => {
      const value = object[key];
      return value === undefined ? mayLack : !fits || fits(value);
    };
  }

  function fragmentFits(node: FragmentNode, type: GraphQLNamedType | undefined, isCertain: boolean): FitsAs {
    const fragment = node.kind === Kind.FRAGMENT_SPREAD ? fragments.get(node.name.value) : node;
    if (!fragment) return () => false;
    const condition = fragment.typeCondition ? schema.getType(fragment.typeCondition.name.value) : type;
    const mayBeSure = isCertain && !isConditional(node);
    const [unsure, sure] = [false, true].map((isSure) =>
      isSure && !mayBeSure ? undefined : objectFits(fragment.selectionSet, condition, isSure),
    );
    return (object, typeName) => {
      if (!applies(condition, typeName)) return true;
      const isSure = condition === type || condition?.name === typeName;
      return ((isSure && sure) || unsure!)(object);
    };
  }

  function entitiesFit(set: SelectionSetNode): Fits<unknown> {
    const fits = entityFits(set);
    return (value) => Array.isArray(value) && value.every((one) => one === null || (isObject(one) && fits(one)));
  }

  /** What is asked of one type only is asked of every entity. */
  function entityFits(set: SelectionSetNode): Fits<Json> {
    const [only, ...others] = set.selections.filter((one) => one.kind !== Kind.FIELD);
    if (only?.kind !== Kind.INLINE_FRAGMENT || others.length > 0) return objectFits(set, undefined, true);
    const type = only.typeCondition && schema.getType(only.typeCondition.name.value);
    return objectFits(only.selectionSet, type, isObjectType(type) && !isConditional(only));
  }

  /** Undefined for what needs no look. */
  function valueFits(
    type: GraphQLType,
    set: SelectionSetNode | undefined,
    isCertain: boolean,
  ): Fits<unknown> | undefined {
    const inner = getNullableType(type);
    if (isListType(inner)) {
      const fits = valueFits(inner.ofType, set, isCertain);
      return (value) => value === null || (Array.isArray(value) && (!fits || value.every(fits)));
    }
    if (!isCompositeType(inner)) return undefined;
    const fits = objectFits(set!, inner, isCertain);
    return (value) => value === null || value === undefined || (isObject(value) && fits(value));
  }

  /** A type name that is missing or unknown here (rewritten by the planner) counts as fitting. */
  function applies(condition: GraphQLNamedType | undefined, typeName: string | undefined): boolean {
    const type = typeName === undefined ? undefined : schema.getType(typeName);
    if (!type || !condition || type === condition) return true;
    if (!isAbstractType(condition)) return isAbstractType(type);
    return (isObjectType(type) || isInterfaceType(type)) && schema.isSubType(condition, type);
  }

  return objectFits(operation.selectionSet, schema.getRootType(operation.operation) ?? undefined, true);
}

/** Under `@skip` or `@include`. */
function isConditional({ directives }: SelectionNode): boolean {
  return (directives?.length ?? 0) > 0;
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
