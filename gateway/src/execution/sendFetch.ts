/** One fetch goes out with what its subgraph may have and nothing else of the request, and comes back as data and faults. */
import type { ServiceSigner } from '@sammen/identity';
import type { GraphQLSchema } from 'graphql';
import type { Log } from '../logging.js';
import { sendFetch as recordSending, type FetchRecord } from '../observe/requestRecord.js';
import type { RequestState } from '../pipeline/requestState.js';
import type { Fault, Mark } from './faults.js';
import { SubgraphUnavailable } from './fetching/subgraphUnavailable.js';
import { grantsToSend } from './grantsToSend.js';
import { isOfEntity, readFetchAnswer } from './readFetchAnswer.js';
import type { Answer, Call } from './run/carrier.js';
import { callingFor, signedHeaders } from './signedHeaders.js';
import type { SubgraphAnswer, SubgraphError } from './subgraphAnswer.js';
import type { SubgraphClient } from './subgraphClient.js';
import { failureOf } from './subgraphFailure.js';

/** What fetches are sent with. */
export interface SendOptions {
  /** The client of a subgraph, by its name in the supergraph. */
  readonly clientOf: (source: string) => SubgraphClient;
  /** Signs in the gateway's own name. */
  readonly signer: ServiceSigner;
  /** The whole supergraph, as the planner knows it. */
  readonly schema: GraphQLSchema;
  readonly log: Log;
  /** Whether a mock may answer in a subgraph's place: never in production. */
  readonly mayBeMocked: boolean;
}

/** Sends one fetch. Rejects with SubgraphUnavailable when there is no answer that can be used. */
export type SendFetch = (call: Call, state: RequestState, record: FetchRecord) => Promise<Answer<Mark>>;

/** See the file's sentence. */
export function createSendFetch({ clientOf, signer, schema, log, mayBeMocked }: SendOptions): SendFetch {
  async function ask(call: Call, state: RequestState, record: FetchRecord): Promise<SubgraphAnswer> {
    const { step, variables, representations } = call;
    const { source, operation: query, operationName } = step;
    if (state.unavailable.has(source)) throw new SubgraphUnavailable('DOWN', 'failed earlier in this request');
    const extensions = { grants: grantsToSend(state.grants), categories: state.categories };
    state.counts.fetches += 1;
    const traced = recordSending(state.record, record, extensions.grants.length);
    const client = clientOf(source);
    const { path } = client;
    // Ours last: a client may call a variable of its own that.
    const sent = representations ? { ...variables, representations } : variables;
    const body = Buffer.from(JSON.stringify({ query, operationName, variables: sent, extensions }));
    const caller = (state.callingFor ??= callingFor(state.authorization, state.purpose, state.requestId));
    const answer = await client.post({
      body,
      headers: (time) => {
        record.attempts += 1;
        const headers = signedHeaders(caller, { source, signer, path, body, time });
        headers.push(...traced);
        return headers;
      },
      life: state.life,
      isMutation: step.isMutation,
      read(json) {
        const read = readFetchAnswer(json, step, representations?.length ?? null, schema);
        // INVARIANT I-4: made-up records in production would be worse than none.
        if (read.isMock && !mayBeMocked) throw new SubgraphUnavailable('NONSENSE', 'a mock');
        return read;
      },
    });
    if (answer.isMock) state.mocks.add(source);
    for (const grant of answer.grants) state.grants.add(grant);
    return answer;
  }

  /** An error that points nowhere names the fields that were lost with it, unless data came along. */
  function faultOf(error: SubgraphError, { step: { source, fills } }: Call, hasData: boolean): Fault {
    const failure = failureOf(error, source);
    if (failure.code === 'SUBGRAPH_ERROR') log.warn({ event: 'subgraph error', source });
    const path = error.path;
    return {
      ...(path ? { path } : {}),
      fault: { kind: 'FAILURE', failure: { ...failure, ...(path || hasData ? {} : { paths: fills }) } },
    };
  }

  return async (call, state, record) => {
    const { data, errors, withheld } = await ask(call, state, record);
    const failed = errors.map((error) =>
      faultOf(
        call.representations && !isOfEntity(error.path) ? { ...error, path: undefined } : error,
        call,
        data !== null,
      ),
    );
    const held = withheld.map((entry): Fault => ({ path: entry.path, fault: { kind: 'WITHHELD', ...entry } }));
    return { data, faults: [...failed, ...held] };
  };
}
