/** The fields of the graph as entries that can be searched: what a field is called, gives, holds and who answers for it. */
import {
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
} from 'graphql';
import type { SchemaLabels } from './labelSchema.js';

/** One field, argument of an input, or value of an enum. */
export interface FieldEntry {
  /** `Type.field` */
  readonly coordinate: string;
  readonly name: string;
  /** As GraphQL writes it; null for values of enums. */
  readonly type: string | null;
  /** The bare name of that type. */
  readonly leadsTo: string | null;
  readonly args: readonly { readonly name: string; readonly type: string; readonly description: string }[];
  readonly description: string;
  readonly category: string | null;
  readonly sources: readonly string[];
}

/** The entries of one type. */
export function entriesOf(type: GraphQLNamedType, labels: SchemaLabels): readonly FieldEntry[] {
  const base = (name: string, description: string | null | undefined) => {
    const coordinate = `${type.name}.${name}`;
    const label = labels[coordinate];
    const said = { category: label?.category ?? null, sources: label?.sources ?? [] };
    return { coordinate, name, description: description ?? '', ...said };
  };
  if (isObjectType(type) || isInterfaceType(type)) {
    return Object.values(type.getFields()).map((field) => ({
      ...base(field.name, field.description),
      type: String(field.type),
      leadsTo: getNamedType(field.type).name,
      args: field.args.map((one) => ({ name: one.name, type: String(one.type), description: one.description ?? '' })),
    }));
  }
  if (isInputObjectType(type)) {
    return Object.values(type.getFields()).map((field) => ({
      ...base(field.name, field.description),
      type: String(field.type),
      leadsTo: getNamedType(field.type).name,
      args: [],
    }));
  }
  if (!isEnumType(type)) return [];
  return type
    .getValues()
    .map((value) => ({ ...base(value.name, value.description), type: null, leadsTo: null, args: [] }));
}

/** What somebody looks for; an empty part fits everything. */
export interface SchemaSearch {
  readonly words: string;
  readonly category: string;
  readonly source: string;
}

/** All entries that fit, by type and name; none while nothing is looked for. */
export function search(schema: GraphQLSchema, labels: SchemaLabels, wanted: SchemaSearch): readonly FieldEntry[] {
  const words = wanted.words.trim().toLowerCase();
  if (words === '' && wanted.category === '' && wanted.source === '') return [];
  return Object.values(schema.getTypeMap())
    .filter(({ name }) => !name.startsWith('__'))
    .flatMap((type) => entriesOf(type, labels))
    .filter(
      ({ coordinate, description, category, sources }) =>
        `${coordinate} ${description}`.toLowerCase().includes(words) &&
        (wanted.category === '' || category === wanted.category) &&
        (wanted.source === '' || sources.includes(wanted.source)),
    );
}
