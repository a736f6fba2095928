import { SammenError } from '@sammen/errors';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import type { Logger } from 'pino';
import { databaseGone } from '../database/databaseGone.js';
import { KIT_ERRORS, kitError } from '../errors.js';
import { unstorable } from '../write/unstorable.js';

/** Codes of graphql itself whose messages speak of the document, not of data. */
const OF_THE_DOCUMENT = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'OPERATION_RESOLUTION_FAILURE',
  'BAD_REQUEST',
  'PERSISTED_QUERY_NOT_SUPPORTED',
]);

/** What the engine says when a parser or a validator that calls itself has gone too deep. */
const STACK_EXCEEDED = 'Maximum call stack size exceeded';

/** Errors as clients see them: a code, what to do, and neither stack, value nor database message (INVARIANT I-8). */
export function createErrorFormatter(log: Logger) {
  return (formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError => {
    const cause = error instanceof GraphQLError ? (error.originalError ?? error) : error;
    const known = sammenErrorIn(cause) ?? unstorable(cause) ?? databaseGone(cause);
    if (known !== undefined && known.status >= 500 && known.code !== 'CONSENT_UNAVAILABLE')
      log.error({ code: known.code, error: nameOf(known.cause ?? known) }, 'a resolver failed');
    if (known !== undefined) return { ...place(formatted), message: known.message, extensions: known.toExtensions() };
    const code = formatted.extensions?.['code'];
    if (code === 'BAD_USER_INPUT') {
      const variable = /^Variable "\$(\w+)"/.exec(formatted.message)?.[1];
      const { status: _, ...invalid } = KIT_ERRORS.INVALID_INPUT;
      return {
        ...place(formatted),
        message:
          variable === undefined
            ? invalid.message
            : `The variable $${variable} does not have the type that it declares.`,
        extensions: {
          code: 'INVALID_INPUT',
          next: invalid.next,
          ...(variable === undefined ? {} : { field: variable }),
        },
      };
    }
    if (formatted.message === STACK_EXCEEDED) {
      const deep = kitError('DOCUMENT_TOO_DEEP');
      return { message: deep.message, extensions: deep.toExtensions() };
    }
    if (typeof code === 'string' && OF_THE_DOCUMENT.has(code)) {
      return { ...place(formatted), message: formatted.message, extensions: { code } };
    }
    log.error({ error: nameOf(cause) }, 'a resolver failed');
    const internal = kitError('INTERNAL');
    return { ...place(formatted), message: internal.message, extensions: internal.toExtensions() };
  };
}

function sammenErrorIn(error: unknown): SammenError | undefined {
  for (let cause = error, depth = 0; cause instanceof Error && depth < 4; cause = cause.cause, depth += 1) {
    if (cause instanceof SammenError) return cause;
    if (cause instanceof GraphQLError && cause.originalError instanceof SammenError) return cause.originalError;
  }
  return undefined;
}

function place({ path, locations }: GraphQLFormattedError) {
  return { ...(locations === undefined ? {} : { locations }), ...(path === undefined ? {} : { path }) };
}

/** Class name and where it was thrown; the message may carry values, so it stays out of the log. */
function nameOf(cause: unknown): string {
  if (!(cause instanceof Error)) return typeof cause;
  const frame = cause.stack?.split('\n').find((line) => line.trimStart().startsWith('at '));
  const code = (cause as { code?: unknown }).code;
  return [cause.name, code, frame?.trim()].filter((part) => typeof part === 'string').join(' ');
}
