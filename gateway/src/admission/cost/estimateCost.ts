/**
 * What an operation can cost at most before anything of it is fetched: every object it may bring, in lists as long as it
 * asks for. An estimate from above; the selections of one field are counted once, however often they are written.
 */
import {
  getNamedType,
  isAbstractType,
  isListType,
  isNonNullType,
  Kind,
  valueFromAST,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import { gatewayError } from '../../errors.js';
import type { CostRules, FieldCost } from './costRules.js';

/** An operation that was validated, and the values of those of its variables that are whole numbers or booleans. */
export interface OperationToEstimate {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly rules: CostRules;
}

/** The estimate. */
export interface Estimate {
  readonly cost: number;
  /** The fields, by their names in the schema, that lead to where most of it comes from. */
  readonly costliest: readonly string[];
}

/** Items of a list that nothing says the length of. */
export const ASSUMED_LIST_SIZE = 10;

/** How long the lists of an object are, when the field that brings the object says so. */
interface Sized {
  readonly size: number;
  readonly fields: readonly string[];
}

interface Group {
  readonly parent: string;
  readonly field: GraphQLField<unknown, unknown>;
  readonly nodes: FieldNode[];
}

const NOTHING: Estimate = { cost: 0, costliest: [] };

/** Estimates. Throws SLICE_REQUIRED where `@listSize` demands an argument that is not given. */
export function estimateCost({ schema, document, operation, variables, rules }: OperationToEstimate): Estimate {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const node of document.definitions)
    if (node.kind === Kind.FRAGMENT_DEFINITION) fragments.set(node.name.value, node);
  const valueOf = variableReader(operation, variables);

  function isSelected({ directives }: SelectionNode): boolean {
    return (directives ?? []).every(({ name, arguments: given }) => {
      if (name.value !== 'skip' && name.value !== 'include') return true;
      return valueOf(given?.[0]?.value) !== (name.value === 'skip');
    });
  }

  /** By condition, fields under one name of the answer: an object that comes back has one type. */
  function collect(set: SelectionSetNode, type: GraphQLNamedType, into: Map<string, Map<string, Group>>): void {
    for (const selection of set.selections) {
      if (!isSelected(selection)) continue;
      if (selection.kind !== Kind.FIELD) {
        const fragment = selection.kind === Kind.FRAGMENT_SPREAD ? fragments.get(selection.name.value) : selection;
        const condition = fragment?.typeCondition && schema.getType(fragment.typeCondition.name.value);
        if (fragment) collect(fragment.selectionSet, condition ?? type, into);
        continue;
      }
      // What the graph says of itself is answered from memory, and is not longer than the graph.
      if (selection.name.value.startsWith('__') || !('getFields' in type)) continue;
      const groups = into.get(type.name) ?? new Map<string, Group>();
      into.set(type.name, groups);
      const key = (selection.alias ?? selection.name).value;
      const field = type.getFields()[selection.name.value] as GraphQLField<unknown, unknown> | undefined;
      const group = groups.get(key) ?? (field && { parent: type.name, field, nodes: [] });
      if (!group) continue;
      group.nodes.push(selection);
      groups.set(key, group);
    }
  }

  function ofSelections(sets: readonly SelectionSetNode[], type: GraphQLNamedType, sized: Sized | null): Estimate {
    const byCondition = new Map<string, Map<string, Group>>();
    for (const set of sets) collect(set, type, byCondition);
    let always = NOTHING;
    let atMost = NOTHING;
    for (const [condition, groups] of byCondition) {
      const found = [...groups.values()].map((group) => ofField(group, sized)).reduce(together, NOTHING);
      if (isAbstractType(schema.getType(condition)) || !isAbstractType(type)) always = together(always, found);
      else if (found.cost > atMost.cost) atMost = found;
    }
    return together(always, atMost);
  }

  function ofField({ parent, field, nodes }: Group, sized: Sized | null): Estimate {
    const rule = rules(parent, field.name);
    const given = nodes[0]!.arguments ?? [];
    const size = sizeOf(`${parent}.${field.name}`, rule?.listSize ?? null, field, nodes[0]!);
    const own = isListOf(field.type) ? (lengthFrom(sized, field.name) ?? size ?? ASSUMED_LIST_SIZE) : 1;
    const sets = nodes.flatMap(({ selectionSet }) => selectionSet ?? []);
    const { sizedFields = [] } = rule?.listSize ?? {};
    const below = size !== null && sizedFields.length > 0 ? { size, fields: sizedFields } : null;
    const within = ofSelections(sets, getNamedType(field.type), below);
    const ofArguments = given.reduce((sum, { name }) => sum + (rule?.argumentWeights[name.value] ?? 0), 0);
    const weight = rule?.weight ?? 0;
    return {
      cost: ofArguments + own * (weight + within.cost),
      costliest: [field.name, ...(within.cost > weight ? within.costliest : [])],
    };
  }

  /** How many items an argument asks for, or are assumed; null where nothing says so. */
  function sizeOf(
    coordinate: string,
    listSize: FieldCost['listSize'],
    field: GraphQLField<unknown, unknown>,
    node: FieldNode,
  ): number | null {
    if (!listSize) return null;
    const sizes = listSize.slicingArguments.flatMap((name) => {
      const argument = node.arguments?.find((one) => one.name.value === name);
      const value = argument ? valueOf(argument.value) : undefined;
      const size = value === undefined ? field.args.find((one) => one.name === name)?.defaultValue : value;
      return typeof size === 'number' ? [Math.max(0, size)] : [];
    });
    if (listSize.requireOneSlicingArgument && listSize.slicingArguments.length > 0 && sizes.length !== 1) {
      const message = `The list ${coordinate} has to be asked for by exactly one of: ${listSize.slicingArguments.join(', ')}.`;
      throw gatewayError('SLICE_REQUIRED', { message });
    }
    return sizes.length > 0 ? Math.max(...sizes) : listSize.assumedSize;
  }

  const root = schema.getRootType(operation.operation);
  return root ? ofSelections([operation.selectionSet], root, null) : NOTHING;
}

/** Adds; the path is that of the costlier part. */
function together(one: Estimate, other: Estimate): Estimate {
  const { costliest } = other.cost > one.cost ? other : one;
  return { cost: one.cost + other.cost, costliest };
}

function lengthFrom(sized: Sized | null, field: string): number | undefined {
  return sized?.fields.includes(field) ? sized.size : undefined;
}

function isListOf(type: unknown): boolean {
  return isListType(isNonNullType(type) ? type.ofType : type);
}

/** The value of a literal, or of a variable or its default; undefined for what is not given. */
function variableReader(operation: OperationDefinitionNode, variables: Readonly<Record<string, unknown>>) {
  const defaults = new Map(operation.variableDefinitions?.map((one) => [one.variable.name.value, one.defaultValue]));
  return (node: SelectionValue | undefined): unknown => {
    if (node?.kind !== Kind.VARIABLE) return literal(node);
    const name = node.name.value;
    return Object.hasOwn(variables, name) ? variables[name] : literal(defaults.get(name));
  };
}

type SelectionValue = Parameters<typeof valueFromAST>[0];

function literal(node: SelectionValue | undefined): unknown {
  if (node?.kind === Kind.INT) return Number(node.value);
  return node?.kind === Kind.BOOLEAN ? node.value : undefined;
}
