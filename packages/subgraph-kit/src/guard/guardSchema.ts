import { guardsOf, labelOf } from '@sammen/consent-directive';
import type { DataCategory, Role } from '@sammen/consent';
import {
  type ConstDirectiveNode,
  type GraphQLField,
  type GraphQLFieldResolver,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  defaultFieldResolver,
  getNamedType,
  isLeafType,
  isObjectType,
} from 'graphql';
import type { SubgraphContext } from '../context.js';
import type { SubgraphDefinition } from '../defineSubgraph.js';
import { kitError } from '../errors.js';
import { citizenReference } from '../graph/citizen.js';
import { assertId } from '../graph/id.js';
import { decidedAhead } from './decidedAhead.js';
import { directiveArgument, valueOfArgument } from './directiveArgument.js';
import { guardedField } from './guardedField.js';
import { guardedItems } from './guardedItems.js';
import { guardedRoles, guardedWrite, writtenCitizen } from './guardedWrite.js';
import { neededPurpose } from './neededPurpose.js';
import { guardedReference, placedReferences, type ReferenceResolver } from './guardReferences.js';
import { ownerOf } from './owner.js';

type Field = GraphQLField<unknown, SubgraphContext>;
type Resolver = GraphQLFieldResolver<unknown, SubgraphContext>;
type ObjectType = GraphQLObjectType<unknown, SubgraphContext>;

/**
 * Wraps every resolver of a schema once, so that no resolver can forget consent (INVARIANT I-1).
 * @throws GUARD_DECLARATION for a coordinate without a declaration (INVARIANT I-9)
 */
export function guardSchema(schema: GraphQLSchema, definition: SubgraphDefinition): void {
  const roots = new Set<unknown>([schema.getQueryType(), schema.getMutationType()]);
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || isFederationOwn(type.name)) continue;
    for (const field of Object.values(type.getFields())) {
      if (isFederationOwn(field.name)) {
        if (roots.has(type)) field.resolve = neededPurpose(field.resolve ?? defaultFieldResolver, []);
        continue;
      }
      if (type === schema.getMutationType()) guardMutation(type, field);
      else if (roots.has(type)) guardQuery(type, field);
      else guardMember(schema, type, field);
    }
    guardReference(type, definition.references);
  }
  const isEntity = (name: string) => keysOf(schema.getType(name)).length > 0;
  const entities = schema.getQueryType()?.getFields()['_entities'];
  if (entities?.resolve) entities.resolve = placedReferences(entities.resolve, isEntity) as typeof entities.resolve;
}

/** `_Service`, `_entities`, introspection: no data of ours. */
function isFederationOwn(name: string): boolean {
  return name.startsWith('_');
}

function guardMember(schema: GraphQLSchema, type: ObjectType, field: Field): void {
  const label = required(type, field);
  const resolve = field.resolve ?? defaultFieldResolver;
  if (label === 'PUBLIC') guardPublic(field, resolve);
  else
    field.resolve = guardedField(
      resolve,
      guardsOf(schema, type, field as GraphQLField<unknown, unknown>),
      (source) => ownerOf(type.name, source),
      hasGuardedFields(field.type),
    );
}

/** A public field may still lead to objects that belong to citizens; those are decided one by one. */
function guardPublic(field: Field, resolve: Resolver): void {
  const item = typeLabelOf(getNamedType(field.type));
  field.resolve = item === undefined ? resolve : guardedItems(resolve, item, getNamedType(field.type).name);
}

/** Whether an object of this type has to say whose it is. Of an interface or a union nobody knows beforehand. */
function hasGuardedFields(type: GraphQLOutputType): boolean {
  const named = getNamedType(type);
  if (isLeafType(named)) return false;
  return !isObjectType(named) || Object.values(named.getFields()).some((field) => labelOf(named, field) !== 'PUBLIC');
}

/** The category that a type's objects carry as a whole. */
function typeLabelOf(type: GraphQLNamedType): DataCategory | undefined {
  const label = isObjectType(type) ? labelOf(type, {}) : undefined;
  return label === 'PUBLIC' ? undefined : label;
}

function guardQuery(type: ObjectType, field: Field): void {
  const roles = directiveArgument<Role[]>(field.astNode, 'roles', 'anyOf');
  let resolve = field.resolve ?? defaultFieldResolver;
  const item = typeLabelOf(getNamedType(field.type));
  const label = labelOf(type, field);
  if (item !== undefined) resolve = guardedItems(resolve, item, getNamedType(field.type).name);
  if (getNamedType(field.type).name === 'Citizen') resolve = decidedAhead(resolve);
  if (label !== 'PUBLIC' && (label !== undefined || roles === undefined))
    resolve = guardedField(
      resolve,
      [required(type, field) as DataCategory],
      (_, args) => {
        const citizenId = writtenCitizen(args);
        return citizenId === undefined ? undefined : assertId(citizenId, 'citizenId');
      },
      hasGuardedFields(field.type),
    );
  // A role and a category ask for both: the role narrows, it never replaces the decision about the citizen.
  field.resolve = neededPurpose(roles === undefined ? resolve : guardedRoles(resolve, new Set(roles)), roles ?? []);
}

function guardMutation(type: ObjectType, field: Field): void {
  const category = directiveArgument<DataCategory>(field.astNode, 'writes', 'category');
  const roles = directiveArgument<Role[]>(field.astNode, 'roles', 'anyOf');
  const resolve = rereading(field.resolve ?? defaultFieldResolver);
  if (category === undefined && roles === undefined) throw undeclared(type, field, '@writes or @roles');
  let guarded = category === undefined ? resolve : guardedWrite(resolve, category);
  const item = typeLabelOf(getNamedType(field.type));
  if (item !== undefined) guarded = guardedItems(guarded, item, getNamedType(field.type).name);
  // Every write is for a purpose, whichever roles it names.
  field.resolve = neededPurpose(roles === undefined ? guarded : guardedRoles(guarded, new Set(roles)), []);
}

/** What a mutation returns, and the next mutation of the same document, must not see batches read before it. */
function rereading(resolve: Resolver): Resolver {
  return async (source, args, context, info) => {
    const result: unknown = await resolve(source, args, context, info);
    context.renewLoaders();
    return result;
  };
}

function guardReference(type: ObjectType, references: Readonly<Record<string, ReferenceResolver<never>>>): void {
  const keys = keysOf(type);
  if (keys.length === 0) return;
  const category = typeLabelOf(type);
  const byCitizen = keys.some((key) => JSON.stringify(key).includes('citizenId'));
  if (byCitizen && category === undefined)
    throw kitError('GUARD_DECLARATION', { message: `${type.name} belongs to a citizen but is not labelled.` });
  const declared =
    references[type.name] ?? (type.name === 'Citizen' ? ({ id }) => citizenReference(id as string) : undefined);
  if (declared === undefined)
    throw kitError('GUARD_DECLARATION', { message: `${type.name} has a key but no reference.` });
  const resolver = guardedReference(declared as ReferenceResolver, type.name, category);
  // Where @apollo/subgraph looks for it; without one it would take the caller's word for the whole entity.
  const apollo = { subgraph: { resolveReference: resolver } };
  (type as { extensions: object }).extensions = { ...type.extensions, apollo };
}

/** The keys by which a type can be asked for here; a stub of another subgraph's entity has none. */
function keysOf(type: GraphQLNamedType | undefined): readonly ConstDirectiveNode[] {
  if (!isObjectType(type)) return [];
  const nodes = [type.astNode, ...type.extensionASTNodes];
  const keys = nodes.flatMap((node) => node?.directives ?? []).filter(({ name }) => name.value === 'key');
  return keys.filter((key) => valueOfArgument(key, 'resolvable') !== false);
}

function required(type: ObjectType, field: Field): DataCategory | 'PUBLIC' {
  const label = labelOf(type, field);
  if (label === undefined) throw undeclared(type, field, '@consent or @public');
  return label;
}

function undeclared(type: ObjectType, field: Field, what: string) {
  return kitError('GUARD_DECLARATION', {
    message: `${type.name}.${field.name} carries neither ${what.replace(' or ', ' nor ')}.`,
  });
}
