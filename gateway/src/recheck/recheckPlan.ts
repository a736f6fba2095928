/**
 * What has to be permitted where in the answer of one operation: made once per operation from the schema and the labels
 * of the supergraph, shared by all who send it, and so free of anything about a request.
 */
import type { DataCategory } from '@sammen/consent';
import type { LabelLookup } from '@sammen/consent-directive';
import {
  Kind,
  getNamedType,
  isAbstractType,
  isNonNullType,
  isObjectType,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { inputGuard, type InputGuard } from './inputGuard.js';
import { ownerFieldOf, type OwnerField } from './ownerField.js';
import { selectOwners, type HelperNames } from './selectOwners.js';

/** An object of the answer. */
export interface ObjectPlan {
  readonly typeName: string;
  /** The category of such an object as a whole. */
  readonly guard: DataCategory | undefined;
  /** Under which names it says whose it is: conditions can leave some of them out, and never all. */
  readonly owner: { readonly names: readonly string[]; readonly by: OwnerField } | undefined;
  readonly fields: readonly FieldPlan[];
  /** Those that need a look of their own: they ask for more than the object itself, hold objects, or have arguments that count. */
  readonly checked: readonly FieldPlan[];
  /** What the client did not ask for, last first. */
  readonly helpers: readonly string[];
}

/** Objects of one type, or of several; then each says under `typeName` which it is. */
export type ObjectPlans =
  | { readonly only: ObjectPlan; readonly typeName?: undefined }
  | { readonly types: ReadonlyMap<string, ObjectPlan>; readonly typeName: string; readonly only?: undefined };

/** A field of the answer, by its response name. */
export interface FieldPlan {
  readonly name: string;
  /** Every object has something under that name (`constructor`), so only what is its own counts. */
  readonly isInherited: boolean;
  /** `Type.field` of the schema. */
  readonly coordinate: string;
  /** Each must be permitted for the citizen whom the object belongs to. */
  readonly guards: readonly DataCategory[];
  readonly nonNull: boolean;
  /** The objects that it gives; undefined for values. */
  readonly child: ObjectPlans | undefined;
  /** A root field that names a citizen in its arguments, or any field that is filtered by guarded data. */
  readonly input: InputGuard | undefined;
}

/** An operation, ready to be executed and re-checked. */
export interface RecheckPlan {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly root: ObjectPlan;
}

/** Plans the re-check of a validated operation of admitted size. */
export function planRecheck(
  given: DocumentNode,
  operationName: string | undefined,
  schema: GraphQLSchema,
  labels: LabelLookup,
): RecheckPlan {
  const { document, names } = selectOwners(given, schema, labels);
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const one of document.definitions) if (one.kind === Kind.FRAGMENT_DEFINITION) fragments.set(one.name.value, one);
  const operation = document.definitions.find(
    (one): one is OperationDefinitionNode =>
      one.kind === Kind.OPERATION_DEFINITION && (operationName === undefined || one.name?.value === operationName),
  )!;

  const plans = new Map<string, ObjectPlan>();
  const numbers = new Map<SelectionSetNode, number>();

  /** The fields that objects of a type answer, merged as GraphQL merges them, by response name. */
  function collect(sets: readonly SelectionSetNode[], type: GraphQLObjectType): Map<string, FieldNode[]> {
    const fields = new Map<string, FieldNode[]>();
    const read = (set: SelectionSetNode): void => {
      for (const selection of set.selections) {
        if (selection.kind === Kind.FIELD) {
          const name = (selection.alias ?? selection.name).value;
          fields.set(name, [...(fields.get(name) ?? []), selection]);
          continue;
        }
        const fragment = selection.kind === Kind.FRAGMENT_SPREAD ? fragments.get(selection.name.value) : selection;
        if (fragment && applies(fragment.typeCondition?.name.value, type)) read(fragment.selectionSet);
      }
    };
    for (const set of sets) read(set);
    return fields;
  }

  function applies(condition: string | undefined, type: GraphQLObjectType): boolean {
    const named = condition === undefined ? type : schema.getType(condition);
    return named === type || (isAbstractType(named) && schema.isSubType(named, type));
  }

  function planObject(type: GraphQLObjectType, sets: readonly SelectionSetNode[], isRoot: boolean): ObjectPlan {
    const selected = collect(sets, type);
    const fields: FieldPlan[] = [];
    for (const [name, nodes] of selected) {
      const definition = type.getFields()[nodes[0]!.name.value];
      if (definition && !names.has(name)) fields.push(planField(type, definition, name, nodes, isRoot));
    }
    const guard = categoryOf(labels(type.name));
    return {
      typeName: type.name,
      guard,
      owner: ownerOf(type, selected, names, labels),
      fields,
      checked: fields.filter(({ guards, child, input }) => child || input || guards.some((one) => one !== guard)),
      helpers: [...selected.keys()].filter((name) => names.has(name)).reverse(),
    };
  }

  function planField(
    type: GraphQLObjectType,
    definition: GraphQLField<unknown, unknown>,
    name: string,
    nodes: readonly FieldNode[],
    isRoot: boolean,
  ): FieldPlan {
    const coordinate = `${type.name}.${definition.name}`;
    const returned = getNamedType(definition.type);
    const sets = nodes.flatMap(({ selectionSet }) => selectionSet ?? []);
    const guard = categoryOf(labels(coordinate));
    const node = nodes[0]!;
    const input = inputGuard({ node, definition, coordinate, operation, labels, isRoot });
    return {
      name,
      isInherited: name in Object.prototype,
      coordinate,
      guards: guard ? [guard] : [],
      nonNull: isNonNullType(definition.type),
      child: planObjects(returned, sets),
      input,
    };
  }

  function planObjects(type: GraphQLNamedType, sets: readonly SelectionSetNode[]): ObjectPlans | undefined {
    if (isObjectType(type)) return { only: planOnce(type, sets) };
    if (!isAbstractType(type)) return undefined;
    const possible = schema.getPossibleTypes(type).map((one) => [one.name, planOnce(one, sets)] as const);
    return { types: new Map(possible), typeName: names.of('__typename') };
  }

  /** The same selections on the same type are planned once: nested interfaces would multiply otherwise. */
  function planOnce(type: GraphQLObjectType, sets: readonly SelectionSetNode[]): ObjectPlan {
    const key = `${type.name} ${sets.map((set) => numberOf(set)).join(' ')}`;
    const plan = plans.get(key) ?? planObject(type, sets, false);
    plans.set(key, plan);
    return plan;
  }

  function numberOf(set: SelectionSetNode): number {
    const number = numbers.get(set) ?? numbers.size;
    numbers.set(set, number);
    return number;
  }

  const root = schema.getRootType(operation.operation)!;
  return { document, operation, root: planObject(root, [operation.selectionSet], true) };
}

function ownerOf(
  type: GraphQLObjectType,
  selected: ReadonlyMap<string, readonly FieldNode[]>,
  names: HelperNames,
  labels: LabelLookup,
): ObjectPlan['owner'] {
  const by = ownerFieldOf(type, labels);
  if (!by) return undefined;
  const helper = names.of(by);
  const others = [...selected].filter(([, [first]]) => first?.name.value === by).map(([name]) => name);
  const found = [...new Set(selected.has(helper) ? [helper, ...others] : others)];
  return found.length > 0 ? { names: found, by } : undefined;
}

function categoryOf(label: ReturnType<LabelLookup>): DataCategory | undefined {
  return label === 'PUBLIC' ? undefined : label;
}
