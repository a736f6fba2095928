/**
 * The whole list of headers that reach a subgraph, signed together with the call's bytes: nothing else of the client's
 * headers is forwarded, and none of what is can be exchanged on the way.
 */
import { DEADLINE_HEADER, SERVICE_CALL_HEADER, type ServiceSigner } from '@sammen/identity';
import type { RequestState } from '../pipeline/requestState.js';

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
    [DEADLINE_HEADER]: String(time),
    ...(purpose ? { 'x-sammen-purpose': purpose } : {}),
    [SERVICE_CALL_HEADER]: signer.sign({ method: 'POST', path, body, caller, audience: `sammen:${source}` }),
  };
}
