/** What subgraphs say of their types beyond GraphQL: keys, what is required, which objects stand for an interface. */
import {
  getNamedType,
  isEnumType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  parse,
  valueFromASTUntyped,
  type ConstDirectiveNode,
  type GraphQLField,
  type GraphQLInterfaceType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  type SelectionSetNode,
} from 'graphql';

type Holder = GraphQLObjectType | GraphQLInterfaceType;

/** How a value has to be, in whatever subgraph it is asked for. */
export interface Expectation {
  readonly nonNull: boolean;
  readonly item: Expectation | undefined;
}

/** A field of an object, as all subgraphs together see it. */
export interface FieldFacts {
  /** As some subgraph defines it. */
  readonly definition: GraphQLField<unknown, unknown>;
  readonly expectation: Expectation;
  /** Names of the scalar, of the values of an enum, or of the object types it can be. */
  readonly scalar: string | undefined;
  readonly values: readonly string[] | undefined;
  readonly types: readonly string[] | undefined;
  readonly isKey: boolean;
  /** Some subgraph computes another field from it. */
  readonly isRequired: boolean;
  readonly requires: SelectionSetNode | undefined;
}

/** Facts about a whole graph. */
export interface Facts {
  field(typeName: string, fieldName: string): FieldFacts;
  /** The types that have to be told apart by their number, because a key of an interface leads to them. */
  siblings(typeName: string): readonly string[];
  isEntity(typeName: string): boolean;
  isKey(typeName: string, fieldName: string): boolean;
  /** No two subgraphs differ in what may be null, so that a missing value reaches as far in each. */
  readonly isUniform: boolean;
}

/** Reads them from the subgraphs' schemas; `api` is what clients see. */
export function readFacts(subgraphs: readonly GraphQLSchema[], api: GraphQLSchema): Facts {
  const keys = new Set<string>();
  const required = new Set<string>();
  const requires = new Map<string, SelectionSetNode>();
  const entities = new Set<string>();
  const groups = new Map<string, readonly string[]>();

  for (const schema of subgraphs) {
    for (const type of holdersOf(schema)) {
      for (const key of directivesOf(type, 'key')) {
        entities.add(type.name);
        mark(schema, type, fieldSet(argument(key, 'fields') as string), keys);
        if (isInterfaceType(type)) groups.set(type.name, possibleOf(api, type.name));
      }
      for (const field of Object.values(type.getFields())) {
        const [directive] = (field.astNode?.directives ?? []).filter(({ name }) => name.value === 'requires');
        if (!directive) continue;
        const fields = fieldSet(argument(directive, 'fields') as string);
        requires.set(`${type.name}.${field.name}`, fields);
        mark(schema, type, fields, required);
      }
    }
  }
  const groupOf = new Map([...groups.values()].flatMap((types) => types.map((name) => [name, types] as const)));

  /** The object itself, and what stands for it where it is not known. */
  const namesOf = (typeName: string): string[] => {
    const type = api.getType(typeName);
    return [typeName, ...(isObjectType(type) ? type.getInterfaces().map(({ name }) => name) : [])];
  };

  function definitions(
    typeName: string,
    fieldName: string,
  ): (readonly [GraphQLSchema, GraphQLField<unknown, unknown>])[] {
    return subgraphs.flatMap((schema) =>
      namesOf(typeName).flatMap((name) => {
        const type = schema.getType(name);
        const field = isObjectType(type) ? type.getFields()[fieldName] : undefined;
        return field ? [[schema, field] as const] : [];
      }),
    );
  }

  function read(typeName: string, fieldName: string): FieldFacts {
    const found = definitions(typeName, fieldName);
    const named = found.map(([schema, { type }]) => [schema, getNamedType(type)] as const);
    const composite = named.some(([, type]) => !('serialize' in type));
    const shown = api.getType(named[0]![1].name);
    const enums = named.flatMap(([, type]) => (isEnumType(type) ? [type.getValues().map(({ name }) => name)] : []));
    const visible = isEnumType(shown) ? [shown.getValues().map(({ name }) => name)] : [];
    const has = (set: ReadonlySet<string>): boolean =>
      namesOf(typeName).some((name) => set.has(`${name}.${fieldName}`));
    return {
      definition: found[0]![1],
      expectation: strictest(found.map(([, { type }]) => type)),
      scalar: composite || enums.length > 0 ? undefined : named[0]![1].name,
      values: enums.length > 0 ? common([...enums, ...visible]) : undefined,
      types: composite
        ? common([
            ...named.map(([schema, type]) => concrete(schema, type.name)),
            ...(shown ? [possibleOf(api, shown.name)] : []),
          ])
        : undefined,
      isKey: has(keys),
      isRequired: has(required),
      requires: namesOf(typeName)
        .map((name) => requires.get(`${name}.${fieldName}`))
        .find(Boolean),
    };
  }

  function concrete(schema: GraphQLSchema, name: string): readonly string[] {
    const own = possibleOf(schema, name);
    const isStandIn = own.length === 1 && own[0] === name && isInterfaceType(api.getType(name));
    return isStandIn ? possibleOf(api, name) : own;
  }

  const known = new Map<string, FieldFacts>();
  const field = (typeName: string, fieldName: string): FieldFacts => {
    const key = `${typeName}.${fieldName}`;
    const facts = known.get(key) ?? read(typeName, fieldName);
    known.set(key, facts);
    return facts;
  };
  return {
    field,
    siblings: (typeName) => groupOf.get(typeName) ?? groups.get(typeName) ?? [typeName],
    isEntity: (typeName) => namesOf(typeName).some((name) => entities.has(name)),
    isKey: (typeName, fieldName) => namesOf(typeName).some((name) => keys.has(`${name}.${fieldName}`)),
    isUniform: holdersOf(api).every((type) =>
      Object.values(type.getFields()).every(({ name, type: shown }) =>
        subgraphs.every((schema) => {
          const other = schema.getType(type.name);
          const same = isObjectType(other) || isInterfaceType(other) ? other.getFields()[name] : undefined;
          return !same || marksOf(same.type) === marksOf(shown);
        }),
      ),
    ),
  };
}

const holdersOf = (schema: GraphQLSchema): Holder[] =>
  Object.values(schema.getTypeMap()).filter(
    (type): type is Holder => (isObjectType(type) || isInterfaceType(type)) && !type.name.startsWith('__'),
  );

function possibleOf(schema: GraphQLSchema, name: string): readonly string[] {
  const type = schema.getType(name);
  if (!type || isObjectType(type) || !('resolveType' in type)) return [name];
  return schema.getPossibleTypes(type).map((one) => one.name);
}

function directivesOf({ astNode, extensionASTNodes }: Holder, name: string): ConstDirectiveNode[] {
  const all = [astNode, ...extensionASTNodes].flatMap((node) => node?.directives ?? []);
  return all.filter((one) => one.name.value === name);
}

function argument(directive: ConstDirectiveNode, name: string): unknown {
  const given = directive.arguments?.find((one) => one.name.value === name);
  return given && valueFromASTUntyped(given.value);
}

function fieldSet(text: string): SelectionSetNode {
  const [operation] = parse(`{${text}}`, { noLocation: true }).definitions;
  if (operation?.kind !== Kind.OPERATION_DEFINITION) throw new Error('no field set');
  return operation.selectionSet;
}

/** Collects the coordinates of a set of fields, with those of all types that an abstract one can be. */
function mark(schema: GraphQLSchema, type: Holder, { selections }: SelectionSetNode, into: Set<string>): void {
  for (const selection of selections) {
    if (selection.kind === Kind.FIELD) {
      into.add(`${type.name}.${selection.name.value}`);
      const field = type.getFields()[selection.name.value];
      const inner = field && getNamedType(field.type);
      if (!selection.selectionSet || !inner) continue;
      mark(schema, inner as Holder, selection.selectionSet, into);
    } else if (selection.kind === Kind.INLINE_FRAGMENT) {
      const narrowed = selection.typeCondition ? schema.getType(selection.typeCondition.name.value) : type;
      mark(schema, narrowed as Holder, selection.selectionSet, into);
    }
  }
}

const common = (lists: readonly (readonly string[])[]): string[] =>
  [...lists[0]!].filter((one) => lists.every((list) => list.includes(one))).sort();

function strictest(types: readonly GraphQLOutputType[]): Expectation {
  const nonNull = types.some(isNonNullType);
  const inner = types.map((type) => (isNonNullType(type) ? (type.ofType as GraphQLOutputType) : type));
  const items = inner.flatMap((type) => (isListType(type) ? [type.ofType as GraphQLOutputType] : []));
  return { nonNull, item: items.length > 0 ? strictest(items) : undefined };
}

const marksOf = (type: GraphQLOutputType): string => String(type).replace(/\w+/g, '');
