/** `@fromContext` is not served: a supergraph that uses it is refused as a whole, because its fields would lack arguments. */
import { getArgumentValues, isInterfaceType, isObjectType, type GraphQLSchema } from 'graphql';

/** Throws an Error that names the first field with an argument from a context. */
export function assertNoContext(supergraph: GraphQLSchema): void {
  const definition = supergraph.getDirective('join__field');
  if (!definition?.args.some(({ name }) => name === 'contextArguments')) return;
  for (const type of Object.values(supergraph.getTypeMap())) {
    if (!isObjectType(type) && !isInterfaceType(type)) continue;
    for (const { name, astNode } of Object.values(type.getFields())) {
      const joins = (astNode?.directives ?? []).filter((one) => one.name.value === definition.name);
      if (joins.some((one) => getArgumentValues(definition, one)['contextArguments'] != null))
        throw new Error(`${type.name}.${name} has an argument with @fromContext, which is not served`);
    }
  }
}
