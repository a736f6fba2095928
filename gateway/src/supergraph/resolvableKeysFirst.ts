/**
 * A supergraph in which the keys that a subgraph resolves stand before those that it only knows. The planner comes back
 * to a subgraph by the first key that it finds there, and does not look whether the subgraph resolves it.
 */
import { Kind, parse, print, visit, type ConstDirectiveNode, type ObjectTypeDefinitionNode } from 'graphql';

/** The same supergraph; the order of `@join__type` has no other meaning. */
export function resolvableKeysFirst(supergraphSdl: string): string {
  if (!/resolvable:\s*false/.test(supergraphSdl)) return supergraphSdl;
  const sorted = <T extends Pick<ObjectTypeDefinitionNode, 'directives'>>(node: T): T => ({
    ...node,
    directives: [...(node.directives ?? [])].sort((one, other) => rank(one) - rank(other)),
  });
  const document = parse(supergraphSdl, { noLocation: true });
  return print(visit(document, { ObjectTypeDefinition: sorted, InterfaceTypeDefinition: sorted }));
}

function rank({ name, arguments: args }: ConstDirectiveNode): number {
  if (name.value !== 'join__type') return 0;
  const resolvable = args?.find((one) => one.name.value === 'resolvable')?.value;
  return resolvable?.kind === Kind.BOOLEAN && !resolvable.value ? 1 : 0;
}
