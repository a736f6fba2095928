import { SERVICE_CALL_HEADER, type ServiceVerifier } from '@sammen/identity';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

/** A verified call of another service. */
export interface VerifiedCall {
  /** The service that signed it. */
  readonly service: string;
  /** The bytes that travelled: what the signature covers, not yet parsed. */
  readonly body: Buffer;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

/** A route that only other services call. */
export interface ServiceRoute {
  readonly path: string;
  /** Media types of the body; JSON when left out. */
  readonly contentTypes?: readonly string[];
  /** Answers; what it throws is answered by the server's error handler. */
  readonly handle: (call: VerifiedCall) => Promise<unknown>;
  /** Answers refusals in the route's own format, those before `handle` included. */
  readonly onError?: (error: unknown, request: FastifyRequest, reply: FastifyReply) => unknown;
}

/** Adds `POST path` for signed calls. The body is handed on unparsed, since nothing of it may count before its signature. */
export async function addServiceRoute(
  server: FastifyInstance,
  verifier: ServiceVerifier,
  { path, contentTypes = ['application/json'], handle, onError }: ServiceRoute,
): Promise<void> {
  await server.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser([...contentTypes], { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
    if (onError) scope.setErrorHandler((error, request, reply) => onError(error, request, reply));
    scope.post(path, async (request, reply) => {
      const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
      const header = request.headers[SERVICE_CALL_HEADER];
      const service = await verifier.verify(typeof header === 'string' ? header : undefined, {
        method: 'POST',
        path,
        body,
      });
      return handle({ service, body, request, reply });
    });
  });
}
