/** The shape of an operation's answer, with selections merged as GraphQL merges them (specification, section 6.3.2). */
import {
  Kind,
  getNamedType,
  isAbstractType,
  isEnumType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  SchemaMetaFieldDef,
  TypeMetaFieldDef,
  TypeNameMetaFieldDef,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLInterfaceType,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import type { Condition, Content, FieldShape, ObjectShape, Wrapping } from './shapes.js';

/** A selection set, and when it counts. */
interface Selected {
  readonly set: SelectionSetNode;
  readonly when: Condition;
}

interface Occurrence {
  readonly node: FieldNode;
  readonly when: Condition;
}

/** Compiles a validated operation against the schema that clients see; `nameOf`: the name a field is fetched under. */
export function compileShape(
  document: DocumentNode,
  operation: OperationDefinitionNode,
  schema: GraphQLSchema,
  nameOf: (node: FieldNode) => string,
): ObjectShape {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const one of document.definitions) if (one.kind === Kind.FRAGMENT_DEFINITION) fragments.set(one.name.value, one);
  const numbers = new Map<SelectionSetNode, number>();
  const shapes = new Map<string, ObjectShape>();

  /** The same selections on the same type are compiled once: nested interfaces would multiply otherwise. */
  function shapeOf(type: GraphQLObjectType | GraphQLInterfaceType, selected: readonly Selected[]): ObjectShape {
    const key = `${type.name} ${selected.map(keyOf).join(' ')}`;
    const known = shapes.get(key);
    if (known) return known;
    const fields: FieldShape[] = [];
    const shape: ObjectShape = { typeName: type.name, fields };
    shapes.set(key, shape);
    for (const [name, occurrences] of collect(type, selected)) fields.push(fieldOf(type, name, occurrences));
    return shape;
  }

  function keyOf({ set, when }: Selected): string {
    const number = numbers.get(set) ?? numbers.size;
    numbers.set(set, number);
    return `${number}${when.map(({ variable, wanted }) => `${wanted ? '+' : '-'}${variable}`).join('')}`;
  }

  function collect(
    type: GraphQLObjectType | GraphQLInterfaceType,
    selected: readonly Selected[],
  ): Map<string, Occurrence[]> {
    const fields = new Map<string, Occurrence[]>();
    const read = (set: SelectionSetNode, above: Condition): void => {
      for (const selection of set.selections) {
        const when = narrowed(above, selection);
        if (!when) continue;
        if (selection.kind === Kind.FIELD) {
          const name = (selection.alias ?? selection.name).value;
          const known = fields.get(name);
          if (known) known.push({ node: selection, when });
          else fields.set(name, [{ node: selection, when }]);
          continue;
        }
        const fragment = selection.kind === Kind.FRAGMENT_SPREAD ? fragments.get(selection.name.value) : selection;
        if (fragment && applies(fragment.typeCondition?.name.value, type)) read(fragment.selectionSet, when);
      }
    };
    for (const { set, when } of selected) read(set, when);
    return fields;
  }

  function applies(condition: string | undefined, type: GraphQLObjectType | GraphQLInterfaceType): boolean {
    const named = condition === undefined ? type : schema.getType(condition);
    return named === type || (isAbstractType(named) && schema.isSubType(named, type));
  }

  /** What a subgraph with an interface object was asked for alone: it cannot tell of which type the object is. */
  function dependsOnType(type: GraphQLInterfaceType, selected: readonly Selected[]): boolean {
    const names = (set: SelectionSetNode): boolean =>
      set.selections.some((one) => {
        if (one.kind === Kind.FIELD) return one.name.value === TypeNameMetaFieldDef.name;
        const fragment = one.kind === Kind.FRAGMENT_SPREAD ? fragments.get(one.name.value)! : one;
        return !applies(fragment.typeCondition?.name.value, type) || names(fragment.selectionSet);
      });
    return selected.some(({ set }) => names(set));
  }

  function fieldOf(
    type: GraphQLObjectType | GraphQLInterfaceType,
    name: string,
    occurrences: readonly Occurrence[],
  ): FieldShape {
    const always = occurrences.some(({ when }) => when.length === 0);
    const when = always ? null : occurrences.map((one) => one.when);
    const [{ node: first }] = occurrences as [Occurrence];
    const { value: field } = first.name;
    const from = nameOf(first);
    if (field === TypeNameMetaFieldDef.name) {
      const content: Content = { kind: 'typeName', typeName: type.name };
      return { name, from, when, wrapping: { nonNull: true, item: undefined }, content };
    }
    if (field === SchemaMetaFieldDef.name || field === TypeMetaFieldDef.name) {
      const content: Content = { kind: 'introspection', nodes: occurrences.map(({ node }) => node) };
      return { name, from, when, wrapping: { nonNull: false, item: undefined }, content };
    }
    const { type: given } = type.getFields()[field]!;
    return { name, from, when, wrapping: wrappingOf(given), content: contentOf(getNamedType(given), occurrences) };
  }

  function contentOf(type: GraphQLNamedType, occurrences: readonly Occurrence[]): Content {
    const selected = occurrences.flatMap(({ node, when }) =>
      node.selectionSet ? { set: node.selectionSet, when } : [],
    );
    if (isObjectType(type)) {
      const shape = shapeOf(type, selected);
      return { kind: 'object', shapeOf: () => shape };
    }
    if (!isAbstractType(type)) return { kind: 'leaf', fits: fitOf(type) };
    const possible = new Map<unknown, ObjectShape | undefined>();
    if (isInterfaceType(type) && !dependsOnType(type, selected)) possible.set(undefined, shapeOf(type, selected));
    return {
      kind: 'object',
      shapeOf(typeName) {
        if (!possible.has(typeName)) {
          const named = typeof typeName === 'string' ? schema.getType(typeName) : undefined;
          // What is not in the schema is not remembered: it is a subgraph that says it.
          if (!isObjectType(named) || !schema.isSubType(type, named)) return undefined;
          possible.set(typeName, shapeOf(named, selected));
        }
        return possible.get(typeName);
      },
    };
  }

  return shapeOf(schema.getRootType(operation.operation)!, [{ set: operation.selectionSet, when: [] }]);
}

/** A condition with that of a selection added; null if the selection can never count. */
function narrowed(above: Condition, { directives }: SelectionNode): Condition | null {
  if (!directives || directives.length === 0) return above;
  let when = above;
  for (const { name, arguments: given } of directives) {
    if (name.value !== 'skip' && name.value !== 'include') continue;
    const wanted = name.value === 'include';
    const value = given?.find((one) => one.name.value === 'if')?.value;
    if (value?.kind === Kind.BOOLEAN && value.value !== wanted) return null;
    if (value?.kind !== Kind.VARIABLE) continue;
    const variable = value.name.value;
    const known = when.find((one) => one.variable === variable);
    if (known && known.wanted !== wanted) return null;
    if (!known) when = [...when, { variable, wanted }];
  }
  return when;
}

function wrappingOf(type: GraphQLOutputType): Wrapping {
  if (isNonNullType(type)) return { ...wrappingOf(type.ofType as GraphQLOutputType), nonNull: true };
  return { nonNull: false, item: isListType(type) ? wrappingOf(type.ofType as GraphQLOutputType) : undefined };
}

/** Whether a value can be one of a scalar or enum; of scalars that are not GraphQL's own only their subgraph knows. */
function fitOf(type: GraphQLNamedType): (value: unknown) => boolean {
  if (isEnumType(type)) return (value) => typeof value === 'string' && type.getValue(value) !== undefined;
  switch (type.name) {
    case 'Int':
      return (value) => Number.isInteger(value) && (value as number) === ((value as number) | 0);
    case 'Float':
      return (value) => typeof value === 'number';
    case 'Boolean':
      return (value) => typeof value === 'boolean';
    case 'String':
      return (value) => typeof value === 'string';
    case 'ID':
      return (value) => typeof value === 'string' || Number.isInteger(value);
    default:
      return () => true;
  }
}
