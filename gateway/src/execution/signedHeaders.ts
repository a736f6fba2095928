/**
 * The whole list of headers that reach a subgraph, signed together with the call's bytes: nothing else of the client's
 * headers is forwarded, and none of what is can be exchanged on the way.
 */
import { SERVICE_CALL_HEADER, type ServiceSigner } from '@sammen/identity';
import type { RequestState } from '../pipeline/requestState.js';

/** Tells a subgraph after how many milliseconds nobody waits for its answer any more. */
export const DEADLINE_HEADER = 'x-sammen-deadline-ms';

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

/** The headers for one call, good for that call once. */
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
    // Not under the signature: who changed it could as well hold the call up, and nothing else depends on it.
    [DEADLINE_HEADER]: String(time),
    ...(purpose ? { 'x-sammen-purpose': purpose } : {}),
    [SERVICE_CALL_HEADER]: signer.sign({ method: 'POST', path, body, caller, audience: `sammen:${source}` }),
  };
}
