/** Runs the stages at the moments at which Apollo Server calls out. The only file that knows both. */
import { HeaderMap, type ApolloServerPlugin, type GraphQLResponse } from '@apollo/server';
import { SammenError } from '@sammen/errors';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { gatewayError, toGraphQLError } from '../errors.js';
import { traceOf, type Log } from '../logging.js';
import { formatError } from './formatError.js';
import type { GatewayContext, RequestState } from './requestState.js';
import type { AdmittedOperation, Headers, Outcome, Stage } from './stage.js';

/** A request's headers → the context of Apollo Server. Rejects with a GraphQLError that carries the HTTP status. */
export async function arrive(stages: readonly Stage[], headers: Headers, state: RequestState): Promise<GatewayContext> {
  await inTurn(stages, (stage) => stage.onArrival?.(headers, state));
  return { state };
}

/**
 * The plugin that runs the stages on an operation which has been parsed and validated, and answers it. Answered here, an
 * operation does not go through what Apollo Server has for executors of gateways, which makes objects whose shape lives
 * on until the next full garbage collection, and everything of the request with them.
 */
export function operationPlugin(stages: readonly Stage[], log: Log): ApolloServerPlugin<GatewayContext> {
  /** A fault of our own: clients are told that there was one, and whoever is on call where. */
  function note(error: unknown, { requestId }: RequestState): void {
    log.error({ event: 'request failed', requestId, ...traceOf(error) });
  }

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
          try {
            await inTurn(stages, (stage) => stage.onOperation?.(admitted, state));
          } catch (error) {
            if (!(error instanceof GraphQLError)) note(error, state);
            throw error;
          }
        },
        async responseForOperation({ contextValue: { state }, schema, document, operation, request }) {
          const admitted = { schema, document, operation, variables: request.variables ?? {} };
          try {
            return answered(await runStages(stages, admitted, state));
          } catch (error) {
            note(error, state);
            return failed();
          }
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

/** The stage that executes, then all stages on the way back. */
async function runStages(stages: readonly Stage[], admitted: AdmittedOperation, state: RequestState): Promise<Outcome> {
  const executing = stages.find((stage) => stage.execute);
  let outcome = await executing!.execute!(admitted, state);
  for (const stage of stages) {
    const next = stage.onResult?.(outcome, state, admitted);
    if (next) outcome = next instanceof Promise ? await next : next;
  }
  return outcome;
}

function answered({ data, errors, extensions }: Outcome): GraphQLResponse {
  const told = errors?.length ? { errors: errors.map((error) => formatError(error.toJSON())) } : {};
  const singleResult = { data, ...told, ...(extensions ? { extensions } : {}) };
  return { http: { status: undefined, headers: new HeaderMap() }, body: { kind: 'single', singleResult } };
}

/** Nothing of the error goes to the client, whatever it is. */
function failed(): GraphQLResponse {
  const errors = [formatError({ message: '' })];
  return { http: { status: 500, headers: new HeaderMap() }, body: { kind: 'single', singleResult: { errors } } };
}

/** One stage after the other, waited for where there is something to wait for. A refusal is thrown as a GraphQLError. */
async function inTurn(stages: readonly Stage[], run: (stage: Stage) => void | Promise<void>): Promise<void> {
  try {
    for (const stage of stages) {
      const running = run(stage);
      if (running) await running;
    }
  } catch (error) {
    throw error instanceof SammenError ? toGraphQLError(error) : error;
  }
}
