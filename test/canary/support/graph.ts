/** The supergraph as the canaries see it: types, fields, and the category that each field's own directives name. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DataCategory } from '@sammen/consent';
import {
  buildASTSchema,
  type ConstDirectiveNode,
  getNamedType,
  type GraphQLField,
  type GraphQLObjectType,
  isLeafType,
  isObjectType,
  parse,
} from 'graphql';
import { root } from '../../support/testFolders.js';

/** The schema, executable by itself. */
export const SCHEMA = buildASTSchema(parse(readFileSync(join(root, 'gateway/supergraph.graphql'), 'utf8')), {
  assumeValid: true,
});

/** One field of an object type. */
export interface FieldInfo {
  readonly owner: string;
  readonly name: string;
  /** Null when it is public. */
  readonly category: DataCategory | null;
  /** The name of its type without lists and exclamation marks. */
  readonly type: string;
  readonly isLeaf: boolean;
  /** The subgraph that resolves it, where the supergraph names one. */
  readonly graph: string | null;
  readonly arguments: readonly string[];
}

function labelOf(directives: readonly ConstDirectiveNode[] = []): DataCategory | 'PUBLIC' | undefined {
  const consent = directives.find(({ name }) => name.value === 'consent');
  const value = consent?.arguments?.[0]?.value;
  if (value?.kind === 'EnumValue') return value.value as DataCategory;
  return directives.some(({ name }) => name.value === 'public') ? 'PUBLIC' : undefined;
}

function graphOf(directives: readonly ConstDirectiveNode[] = []): string | null {
  const [joined, ...others] = directives.filter(({ name }) => name.value === 'join__field');
  const value = joined?.arguments?.find(({ name }) => name.value === 'graph')?.value;
  return value?.kind === 'EnumValue' && others.length === 0 ? value.value.toLowerCase() : null;
}

function infoOf(type: GraphQLObjectType, field: GraphQLField<unknown, unknown>): FieldInfo {
  const label = labelOf(field.astNode?.directives) ?? labelOf(type.astNode?.directives);
  const named = getNamedType(field.type);
  return {
    owner: type.name,
    name: field.name,
    category: label === undefined || label === 'PUBLIC' ? null : label,
    type: named.name,
    isLeaf: isLeafType(named),
    graph: graphOf(field.astNode?.directives),
    arguments: field.args.map(({ name }) => name),
  };
}

const TYPES = new Map(
  Object.values(SCHEMA.getTypeMap())
    .filter((type): type is GraphQLObjectType => isObjectType(type) && !type.name.startsWith('__'))
    .map((type) => [type.name, Object.values(type.getFields()).map((field) => infoOf(type, field))]),
);

/** The fields of an object type. */
export const fieldsOf = (type: string): readonly FieldInfo[] => TYPES.get(type)!;

/** One field. */
export const fieldOf = (type: string, name: string): FieldInfo => fieldsOf(type).find((each) => each.name === name)!;

/** The names of all object types. */
export const OBJECT_TYPES: readonly string[] = [...TYPES.keys()];

/** The category that a type's objects carry as a whole; null when none. */
export function categoryOfType(type: string): DataCategory | null {
  const label = labelOf(SCHEMA.getType(type)?.astNode?.directives as readonly ConstDirectiveNode[]);
  return label === undefined || label === 'PUBLIC' ? null : label;
}

/** Whether the objects of a type are rows of a citizen with an id of their own. */
export const isRow = (type: string): boolean =>
  type === 'Citizen' ||
  (categoryOfType(type) !== null && type !== 'AccessLogEntry' && fieldOf(type, 'id') !== undefined);

/** Whether a type is a page of a list. */
export const isConnection = (type: string): boolean => type.endsWith('Connection');
