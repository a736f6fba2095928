/**
 * The committed schema of a subgraph with resolvers over the population, behind the same guard as the subgraph itself:
 * what consent denies is not even looked up (INVARIANT I-1).
 */
import { buildSubgraphSchema } from '@apollo/subgraph';
import { labelOf } from '@sammen/consent-directive';
import { guardSchema, type ReferenceResolver, type SubgraphDefinition } from '@sammen/subgraph-kit';
import {
  getNamedType,
  getNullableType,
  type GraphQLField,
  type GraphQLFieldResolver,
  type GraphQLNamedType,
  type GraphQLSchema,
  isListType,
  isObjectType,
  parse,
} from 'graphql';
import { mockErrors } from './errors.js';
import { fitted, rawValue } from './fromRecord.js';
import { invent, PLACE } from './invent.js';
import type { MockRecords } from './mockRecords.js';
import { isConnection, pageOf } from './pageOf.js';

/** What a mocked schema is made of. */
export interface MockSchemaOptions {
  readonly sdl: string;
  readonly records: MockRecords;
  readonly today: string;
}

type Field = GraphQLField<unknown, unknown>;
type Resolver = GraphQLFieldResolver<unknown, unknown>;
type Source = Readonly<Record<string | symbol, unknown>>;

/** Whose an object is that does not say so itself. */
const owners = new WeakMap<object, string>();

/** Builds and guards it. Throws GUARD_DECLARATION as the subgraph itself would. */
export function buildMockSchema(definition: SubgraphDefinition, options: MockSchemaOptions): GraphQLSchema {
  const schema = buildSubgraphSchema({ typeDefs: parse(options.sdl) });
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('_')) continue;
    for (const field of Object.values(type.getFields())) {
      if (!field.name.startsWith('_')) field.resolve = resolverOf(schema, type, field, options);
    }
  }
  guardSchema(schema, { ...definition, references: referencesOf(schema, options) });
  return schema;
}

function resolverOf(schema: GraphQLSchema, type: GraphQLNamedType, field: Field, options: MockSchemaOptions): Resolver {
  if (type === schema.getMutationType()) {
    return () => {
      throw mockErrors('MOCK_CHANGES_NOTHING');
    };
  }
  if (type === schema.getQueryType()) return (_source, args) => rootValue(field, args, options);
  return (source, args) => memberValue(type.name, source as Source, field, args, options);
}

/** Lists of what belongs to citizens are empty at the root: whom they would be about is the real subgraph's to know. */
function rootValue(
  field: Field,
  args: Readonly<Record<string, unknown>>,
  { today, records }: MockSchemaOptions,
): unknown {
  const isOfCitizens = belongsToCitizens(getNamedType(field.type));
  const { citizenId, id } = args;
  if (isOfCitizens && typeof citizenId === 'string' && typeof id === 'string')
    return records.find(citizenId, id) ?? null;
  if (isConnection(field.type)) return pageOf(isOfCitizens ? [] : (records.catalogue(field.name) ?? []), args);
  if (typeof id === 'string' && !isOfCitizens) return records.known(id) ?? null;
  if (isOfCitizens || field.name === 'statistics')
    return isListType(getNullableType(field.type)) ? [] : invent(field.type, field.name, today);
  return invent(field.type, `Query.${JSON.stringify(args)}.${field.name}`, today);
}

function memberValue(
  typeName: string,
  source: Source,
  field: Field,
  args: Readonly<Record<string, unknown>>,
  { records, today }: MockSchemaOptions,
): unknown {
  const citizenId = citizenOf(typeName, source);
  if (field.name === 'citizen' && citizenId !== undefined) return { id: citizenId };
  if (field.name === 'citizenId' && citizenId !== undefined) return citizenId;
  // Somebody who is not of the population has nothing recorded, as in the subgraph itself.
  const record = typeName === 'Citizen' && citizenId !== undefined ? (records.of(citizenId) ?? {}) : source;
  if (typeName === 'Citizen' && field.name !== 'id' && !Object.hasOwn(record, field.name)) return null;
  const raw =
    field.name === 'id' && typeName === 'Citizen'
      ? citizenId
      : rawValue(record as Readonly<Record<string, unknown>>, field.name, records.known);
  const place = `${placeOf(source)}.${field.name}`;
  const value = isConnection(field.type) && Array.isArray(raw) ? pageOf(raw, args) : fitted(field.type, raw);
  const given = value === undefined ? invent(field.type, place, today) : value;
  if (citizenId !== undefined) own(given, citizenId);
  return given;
}

function citizenOf(typeName: string, source: Source): string | undefined {
  const said = typeName === 'Citizen' ? source['id'] : source['citizenId'];
  return typeof said === 'string' ? said : owners.get(source);
}

function own(value: unknown, citizenId: string): void {
  if (typeof value !== 'object' || value === null) return;
  if (Array.isArray(value)) value.forEach((item) => own(item, citizenId));
  else owners.set(value, citizenId);
}

const placeOf = (source: Source): string =>
  String(source[PLACE] ?? source['id'] ?? JSON.stringify(source).slice(0, 500));

/** Whether anything of a type, or of the items of a connection, is guarded. */
function belongsToCitizens(type: GraphQLNamedType): boolean {
  if (!isObjectType(type)) return false;
  const { nodes } = type.getFields();
  if (nodes) return belongsToCitizens(getNamedType(nodes.type));
  return Object.values(type.getFields()).some((field) => labelOf(type, field) !== 'PUBLIC');
}

/** Entities are found among the records of their citizen; what belongs to nobody is what its key says. */
function referencesOf(schema: GraphQLSchema, { records }: MockSchemaOptions): Record<string, ReferenceResolver<never>> {
  const entities = Object.values(schema.getTypeMap())
    .filter(isObjectType)
    .filter(({ name }) => name !== 'Citizen');
  const find: ReferenceResolver = ({ __typename: _type, ...key }) => {
    const { citizenId, id } = key;
    return typeof citizenId === 'string' ? (records.find(citizenId, String(id)) ?? null) : key;
  };
  return Object.fromEntries(entities.map(({ name }) => [name, find as ReferenceResolver<never>]));
}
