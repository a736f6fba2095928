/** The last look at an error before it is sent: our codes pass, Apollo's own get a next step, everything else is masked. */
import type { GraphQLFormattedError } from 'graphql';
import { gatewayError } from '../errors.js';

/** Codes of Apollo Server for requests that are wrong in form; their messages speak of the document, not of data. */
const NEXT_OF_APOLLO: Readonly<Record<string, string>> = {
  GRAPHQL_PARSE_FAILED: 'Correct the document at the place it names.',
  GRAPHQL_VALIDATION_FAILED: 'Compare the document with the schema.',
  BAD_REQUEST: 'Send a JSON object with "query" as text, and "variables" as an object.',
  PERSISTED_QUERY_NOT_SUPPORTED: 'Send the whole document as "query".',
};

const CHANGE_BY_GET = /^GET requests only support query operations/;
const BATCH = 'Operation batching disabled.';
/** What the engine says when a parser or a validator that calls itself has gone too deep. */
const STACK_EXCEEDED = 'Maximum call stack size exceeded';
const TOKENS = /more tha[nt] \d+ tokens/;

/** Apollo Server's `formatError`. */
export function formatError(formatted: GraphQLFormattedError): GraphQLFormattedError {
  const { message, locations, path, extensions = {} } = formatted;
  const place = { ...(locations ? { locations } : {}), ...(path ? { path } : {}) };
  const code = String(extensions['code']);
  if (typeof extensions['next'] === 'string') return { message, ...place, extensions };
  if (code === 'BAD_REQUEST' && message === BATCH) return told('BATCHING_OFF');
  if (code === 'BAD_REQUEST' && CHANGE_BY_GET.test(message)) return told('METHOD_NOT_ALLOWED');
  if (code === 'GRAPHQL_PARSE_FAILED' && TOKENS.test(message)) return told('TOO_MANY_TOKENS');
  if (message === STACK_EXCEEDED) return told('TOO_DEEP');
  const next = NEXT_OF_APOLLO[code];
  return next ? { message, ...place, extensions: { code, next } } : told('INTERNAL_SERVER_ERROR');
}

type Told = 'BATCHING_OFF' | 'METHOD_NOT_ALLOWED' | 'TOO_DEEP' | 'TOO_MANY_TOKENS' | 'INTERNAL_SERVER_ERROR';

function told(code: Told): GraphQLFormattedError {
  const error = gatewayError(code);
  return { message: error.message, extensions: error.toExtensions() };
}
