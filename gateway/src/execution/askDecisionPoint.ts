/** The gateway asks the decision point in the name of whoever asks it: with their token, their purpose and this request. */
import type { ServiceSigner } from '@sammen/identity';
import type { Log } from '../logging.js';
import { beginAsk, endAsk, type TraceHeader } from '../observe/requestRecord.js';
import type { RequestState } from '../pipeline/requestState.js';
import { callingFor, signedHeaders } from './signedHeaders.js';
import { SubgraphUnavailable } from './fetching/subgraphUnavailable.js';
import type { SubgraphClient } from './subgraphClient.js';

/** More citizens than this in one question are refused; they are asked about in several. */
const MOST_CITIZENS = 1_000;

/** The decision point's name as a subgraph. */
const SOURCE = 'citizen';

/** What is asked with. */
export interface AskOptions {
  /** Of `POST /grants`. */
  readonly client: SubgraphClient;
  readonly signer: ServiceSigner;
  readonly log: Log;
}

/**
 * Asks about all categories of the operation. What is granted joins the request's grants, where it is verified like any
 * other; a question that fails changes nothing: subgraphs then ask for themselves, and withhold if they cannot either.
 */
export function createAskDecisionPoint({ client, signer, log }: AskOptions) {
  async function ask(citizenIds: readonly string[], state: RequestState, traced: TraceHeader): Promise<void> {
    const { requestId, authorization, purpose, categories, operation } = state;
    const subjects = citizenIds.map((citizenId) => ({ citizenId, categories }));
    const asked = { name: operation?.name ?? null, hash: state.operationHash, requestId };
    const body = Buffer.from(JSON.stringify({ purpose, operation: asked, subjects }));
    state.counts.decisions += 1;
    // The purpose stands in the body; the header's is for questions about data.
    const caller = callingFor(authorization, null, requestId);
    const { path } = client;
    const headers = (time: number) => [
      ...signedHeaders(caller, { source: SOURCE, signer, path, body, time }),
      ...traced,
    ];
    // Nothing is judged in reading: a question that is refused is no failure of the decision point.
    const answer = await client.post({ body, headers, life: state.life, isMutation: false, read: (json) => json });
    const { grant } = (answer ?? {}) as { grant?: unknown };
    if (typeof grant !== 'string') throw new SubgraphUnavailable('NONSENSE', 'no grant');
    state.grants.add(grant);
  }

  return async (citizenIds: readonly string[], state: RequestState): Promise<void> => {
    const { ask: record, traced } = beginAsk(state.record);
    try {
      for (let at = 0; at < citizenIds.length; at += MOST_CITIZENS)
        await ask(citizenIds.slice(at, at + MOST_CITIZENS), state, traced);
    } catch (error) {
      if (!(error instanceof SubgraphUnavailable)) throw error;
      const { requestId } = state;
      record.fault = error.fault;
      log.warn({ event: 'decision point unavailable', requestId, fault: error.fault, detail: error.detail });
    } finally {
      endAsk(state.record, record);
    }
  };
}
