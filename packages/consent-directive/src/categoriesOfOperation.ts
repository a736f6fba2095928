import { type CategorySet, DATA_CATEGORIES, type DataCategory } from '@sammen/consent';
import {
  Kind,
  getNamedType,
  getOperationAST,
  isAbstractType,
  isCompositeType,
  isObjectType,
  type DirectiveNode,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { consentDirectiveError } from './errors.js';
import { inputReader, type Variables } from './inputReader.js';
import type { LabelLookup } from './labelLookup.js';

/**
 * Which categories an operation asks for, before anything is read: every selected field's own label and that of the
 * object it returns, and the labels of arguments, input fields and enum values in use. Never too few.
 */

/**
 * Public fields that are decided by categories all the same: what may be seen of everything, and whom a CPR number
 * names. Known beforehand, they are part of a request's one decision and not a second one.
 */
const DECIDED_BY: Readonly<Record<string, readonly DataCategory[]>> = {
  'Citizen.viewerAccess': DATA_CATEGORIES,
  'Query.citizenByCpr': ['CPR_NUMBER'],
};

/** An operation that was validated against `schema`; labels may come from elsewhere (the supergraph's text). */
export interface OperationToRead {
  readonly schema: GraphQLSchema;
  readonly labels: LabelLookup;
  readonly document: DocumentNode;
  readonly operationName?: string | null | undefined;
  readonly variables?: Variables | null | undefined;
}

/** What an operation asks for. */
export interface Touched {
  readonly categories: CategorySet;
  /** The labelled coordinates themselves, for the access log. */
  readonly coordinates: ReadonlySet<string>;
  /** Whether the same document with other variables may ask for something else. */
  readonly dependsOnVariables: boolean;
}

/** The categories that an operation asks for. Throws OPERATION_NOT_FOUND when the name fits none, or no single one. */
export function categoriesOfOperation(operation: OperationToRead): CategorySet {
  return touchedBy(operation).categories;
}

/** The categories and labelled coordinates that an operation asks for. Throws like {@link categoriesOfOperation}. */
export function touchedBy({ schema, labels, document, operationName, variables }: OperationToRead): Touched {
  const operation = getOperationAST(document, operationName);
  const root = operation && schema.getRootType(operation.operation);
  if (!operation || !root) throw consentDirectiveError('OPERATION_NOT_FOUND');

  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const node of document.definitions)
    if (node.kind === Kind.FRAGMENT_DEFINITION) fragments.set(node.name.value, node);

  const categories = new Set<DataCategory>();
  const coordinates = new Set<string>();
  const touch = (coordinate: string): void => {
    const label = labels(coordinate);
    if (label === undefined || label === 'PUBLIC') return;
    categories.add(label);
    coordinates.add(coordinate);
  };
  const touchTypes = (types: readonly GraphQLObjectType[]): void => types.forEach((type) => touch(type.name));
  let dependsOnVariables = false;
  const depends = (): void => void (dependsOnVariables = true);
  const isSelected = selectionFilter(operation, variables ?? {}, depends);
  const readArguments = inputReader(operation, variables ?? {}, touch, depends);
  // A selection set is read once per set of types it can apply to: a bomb of nested fragments costs its own size.
  const read = new Map<SelectionSetNode, Set<string>>();

  const readSelections = (set: SelectionSetNode, types: readonly GraphQLObjectType[]): void => {
    const key = types.map((type) => type.name).join(' ');
    const seen = read.get(set) ?? new Set();
    if (seen.has(key)) return;
    read.set(set, seen.add(key));
    for (const selection of set.selections) {
      if (!isSelected(selection.directives)) continue;
      if (selection.kind === Kind.FIELD) {
        for (const type of types) readField(selection, type);
        continue;
      }
      const fragment = selection.kind === Kind.FRAGMENT_SPREAD ? fragments.get(selection.name.value) : selection;
      if (!fragment) continue;
      const condition = fragment.typeCondition && schema.getType(fragment.typeCondition.name.value);
      const narrowed = condition ? types.filter((type) => objectTypesOf(schema, condition).includes(type)) : types;
      if (condition) touchTypes(narrowed);
      if (narrowed.length > 0) readSelections(fragment.selectionSet, narrowed);
    }
  };

  const readField = (node: FieldNode, parent: GraphQLObjectType): void => {
    touch(parent.name); // That there is such an object, and what it turns out to be, is data of its category.
    const field = parent.getFields()[node.name.value];
    if (!field) return; // __typename and introspection; validation has refused the rest
    touch(`${parent.name}.${field.name}`);
    for (const category of DECIDED_BY[`${parent.name}.${field.name}`] ?? []) categories.add(category);
    readArguments(`${parent.name}.${field.name}`, field.args, node.arguments ?? []);
    const returned = getNamedType(field.type);
    if (!isCompositeType(returned) || !node.selectionSet) return;
    const types = objectTypesOf(schema, returned);
    if (returned.name !== '_Entity') touchTypes(types); // The caller names entities; only those selected count.
    readSelections(node.selectionSet, types);
  };

  readSelections(operation.selectionSet, [root]);
  return { categories, coordinates, dependsOnVariables };
}

function objectTypesOf(schema: GraphQLSchema, type: GraphQLNamedType): readonly GraphQLObjectType[] {
  if (isObjectType(type)) return [type];
  return isAbstractType(type) ? schema.getPossibleTypes(type) : [];
}

/** Whether @skip and @include leave a selection in. What cannot be told counts as selected. */
function selectionFilter(operation: OperationDefinitionNode, variables: Variables, depends: () => void) {
  const valueOf = (directives: readonly DirectiveNode[] | undefined, name: string): unknown => {
    const directive = directives?.find((node) => node.name.value === name);
    const value = directive?.arguments?.find((argument) => argument.name.value === 'if')?.value;
    if (value?.kind === Kind.BOOLEAN) return value.value;
    if (value?.kind !== Kind.VARIABLE) return undefined;
    depends();
    if (Object.hasOwn(variables, value.name.value)) return variables[value.name.value];
    const definition = operation.variableDefinitions?.find((node) => node.variable.name.value === value.name.value);
    return definition?.defaultValue?.kind === Kind.BOOLEAN ? definition.defaultValue.value : undefined;
  };
  return (directives: readonly DirectiveNode[] | undefined): boolean =>
    valueOf(directives, 'skip') !== true && valueOf(directives, 'include') !== false;
}
