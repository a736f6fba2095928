/**
 * What the arguments of a field say about consent: a root field may name the citizen whom its values concern, and a
 * filter or sort order over guarded data tells of that data as much as reading it does.
 */
import type { DataCategory } from '@sammen/consent';
import { inputReader, type LabelLookup, type Variables } from '@sammen/consent-directive';
import {
  getNamedType,
  isEnumType,
  isInputObjectType,
  valueFromASTUntyped,
  type FieldNode,
  type GraphQLField,
  type GraphQLInputType,
  type OperationDefinitionNode,
} from 'graphql';

/** Read once per request. */
export interface InputGuard {
  /** The citizen whom the arguments name (`citizenId`, or `citizenId` of `input`); undefined if they name none. */
  citizen(variables: Variables): string | undefined;
  /** The categories of the labelled arguments, input fields and enum values in use. */
  categories(variables: Variables): readonly DataCategory[];
}

/** Where a field stands and how it is called. */
export interface CalledField {
  readonly node: FieldNode;
  readonly definition: GraphQLField<unknown, unknown>;
  readonly coordinate: string;
  readonly operation: OperationDefinitionNode;
  readonly labels: LabelLookup;
  readonly isRoot: boolean;
}

/** The guard of a field's arguments; undefined if they can say nothing. */
export function inputGuard(field: CalledField): InputGuard | undefined {
  const mayName = field.isRoot && namesCitizen(field.definition);
  // What a mutation is given is judged by the right to write; what it returns by the labels of that.
  const isLabelled = field.operation.operation === 'query' && hasLabels(field);
  if (!mayName && !isLabelled) return undefined;
  return {
    citizen: (variables) => (mayName ? citizenOf(field, variables) : undefined),
    categories: (variables) => (isLabelled ? categoriesOf(field, variables) : []),
  };
}

/** Whether a root field can say by its arguments whom it is about. */
export function namesCitizen({ args }: GraphQLField<unknown, unknown>): boolean {
  return args.some(({ name, type }) => {
    const named = getNamedType(type);
    return name === 'citizenId' || (name === 'input' && isInputObjectType(named) && 'citizenId' in named.getFields());
  });
}

function citizenOf({ node, operation }: CalledField, given: Variables): string | undefined {
  const variables: Record<string, unknown> = { ...given };
  for (const { variable, defaultValue } of operation.variableDefinitions ?? [])
    if (defaultValue && !Object.hasOwn(given, variable.name.value))
      variables[variable.name.value] = valueFromASTUntyped(defaultValue);
  const argument = (name: string): unknown => {
    const value = node.arguments?.find((one) => one.name.value === name)?.value;
    return value && valueFromASTUntyped(value, variables);
  };
  const input = argument('input');
  const inInput = typeof input === 'object' && input !== null ? Reflect.get(input, 'citizenId') : undefined;
  const named = argument('citizenId') ?? inInput;
  return typeof named === 'string' ? named : undefined;
}

function categoriesOf({ node, definition, coordinate, operation, labels }: CalledField, variables: Variables) {
  const found = new Set<DataCategory>();
  const read = inputReader(operation, variables, (touched) => {
    const label = labels(touched);
    if (label !== undefined && label !== 'PUBLIC') found.add(label);
  });
  read(coordinate, definition.args, node.arguments ?? []);
  return [...found];
}

/** Whether anything that can be passed to the field carries a category. */
function hasLabels({ definition, coordinate, labels }: CalledField): boolean {
  const seen = new Set<string>();
  const isGuarded = (at: string): boolean => (labels(at) ?? 'PUBLIC') !== 'PUBLIC';
  const inType = (type: GraphQLInputType): boolean => {
    const named = getNamedType(type);
    if (seen.has(named.name)) return false;
    seen.add(named.name);
    if (isEnumType(named)) return named.getValues().some(({ name }) => isGuarded(`${named.name}.${name}`));
    if (!isInputObjectType(named)) return false;
    return Object.values(named.getFields()).some((one) => isGuarded(`${named.name}.${one.name}`) || inType(one.type));
  };
  return definition.args.some(({ name, type }) => isGuarded(`${coordinate}(${name}:)`) || inType(type));
}
