/**
 * The whole list of headers that reach a subgraph, signed together with the call's bytes: nothing else of the client's
 * headers is forwarded, and none of what is can be exchanged on the way.
 */
import { DEADLINE_HEADER, SERVICE_CALL_HEADER, type ServiceSigner } from '@sammen/identity';
import { SammenError } from '@sammen/errors';
import type { RequestState } from '../pipeline/requestState.js';
import { SubgraphUnavailable } from './fetching/subgraphUnavailable.js';

/** One call of the gateway. */
export interface OutgoingCall {
  /** The subgraph's name in the supergraph: whom the signature is for. */
  readonly source: string;
  readonly signer: ServiceSigner;
  /** Path with query, as in the request line. */
  readonly path: string;
  readonly body: string;
  /** For how many milliseconds the answer is waited for. */
  readonly time: number;
}

/** The headers for one call, good for that call once. @throws SubgraphUnavailable DOWN when no key of the subgraph is listed */
export function signedHeaders(
  { authorization, purpose, requestId }: RequestState,
  { source, signer, path, body, time }: OutgoingCall,
): Record<string, string> {
  const caller = { authorization, purpose, requestId };
  return {
    'content-type': 'application/json',
    accept: 'application/graphql-response+json, application/json',
    'accept-encoding': 'identity',
    authorization,
    'x-request-id': requestId,
    [DEADLINE_HEADER]: String(time),
    ...(purpose ? { 'x-sammen-purpose': purpose } : {}),
    [SERVICE_CALL_HEADER]: signed(signer, { method: 'POST', path, body, caller, to: source }),
  };
}

/** A subgraph that cannot be called is one that is down: what the others answer still counts. */
function signed(signer: ServiceSigner, call: Parameters<ServiceSigner['sign']>[0]): string {
  try {
    return signer.sign(call);
  } catch (error) {
    throw error instanceof SammenError ? new SubgraphUnavailable('DOWN', error.code) : error;
  }
}
