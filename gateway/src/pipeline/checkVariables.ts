/** Variables are held against their types before anything is fetched; a refusal names the place, never the value (INVARIANT I-8). */
import {
  coerceInputValue,
  isInputType,
  isNonNullType,
  typeFromAST,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { gatewayError, toGraphQLError } from '../errors.js';

/** Throws INVALID_VARIABLE for the first variable that is missing or does not fit. */
export function checkVariables(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
): void {
  for (const { variable, type: typeNode, defaultValue } of operation.variableDefinitions ?? []) {
    const name = variable.name.value;
    const type = typeFromAST(schema, typeNode as Parameters<typeof typeFromAST>[1]);
    if (!type || !isInputType(type)) continue;
    const given = Object.hasOwn(variables, name);
    if (!given && (defaultValue || !isNonNullType(type))) continue;
    if (!given) throw refusal(name, `it is required, of type ${String(type)}`);
    coerceInputValue(variables[name], type, (path) => {
      throw refusal([name, ...path].join('.'), `it does not fit the type ${String(type)} of $${name}`);
    });
  }
}

function refusal(field: string, why: string) {
  return toGraphQLError(
    gatewayError('INVALID_VARIABLE', { message: `The variable "${field}" cannot be used: ${why}.`, field }),
  );
}
