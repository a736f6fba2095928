/** What a supergraph says of its fields: which of them are keys, and which are computed from others. */
import {
  getArgumentValues,
  isInterfaceType,
  isObjectType,
  Kind,
  parse,
  print,
  type DirectiveNode,
  type GraphQLSchema,
  type SelectionSetNode,
} from 'graphql';

/** Read once per supergraph. */
export interface Requirements {
  /** What a field is computed from, by `Type.field`: the way to each field (`.size.width`), and its arguments as text. */
  of(coordinate: string): ReadonlyMap<string, string>;
  /** Whether a field is part of some key of its type. */
  isKey(typeName: string, fieldName: string): boolean;
  /** The names of all fields in keys and requirements, and those that stand there with arguments. */
  readonly names: ReadonlySet<string>;
  readonly namesWithArguments: ReadonlySet<string>;
}

const NONE: ReadonlyMap<string, string> = new Map();

/** Reads the join directives. */
export function readRequirements(supergraph: GraphQLSchema): Requirements {
  const requirements = new Map<string, Map<string, string>>();
  const keys = new Set<string>();
  const names = new Set<string>();
  const namesWithArguments = new Set<string>();

  /** The field sets that stand in an argument of directives of one name. */
  function fieldSets(directives: readonly DirectiveNode[] | undefined, name: string, argument: string) {
    const definition = supergraph.getDirective(name);
    if (!definition) return [];
    return (directives ?? []).flatMap((directive) => {
      const fields = directive.name.value === name && getArgumentValues(definition, directive)[argument];
      if (typeof fields !== 'string') return [];
      const [operation] = parse(`{${fields}}`, { noLocation: true }).definitions;
      return operation?.kind === Kind.OPERATION_DEFINITION ? [operation.selectionSet] : [];
    });
  }

  function read({ selections }: SelectionSetNode, path: string, into: Map<string, string>): Map<string, string> {
    for (const selection of selections) {
      const at = selection.kind === Kind.FIELD ? `${path}.${selection.name.value}` : path;
      if (selection.kind === Kind.FIELD) {
        const args = selection.arguments ?? [];
        into.set(at, args.map(print).sort().join());
        names.add(selection.name.value);
        if (args.length > 0) namesWithArguments.add(selection.name.value);
      }
      if ('selectionSet' in selection && selection.selectionSet) read(selection.selectionSet, at, into);
    }
    return into;
  }

  for (const type of Object.values(supergraph.getTypeMap())) {
    if (!isObjectType(type) && !isInterfaceType(type)) continue;
    for (const node of [type.astNode, ...type.extensionASTNodes]) {
      for (const fields of fieldSets(node?.directives, 'join__type', 'key'))
        for (const way of read(fields, '', new Map()).keys()) keys.add(`${type.name}${way}`);
    }
    for (const { name, astNode } of Object.values(type.getFields())) {
      const coordinate = `${type.name}.${name}`;
      for (const fields of fieldSets(astNode?.directives, 'join__field', 'requires'))
        requirements.set(coordinate, read(fields, '', requirements.get(coordinate) ?? new Map()));
    }
  }
  return {
    of: (coordinate) => requirements.get(coordinate) ?? NONE,
    isKey: (typeName, fieldName) => keys.has(`${typeName}.${fieldName}`),
    names,
    namesWithArguments,
  };
}
