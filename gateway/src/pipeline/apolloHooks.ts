/** Runs the stages at the moments at which Apollo Server calls out. The only file that knows both. */
import type { ApolloServerPlugin } from '@apollo/server';
import { SammenError } from '@sammen/errors';
import type { ExecutionResult, GraphQLFormattedError } from 'graphql';
import { gatewayError, toGraphQLError } from '../errors.js';
import type { GatewayContext, RequestState } from './requestState.js';
import type { AdmittedOperation, Headers, Stage } from './stage.js';

/** What Apollo Server hands over for execution, as far as it is used. */
interface ExecutionRequest extends Omit<AdmittedOperation, 'variables'> {
  readonly context: unknown;
  readonly request: { readonly variables?: AdmittedOperation['variables'] };
}

/** A request's headers → the context of Apollo Server. Rejects with a GraphQLError that carries the HTTP status. */
export async function arrive(stages: readonly Stage[], headers: Headers, state: RequestState): Promise<GatewayContext> {
  await refusing(async () => {
    for (const stage of stages) await stage.onArrival?.(headers, state);
  });
  return { state };
}

/** The plugin that runs the stages on an operation which has been parsed and validated. */
export function operationPlugin(stages: readonly Stage[]): ApolloServerPlugin<GatewayContext> {
  return {
    async requestDidStart() {
      return {
        async didResolveOperation({ contextValue: { state }, schema, document, operation, request, queryHash }) {
          if (!operation) throw toGraphQLError(gatewayError('OPERATION_NOT_FOUND'));
          const { operation: kind, name } = operation;
          state.operation = { kind, name: name?.value ?? null };
          state.operationHash = queryHash ?? '';
          state.record.known.document ??= true;
          const admitted = { schema, document, operation, variables: request.variables ?? {} };
          await refusing(async () => {
            for (const stage of stages) await stage.onOperation?.(admitted, state);
          });
        },
        async willSendResponse({ contextValue: { state }, response: { body } }) {
          if (body.kind === 'single') state.codes = codesOf(body.singleResult.errors);
        },
      };
    },
  };
}

/** The different codes of errors as they are sent. */
export function codesOf(errors: readonly GraphQLFormattedError[] = []): readonly string[] {
  return [...new Set(errors.map(({ extensions }) => String(extensions?.['code'])))];
}

/** The executor that Apollo Server calls: the stage that executes, then all stages on the way back. */
export async function runStages(stages: readonly Stage[], request: ExecutionRequest): Promise<ExecutionResult> {
  const { context, schema, document, operation } = request;
  const { state } = context as GatewayContext;
  const admitted = { schema, document, operation, variables: request.request.variables ?? {} };
  const executing = stages.find((stage) => stage.execute);
  let outcome = await executing!.execute!(admitted, state);
  for (const stage of stages) outcome = (await stage.onResult?.(outcome, state, admitted)) ?? outcome;
  const { data, errors, extensions } = outcome;
  return { data, ...(errors?.length ? { errors } : {}), ...(extensions ? { extensions } : {}) };
}

async function refusing(run: () => Promise<void>): Promise<void> {
  try {
    await run();
  } catch (error) {
    throw error instanceof SammenError ? toGraphQLError(error) : error;
  }
}
