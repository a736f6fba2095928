/** Whatever goes wrong before GraphQL is reached is answered in GraphQL's form, with a code and no detail of the inside. */
import type { FastifyError, FastifyInstance, FastifyReply } from 'fastify';
import { gatewayError } from './errors.js';
import { traceOf, type Log } from './logging.js';

type Code = Parameters<typeof gatewayError>[0];

const CODE_OF_FASTIFY: Readonly<Record<string, Code>> = {
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'UNSUPPORTED_MEDIA_TYPE',
  FST_ERR_CTP_EMPTY_TYPE: 'UNSUPPORTED_MEDIA_TYPE',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'INVALID_JSON',
  FST_ERR_CTP_INVALID_JSON_BODY: 'INVALID_JSON',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'INVALID_JSON',
  FST_ERR_CTP_BODY_TOO_LARGE: 'BODY_TOO_LARGE',
  ERR_INVALID_URL: 'NOT_FOUND',
};

const CODE_OF_STATUS: Readonly<Record<number, Code>> = {
  400: 'INVALID_JSON',
  // An address that leads out of the folder of a page, or to a folder in it.
  403: 'NOT_FOUND',
  404: 'NOT_FOUND',
};

/** Answers with one of the gateway's errors. */
export function replyWith(reply: FastifyReply, code: Code): FastifyReply {
  const error = gatewayError(code);
  const body = { errors: [{ message: error.message, extensions: error.toExtensions() }] };
  return reply.code(error.status).type('application/json; charset=utf-8').send(body);
}

/** Replaces Fastify's own answers, which quote the request. */
export function addErrorAnswers(app: FastifyInstance, log: Log): void {
  app.setNotFoundHandler((_request, reply) => replyWith(reply, 'NOT_FOUND'));

  app.setErrorHandler((error: FastifyError, request, reply) => {
    const known = CODE_OF_FASTIFY[error.code] ?? CODE_OF_STATUS[error.statusCode ?? 500];
    if (!known) log.error({ event: 'request failed', requestId: request.id, ...traceOf(error) });
    return replyWith(reply, known ?? 'INTERNAL_SERVER_ERROR');
  });
}
