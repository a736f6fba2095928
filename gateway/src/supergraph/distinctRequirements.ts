/**
 * A supergraph in which a field that is required with different arguments is a field of its own for each of them. The
 * planner puts what is required under its name, and the arguments of one would win.
 */
import {
  Kind,
  parse,
  print,
  stripIgnoredCharacters,
  visit,
  type ArgumentNode,
  type ConstDirectiveNode,
  type DirectiveNode,
  type DocumentNode,
  type FieldDefinitionNode,
  type NamedTypeNode,
  type ObjectTypeDefinitionNode,
  type SelectionSetNode,
  type TypeNode,
} from 'graphql';

/** What such a field stands for. */
export interface Original {
  /** `Type.field`: two that stand for the same cannot be in one representation. */
  readonly coordinate: string;
  readonly name: string;
  readonly arguments: readonly ArgumentNode[];
  /** The subgraphs that require it so, as the supergraph calls them. */
  readonly graphs: ReadonlySet<string>;
}

/** The supergraph for the planner. */
export interface DistinctRequirements {
  readonly supergraphSdl: string;
  /** By the name of the added field, which no operation of a client can have; empty: the supergraph is as it was. */
  readonly originals: ReadonlyMap<string, Original>;
}

const INACCESSIBLE = 'https://specs.apollo.dev/inaccessible/v0.2';
const DEFINITION =
  'directive @inaccessible on FIELD_DEFINITION | OBJECT | INTERFACE | UNION | ARGUMENT_DEFINITION | SCALAR | ENUM | ENUM_VALUE | INPUT_OBJECT | INPUT_FIELD_DEFINITION';

/** Fields of objects only: one that is required of an interface stays as it is. */
export function distinctRequirements(supergraphSdl: string): DistinctRequirements {
  const unchanged = { supergraphSdl, originals: new Map<string, Original>() };
  if (!/requires:\s*"[^"\n]*\(/.test(supergraphSdl)) return unchanged;
  const document = parse(supergraphSdl, { noLocation: true });
  const types = new Map<string, ObjectTypeDefinitionNode>();
  for (const one of document.definitions) if (one.kind === Kind.OBJECT_TYPE_DEFINITION) types.set(one.name.value, one);
  const fieldsOf = (type: string): readonly FieldDefinitionNode[] => types.get(type)?.fields ?? [];

  /** By coordinate, then by the text of the arguments. */
  const required = new Map<
    string,
    Map<string, { readonly args: readonly ArgumentNode[]; readonly graphs: Set<string> }>
  >();
  eachRequirement(document, (type, set, graph) =>
    rewrite(set, type, fieldsOf, (coordinate, args) => {
      const variants = required.get(coordinate) ?? new Map();
      required.set(coordinate, variants);
      const variant = variants.get(textOf(args)) ?? { args, graphs: new Set() };
      variants.set(textOf(args), variant);
      variant.graphs.add(graph);
      return undefined;
    }),
  );

  const originals = new Map<string, Original>();
  const names = new Map<string, string>();
  for (const [coordinate, variants] of required) {
    const [type = '', name = ''] = coordinate.split('.');
    if (variants.size < 2 || !types.has(type)) continue;
    for (const [text, { args, graphs }] of variants) {
      const added = `${name}__need${originals.size}__asked`;
      originals.set(added, { coordinate, name, arguments: args, graphs });
      names.set(`${coordinate} ${text}`, added);
    }
  }
  if (originals.size === 0) return unchanged;

  const renamed = eachRequirement(document, (type, set) =>
    rewrite(set, type, fieldsOf, (coordinate, args) => names.get(`${coordinate} ${textOf(args)}`)),
  );
  return { supergraphSdl: print(withInaccessible(withFields(renamed, originals))), originals };
}

const textOf = (args: readonly ArgumentNode[]): string => args.map(print).sort().join();

/** Replaces the field sets of `@join__field(requires:)` by what `change` makes of them. */
function eachRequirement(
  document: DocumentNode,
  change: (type: string, set: SelectionSetNode, graph: string) => SelectionSetNode,
): DocumentNode {
  const ofType = (node: ObjectTypeDefinitionNode): ObjectTypeDefinitionNode =>
    visit(node, {
      Directive(directive) {
        if (directive.name.value !== 'join__field') return undefined;
        const args = directive.arguments?.map((one) => {
          if (one.name.value !== 'requires' || one.value.kind !== Kind.STRING) return one;
          const [operation] = parse(`{${one.value.value}}`, { noLocation: true }).definitions;
          if (operation?.kind !== Kind.OPERATION_DEFINITION) return one;
          const text = stripIgnoredCharacters(
            print(change(node.name.value, operation.selectionSet, graphOf(directive))),
          );
          return { ...one, value: { kind: Kind.STRING, value: text.slice(1, -1) } };
        });
        return { ...directive, arguments: args } as ConstDirectiveNode;
      },
    });
  return visit(document, { ObjectTypeDefinition: ofType });
}

/** The same field set, with fields under the names that `nameOf` gives, which stand for their arguments. */
function rewrite(
  set: SelectionSetNode,
  type: string,
  fieldsOf: (type: string) => readonly FieldDefinitionNode[],
  nameOf: (coordinate: string, args: readonly ArgumentNode[]) => string | undefined,
): SelectionSetNode {
  const selections = set.selections.map((one) => {
    if (one.kind === Kind.FRAGMENT_SPREAD) return one;
    if (one.kind === Kind.INLINE_FRAGMENT)
      return {
        ...one,
        selectionSet: rewrite(one.selectionSet, one.typeCondition?.name.value ?? type, fieldsOf, nameOf),
      };
    const definition = fieldsOf(type).find(({ name }) => name.value === one.name.value);
    const added = definition?.arguments?.length ? nameOf(`${type}.${one.name.value}`, one.arguments ?? []) : undefined;
    const inner = definition ? namedOf(definition.type).name.value : '';
    return {
      ...one,
      ...(added === undefined ? {} : { name: { ...one.name, value: added }, arguments: [] }),
      ...(one.selectionSet ? { selectionSet: rewrite(one.selectionSet, inner, fieldsOf, nameOf) } : {}),
    };
  });
  return { ...set, selections };
}

function namedOf(type: TypeNode): NamedTypeNode {
  return type.kind === Kind.NAMED_TYPE ? type : namedOf(type.type);
}

/** Adds the fields, where those are that they stand for, out of the sight of clients. */
function withFields(document: DocumentNode, originals: ReadonlyMap<string, Original>): DocumentNode {
  const text = print(document);
  return visit(document, {
    ObjectTypeDefinition(node) {
      const fields = (node.fields ?? []).flatMap((field): FieldDefinitionNode[] => {
        const coordinate = `${node.name.value}.${field.name.value}`;
        const added = [...originals].filter(([, one]) => one.coordinate === coordinate);
        if (added.length === 0) return [field];
        const joins = field.directives?.filter((one) => one.name.value.startsWith('join__')) ?? [];
        // A subgraph may call external only what it uses.
        const isProvided = new RegExp(`provides: "[^"]*\\b${field.name.value}\\b`).test(text);
        const kept = field.directives?.filter((one) => isProvided || !isExternal(one));
        return [
          kept ? { ...field, directives: kept } : field,
          ...added.map(([name, { graphs }]) => ({
            ...field,
            name: { ...field.name, value: name },
            arguments: [],
            directives: [...joins.filter((one) => !isExternal(one) || graphs.has(graphOf(one))), HIDDEN],
          })),
        ];
      });
      return { ...node, fields };
    },
  });
}

const HIDDEN: ConstDirectiveNode = { kind: Kind.DIRECTIVE, name: { kind: Kind.NAME, value: 'inaccessible' } };

function graphOf({ arguments: args }: ConstDirectiveNode | DirectiveNode): string {
  const value = args?.find(({ name }) => name.value === 'graph')?.value;
  return value?.kind === Kind.ENUM ? value.value : '';
}

function isExternal({ name, arguments: args }: ConstDirectiveNode): boolean {
  if (name.value !== 'join__field') return false;
  return (
    args?.some((one) => one.name.value === 'external' && one.value.kind === Kind.BOOLEAN && one.value.value) ?? false
  );
}

function withInaccessible(document: DocumentNode): DocumentNode {
  const isThere = document.definitions.some(
    (one) => one.kind === Kind.DIRECTIVE_DEFINITION && one.name.value === 'inaccessible',
  );
  if (isThere) return document;
  const extra = parse(`extend schema @link(url: "${INACCESSIBLE}", for: SECURITY)\n${DEFINITION}`, {
    noLocation: true,
  });
  const [link, definition] = extra.definitions;
  const definitions = document.definitions.map((one) =>
    one.kind === Kind.SCHEMA_DEFINITION && link?.kind === Kind.SCHEMA_EXTENSION
      ? { ...one, directives: [...(one.directives ?? []), ...(link.directives ?? [])] }
      : one,
  );
  return { ...document, definitions: [...definitions, definition!] };
}
