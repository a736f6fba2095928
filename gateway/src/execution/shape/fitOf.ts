/** What values of leaves can be: what a subgraph says is not believed, and a client never sees a value that is none. */
import { isEnumType, type GraphQLEnumType, type GraphQLNamedType } from 'graphql';

/** One for each type, however many operations select it. */
const namesOf = new WeakMap<GraphQLEnumType, ReadonlySet<unknown>>();

/** Whether a value can be one of a scalar or enum; of scalars that are not GraphQL's own only their subgraph knows. */
export function fitOf(type: GraphQLNamedType): (value: unknown) => boolean {
  if (isEnumType(type)) {
    const names = namesOf.get(type) ?? new Set<unknown>(type.getValues().map(({ name }) => name));
    namesOf.set(type, names);
    return (value) => names.has(value);
  }
  switch (type.name) {
    case 'Int':
      return (value) => Number.isInteger(value) && (value as number) === ((value as number) | 0);
    case 'Float':
      return (value) => typeof value === 'number';
    case 'Boolean':
      return (value) => typeof value === 'boolean';
    case 'String':
      return (value) => typeof value === 'string';
    case 'ID':
      return (value) => typeof value === 'string' || Number.isInteger(value);
    default:
      return () => true;
  }
}

/** What `typeof` says of values that fit without another look; others may. Undefined where there is no such word. */
export function likeOf(type: GraphQLNamedType): 'string' | 'boolean' | 'number' | undefined {
  if (isEnumType(type) || type.name === 'Int') return undefined;
  return type.name === 'Boolean' ? 'boolean' : type.name === 'Float' ? 'number' : 'string';
}
