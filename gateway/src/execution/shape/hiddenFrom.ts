/**
 * What a supergraph knows and clients are not shown (`@inaccessible`): values of enums, and types of objects. Where one
 * comes back, clients see null. A subgraph that says it has done nothing wrong, so that is no fault.
 */
import { isAbstractType, isEnumType, isObjectType, type GraphQLNamedType, type GraphQLSchema } from 'graphql';

/** Tells, by the type of a field, which values (of an enum) or type names (of a union or interface) are hidden. */
export function hiddenFrom(
  clients: GraphQLSchema,
  supergraph: GraphQLSchema,
): (type: GraphQLNamedType) => (value: unknown) => boolean {
  return ({ name }) => {
    const whole = supergraph.getType(name);
    const shown = clients.getType(name);
    if (isEnumType(whole) && isEnumType(shown))
      return (value) => typeof value === 'string' && Boolean(whole.getValue(value)) && !shown.getValue(value);
    if (!isAbstractType(whole)) return () => false;
    return (value) => {
      const type = typeof value === 'string' ? supergraph.getType(value) : undefined;
      return isObjectType(type) && supergraph.isSubType(whole, type) && !clients.getType(type.name);
    };
  };
}
