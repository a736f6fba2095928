/**
 * What is said about a request itself (its id, what else its operation touches) counts only from a service that signed
 * exactly this call for exactly this caller. Anybody else may ask with a token of their own, and says nothing beyond the
 * question: consent never rests on it (INVARIANT I-7).
 */
import { SERVICE_CALL_HEADER, type ServiceVerifier } from '@sammen/identity';
import type { FastifyInstance, FastifyRequest, preHandlerAsyncHookHandler } from 'fastify';
import { kitError } from '../errors.js';
import { isId } from '../graph/id.js';

/** The one service that calls on behalf of clients. */
export const GATEWAY = 'gateway';

/** Where a request carries what was read of it: what a weak map holds would outlive it. */
const [BYTES, SIGNER] = ['sammenBytes', 'sammenSigner'] as const;

/** The service that signed this call; null for a caller who asks by themselves. */
export const signerOf = (request: FastifyRequest): string | null => request.getDecorator<string | null>(SIGNER);

/** Has the server keep the bytes of JSON bodies: a signature covers those, not what was read from them. */
export function keepBytes(server: FastifyInstance): void {
  const parse = server.getDefaultJsonParser('error', 'error');
  server.decorateRequest(BYTES, null);
  server.decorateRequest(SIGNER, null);
  server.removeContentTypeParser('application/json');
  server.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, body: Buffer, done) => {
    request.setDecorator(BYTES, body);
    parse(request, body.toString(), done);
  });
}

/**
 * Verifies the signature of a call that carries one, and takes its request id over. `by` is the only service that may
 * sign here, any known one when absent. @throws SERVICE_CALL_INVALID, _EXPIRED, _REPLAYED, _EXHAUSTED, SERVICE_NOT_ALLOWED
 */
export function verifySignature(callers: ServiceVerifier, by?: string): preHandlerAsyncHookHandler {
  return async (request) => {
    const signature = headerOf(request, SERVICE_CALL_HEADER);
    if (signature === null) return;
    const requestId = headerOf(request, 'x-request-id');
    const service = await callers.verify(signature, {
      method: request.method,
      path: request.url,
      body: request.getDecorator<Buffer | null>(BYTES) ?? '',
      caller: {
        authorization: headerOf(request, 'authorization'),
        purpose: headerOf(request, 'x-sammen-purpose'),
        requestId,
      },
    });
    if (by !== undefined && service !== by) throw kitError('SERVICE_NOT_ALLOWED');
    if (!isId(requestId)) throw kitError('INVALID_ID', { field: 'x-request-id' });
    request.setDecorator(SIGNER, service);
    // Every log line and every question of this request goes by the id that the whole operation has.
    (request as { id: string }).id = requestId;
  };
}

function headerOf(request: FastifyRequest, name: string): string | null {
  const value = request.headers[name];
  return typeof value === 'string' ? value : null;
}
