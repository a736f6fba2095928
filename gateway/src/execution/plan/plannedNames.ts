/**
 * The names under which fields are fetched. A plan brings keys and required fields into the same objects as what the
 * client asks for, so what the client calls by such a name, or asks for with arguments of its own, goes by another.
 */
import { getArgumentValues, isInterfaceType, isObjectType, parse, visit } from 'graphql';
import type { DirectiveNode, DocumentNode, FieldNode, GraphQLSchema } from 'graphql';

/** Names of a supergraph. */
export interface PlannedNames {
  /** The name under which a field of a client's operation is fetched. */
  nameOf(node: FieldNode): string;
  /** The operation as it is planned; the very same document if all names can stay. */
  rename(document: DocumentNode): DocumentNode;
  /** What the client calls the fields on a path. */
  clientPath<P extends string | number>(path: readonly P[]): P[];
}

/** No name of a client's operation ends like this without being renamed. */
const SUFFIX = '__asked';

/** Reads from the join directives which names a plan may need for itself. */
export function createPlannedNames(supergraph: GraphQLSchema): PlannedNames {
  const { taken, withArguments } = namesInFieldSets(supergraph);

  function nameOf({ name: { value: name }, alias, arguments: args = [] }: FieldNode): string {
    const asked = alias?.value ?? name;
    const isOther = asked !== name || args.length > 0 || withArguments.has(name);
    return (isOther && taken.has(asked)) || asked.endsWith(SUFFIX) ? asked + SUFFIX : asked;
  }

  return {
    nameOf,
    rename: (document) =>
      visit(document, {
        Field(node) {
          const name = nameOf(node);
          if (name === (node.alias ?? node.name).value) return undefined;
          return { ...node, alias: { ...node.name, value: name } };
        },
      }),
    clientPath: (path) =>
      path.map((part) =>
        typeof part === 'string' && part.endsWith(SUFFIX) ? (part.slice(0, -SUFFIX.length) as typeof part) : part,
      ),
  };
}

/** The names of all fields in keys and requirements, and those that stand there with arguments. */
function namesInFieldSets(supergraph: GraphQLSchema) {
  const taken = new Set(['__typename']);
  const withArguments = new Set<string>();
  const read = (directives: readonly DirectiveNode[] | undefined): void => {
    for (const directive of directives ?? []) {
      const definition = /^join__(type|field)$/.test(directive.name.value)
        ? supergraph.getDirective(directive.name.value)
        : undefined;
      if (!definition) continue;
      const { key, requires } = getArgumentValues(definition, directive);
      for (const fields of [key, requires]) {
        if (typeof fields !== 'string') continue;
        visit(parse(`{${fields}}`, { noLocation: true }), {
          Field({ name, arguments: args = [] }) {
            taken.add(name.value);
            if (args.length > 0) withArguments.add(name.value);
          },
        });
      }
    }
  };
  for (const type of Object.values(supergraph.getTypeMap())) {
    if (!isObjectType(type) && !isInterfaceType(type)) continue;
    for (const node of [type.astNode, ...type.extensionASTNodes]) read(node?.directives);
    for (const { astNode } of Object.values(type.getFields())) read(astNode?.directives);
  }
  return { taken, withArguments };
}
