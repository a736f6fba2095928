/** Which subgraphs can have given a field: read from the supergraph, to name the one that has to be mended. */
import {
  Kind,
  isEnumType,
  isInterfaceType,
  isObjectType,
  type ConstDirectiveNode,
  type ConstValueNode,
  type GraphQLSchema,
} from 'graphql';

/** The names of the subgraphs behind `Type.field`; empty for what the supergraph does not have. */
export type SourcesOf = (coordinate: string) => readonly string[];

/** Looks the sources up in a supergraph that still carries its join directives. */
export function sourcesOfSchema(schema: GraphQLSchema): SourcesOf {
  const names = graphNames(schema);
  return (coordinate) => {
    const [typeName, fieldName] = coordinate.split('.', 2);
    const type = schema.getType(typeName!);
    if (!isObjectType(type) && !isInterfaceType(type)) return [];
    const joins = directives(type.getFields()[fieldName!]?.astNode, 'join__field').filter(
      (join) => value(join, 'graph') !== undefined && value(join, 'external') !== 'true',
    );
    const found = joins.length > 0 ? joins : directives(type.astNode, 'join__type');
    return [...new Set(found.map((join) => names.get(value(join, 'graph')!) ?? 'unknown'))];
  };
}

/** `join__Graph` value → name of the subgraph. */
function graphNames(schema: GraphQLSchema): ReadonlyMap<string, string> {
  const graphs = schema.getType('join__Graph');
  const values = isEnumType(graphs) ? graphs.getValues() : [];
  return new Map(
    values.map((one) => [one.name, value(directives(one.astNode, 'join__graph')[0], 'name') ?? one.name.toLowerCase()]),
  );
}

function directives(
  node: { readonly directives?: readonly ConstDirectiveNode[] } | null | undefined,
  name: string,
): readonly ConstDirectiveNode[] {
  return (node?.directives ?? []).filter((one) => one.name.value === name);
}

function value(directive: ConstDirectiveNode | undefined, name: string): string | undefined {
  const node: ConstValueNode | undefined = directive?.arguments?.find((one) => one.name.value === name)?.value;
  if (node?.kind === Kind.BOOLEAN) return String(node.value);
  return node?.kind === Kind.ENUM || node?.kind === Kind.STRING ? node.value : undefined;
}
