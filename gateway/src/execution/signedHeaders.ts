/**
 * The whole list of headers that reach a subgraph, signed together with the call's bytes: nothing else of the client's
 * headers is forwarded, and none of what is can be exchanged on the way.
 */
import {
  DEADLINE_HEADER,
  digestOfCaller,
  SERVICE_CALL_HEADER,
  type CallerDigest,
  type CallerHeaders,
  type ServiceSigner,
} from '@sammen/identity';
import { SammenError } from '@sammen/errors';
import { SubgraphUnavailable } from './fetching/subgraphUnavailable.js';

/** In whose name a request's calls are made; signed with each of them, digested once. */
export interface CallingFor extends CallerHeaders {
  readonly authorization: string;
  readonly requestId: string;
  readonly digest: CallerDigest;
}

/** Names and values in turn, as undici takes them. */
export type FlatHeaders = string[];

/** One call of the gateway. */
export interface OutgoingCall {
  /** The subgraph's name in the supergraph: whom the signature is for. */
  readonly source: string;
  readonly signer: ServiceSigner;
  /** Path with query, as in the request line. */
  readonly path: string;
  readonly body: Buffer;
  /** For how many milliseconds the answer is waited for. */
  readonly time: number;
}

/** Whoever sent the request, with a purpose or, where that stands in the body, without. */
export function callingFor(authorization: string, purpose: string | null, requestId: string): CallingFor {
  return { authorization, purpose, requestId, digest: digestOfCaller({ authorization, purpose, requestId }) };
}

/** The headers for one call, good for that call once. @throws SubgraphUnavailable DOWN when no key of the subgraph is listed */
export function signedHeaders(caller: CallingFor, { source, signer, path, body, time }: OutgoingCall): FlatHeaders {
  const { authorization, purpose, requestId, digest } = caller;
  const headers = ['content-type', 'application/json'];
  headers.push('accept', 'application/graphql-response+json, application/json', 'accept-encoding', 'identity');
  headers.push('authorization', authorization, 'x-request-id', requestId, DEADLINE_HEADER, String(time));
  if (purpose) headers.push('x-sammen-purpose', purpose);
  headers.push(SERVICE_CALL_HEADER, signed(signer, { method: 'POST', path, body, caller: digest, to: source }));
  return headers;
}

/** A subgraph that cannot be called is one that is down: what the others answer still counts. */
function signed(signer: ServiceSigner, call: Parameters<ServiceSigner['sign']>[0]): string {
  try {
    return signer.sign(call);
  } catch (error) {
    throw error instanceof SammenError ? new SubgraphUnavailable('DOWN', error.code) : error;
  }
}
