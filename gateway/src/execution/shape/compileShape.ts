/** The shape of an operation's answer, with selections merged as GraphQL merges them (specification, section 6.3.2). */
import {
  Kind,
  getNamedType,
  isAbstractType,
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
  type SelectionSetNode,
} from 'graphql';
import { fitOf, likeOf } from './fitOf.js';
import { hiddenFrom } from './hiddenFrom.js';
import { narrowed } from './narrowed.js';
import type { Condition, Content, FieldShape, ObjectShape, Wrapping } from './shapes.js';

/** A selection set, and when it counts. */
interface Selected {
  readonly set: SelectionSetNode;
  readonly when: Condition;
}

type Composite = GraphQLObjectType | GraphQLInterfaceType;

interface Occurrence {
  /** Its place among all fields of the object. */
  readonly at: number;
  readonly node: FieldNode;
  readonly when: Condition;
}

/** What operations of one supergraph are compiled with. */
export interface ShapeOptions {
  /** The schema that clients see. */
  readonly schema: GraphQLSchema;
  readonly supergraphSchema: GraphQLSchema;
  /** The name that a field is fetched under. */
  readonly nameOf: (node: FieldNode) => string;
}

/** Compiles a validated operation. */
export function compileShape(
  document: DocumentNode,
  operation: OperationDefinitionNode,
  { schema, supergraphSchema, nameOf }: ShapeOptions,
): ObjectShape {
  const hides = hiddenFrom(schema, supergraphSchema);
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const one of document.definitions) if (one.kind === Kind.FRAGMENT_DEFINITION) fragments.set(one.name.value, one);
  const numbers = new Map<SelectionSetNode, number>();
  const shapes = new Map<string, ObjectShape>();

  /** The same selections on the same type are compiled once: nested interfaces would multiply otherwise. */
  function shapeOf(type: Composite, selected: readonly Selected[]): ObjectShape {
    const key = `${type.name} ${selected.map(keyOf).join(' ')}`;
    const known = shapes.get(key);
    if (known) return known;
    const shape = { typeName: type.name, fields: [] as readonly FieldShape[], isPlain: false };
    shapes.set(key, shape);
    shape.fields = inOrder(type, collect(type, selected));
    shape.isPlain = shape.fields.every(isPlain);
    return shape;
  }

  function keyOf({ set, when }: Selected): string {
    const number = numbers.get(set) ?? numbers.size;
    numbers.set(set, number);
    return `${number}${when.map(({ variable, wanted }) => `${wanted ? '+' : '-'}${variable}`).join('')}`;
  }

  function collect(type: Composite, selected: readonly Selected[]): Map<string, Occurrence[]> {
    const fields = new Map<string, Occurrence[]>();
    let at = 0;
    const read = (set: SelectionSetNode, above: Condition): void => {
      for (const selection of set.selections) {
        const when = narrowed(above, selection);
        if (!when) continue;
        if (selection.kind === Kind.FIELD) {
          const name = (selection.alias ?? selection.name).value;
          const known = fields.get(name);
          const occurrence = { at: (at += 1), node: selection, when };
          if (known) known.push(occurrence);
          else fields.set(name, [occurrence]);
          continue;
        }
        const fragment = selection.kind === Kind.FRAGMENT_SPREAD ? fragments.get(selection.name.value) : selection;
        if (fragment && applies(fragment.typeCondition?.name.value, type)) read(fragment.selectionSet, when);
      }
    };
    for (const { set, when } of selected) read(set, when);
    return fields;
  }

  function applies(condition: string | undefined, type: Composite): boolean {
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

  /** A field stands where it first counts: every occurrence, up to one that always counts, is a place that it may have. */
  function inOrder(type: Composite, collected: ReadonlyMap<string, readonly Occurrence[]>): FieldShape[] {
    const places: { readonly at: number; readonly field: FieldShape }[] = [];
    for (const [name, occurrences] of collected) {
      const { from, isInherited, wrapping, content } = fieldOf(type, occurrences);
      for (const [index, { at, when: given }] of occurrences.entries()) {
        const when = given.length === 0 ? null : given;
        // Written out: a copy that is added to has a hidden class of its own on Node 20, and every answer reads them all.
        places.push({ at, field: { name, from, isInherited, wrapping, content, when, isAgain: index > 0 } });
        if (!when) break;
      }
    }
    return places.sort((one, other) => one.at - other.at).map(({ field }) => field);
  }

  function fieldOf(type: Composite, occurrences: readonly Occurrence[]): Omit<FieldShape, 'name' | 'when' | 'isAgain'> {
    const [{ node: first }] = occurrences as [Occurrence];
    const { value: field } = first.name;
    const from = nameOf(first);
    const isInherited = from in Object.prototype;
    if (field === TypeNameMetaFieldDef.name) {
      const content: Content = { kind: 'typeName', typeName: type.name };
      return { from, isInherited, wrapping: { nonNull: true, item: undefined }, content };
    }
    if (field === SchemaMetaFieldDef.name || field === TypeMetaFieldDef.name) {
      const content: Content = { kind: 'introspection', nodes: occurrences.map(({ node }) => node) };
      return { from, isInherited, wrapping: { nonNull: false, item: undefined }, content };
    }
    const { type: given } = type.getFields()[field]!;
    const content = contentOf(getNamedType(given), occurrences);
    return { from, isInherited, wrapping: wrappingOf(given), content };
  }

  function contentOf(type: GraphQLNamedType, occurrences: readonly Occurrence[]): Content {
    const selected = occurrences.flatMap(({ node, when }) =>
      node.selectionSet ? { set: node.selectionSet, when } : [],
    );
    if (isObjectType(type)) {
      const shape = shapeOf(type, selected);
      // A subgraph may say what it is; if it is another, it is not what was asked for.
      const isIt = (typeName: unknown): boolean => {
        const other = typeof typeName === 'string' ? schema.getType(typeName) : undefined;
        return isAbstractType(other) && schema.isSubType(other, type);
      };
      return {
        kind: 'object',
        hides: hides(type),
        shapeOf: (typeName) => (typeName === undefined || typeName === type.name || isIt(typeName) ? shape : undefined),
      };
    }
    if (!isAbstractType(type)) return { kind: 'leaf', like: likeOf(type), fits: fitOf(type), hides: hides(type) };
    const possible = new Map<unknown, ObjectShape | undefined>();
    if (isInterfaceType(type) && !dependsOnType(type, selected)) {
      // Nobody was asked of which type the object is, or under a condition only.
      const any = shapeOf(type, selected);
      possible.set(undefined, any).set(type.name, any);
    }
    return {
      kind: 'object',
      hides: hides(type),
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

/** Always there, as it was fetched. */
function isPlain({ name, from, isInherited, when, isAgain, content }: FieldShape): boolean {
  return name === from && !isInherited && when === null && !isAgain && content.kind !== 'introspection';
}

function wrappingOf(type: GraphQLOutputType): Wrapping {
  if (isNonNullType(type)) return { ...wrappingOf(type.ofType as GraphQLOutputType), nonNull: true };
  return { nonNull: false, item: isListType(type) ? wrappingOf(type.ofType as GraphQLOutputType) : undefined };
}
