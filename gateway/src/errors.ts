/** Everything the gateway itself can answer that is not data. No message ever carries a value somebody sent (INVARIANT I-8). */
import { defineErrors, type SammenError } from '@sammen/errors';
import { GraphQLError } from 'graphql';

/** Every code of the gateway itself; listed in docs/errors.md. Codes of subgraphs pass through it as they are. */
export const GATEWAY_ERRORS = {
  CONFIG_MISSING: {
    status: 500,
    message: 'A setting is missing or malformed.',
    next: 'Set the named environment variables; gateway/README.md lists all of them.',
  },
  PORT_TAKEN: {
    status: 500,
    message: 'The gateway cannot listen on its address.',
    next: 'Stop what listens there, or choose another HOST and PORT.',
  },
  SUPERGRAPH_UNREADABLE: {
    status: 500,
    message: 'The supergraph file cannot be read.',
    next: 'Check SUPERGRAPH_FILE, or write the file with "sammen compose".',
  },
  SUPERGRAPH_BROKEN: {
    status: 500,
    message: 'The supergraph file does not hold a supergraph that can be served.',
    next: 'Write it with "sammen compose" and look at what that reports.',
  },
  PERSISTED_DOCUMENTS_UNREADABLE: {
    status: 500,
    message: 'The list of persisted documents cannot be read.',
    next: 'Check PERSISTED_DOCUMENTS_FILE, or set it to "none".',
  },
  PERSISTED_DOCUMENTS_BROKEN: {
    status: 500,
    message: 'The list of persisted documents cannot be used.',
    next: 'Write it anew from the documents: {"<sha256 of the text>": "<text>"}.',
  },
  RATE_LIMITED: {
    status: 429,
    message: 'You have asked more often than this installation allows in a minute.',
    next: 'Wait for as many seconds as the header retry-after says, then send the request again.',
  },
  PURPOSE_REQUIRED: {
    status: 400,
    message: 'A professional has to say what the data is asked for.',
    next: 'Send the header x-sammen-purpose.',
  },
  PURPOSE_UNKNOWN: {
    status: 400,
    message: 'The header x-sammen-purpose holds no purpose that this system knows.',
    next: 'Send one purpose, spelled as in the list.',
  },
  UNSUPPORTED_MEDIA_TYPE: {
    status: 415,
    message: 'A GraphQL request is sent as JSON.',
    next: 'Send the header content-type: application/json.',
  },
  INVALID_JSON: {
    status: 400,
    message: 'The body of the request is not valid JSON.',
    next: 'Send one JSON object with the key "query".',
  },
  BODY_TOO_LARGE: {
    status: 413,
    message: 'The body of the request is too large.',
    next: 'Send less at once; one request holds at most 1 MiB.',
  },
  BATCHING_OFF: {
    status: 400,
    message: 'One request holds one operation.',
    next: 'Send a JSON object, not an array; several root fields fit into one operation.',
  },
  DOCUMENT_UNKNOWN: {
    status: 400,
    message: 'This installation keeps no document under that hash.',
    next: 'Send a document that is on its list, or have the document put on it.',
  },
  DOCUMENT_MISMATCH: {
    status: 400,
    message: 'The document is not the one that the hash beside it names.',
    next: 'Send the hash alone, or the SHA-256 of exactly this text.',
  },
  FREE_TEXT_OFF: {
    status: 403,
    message: 'This installation answers people of your role by its list of documents only.',
    next: 'Send the hash of a document that is on the list as "documentId", or have the document put on it.',
  },
  INTROSPECTION_OFF: {
    status: 403,
    message: 'This installation does not tell people of your role what the graph looks like.',
    next: 'Read the schema that is published with it.',
  },
  METHOD_NOT_ALLOWED: {
    status: 405,
    message: 'People are asked about by POST here: an address ends up in logs, and a query can carry personal data.',
    next: 'Send the operation in the body of a POST request.',
  },
  NOT_FOUND: {
    status: 404,
    message: 'There is nothing at this address.',
    next: 'GraphQL is at /graphql; GET / tells how to ask.',
  },
  SHUTTING_DOWN: {
    status: 503,
    message: 'The gateway is shutting down.',
    next: 'Send the request again; another instance takes it.',
  },
  TOO_MANY_TOKENS: {
    status: 400,
    message: 'The document is longer than 8,000 tokens (names, values, braces).',
    next: 'Split the operation, or drop fields that are not needed.',
  },
  TOO_DEEP: {
    status: 400,
    message: 'The operation is nested too deeply.',
    next: 'Ask for less at once.',
  },
  TOO_MANY_FIELDS: {
    status: 400,
    message: 'The operation selects too many fields, counted after fragments are expanded.',
    next: 'Ask for less at once.',
  },
  TOO_MANY_ALIASES: {
    status: 400,
    message: 'The operation uses too many aliases, counted after fragments are expanded.',
    next: 'Use a list field, or send several requests.',
  },
  COST_TOO_HIGH: {
    status: 400,
    message: 'The operation can bring more objects than one request may.',
    next: 'Ask for shorter pages ("first") of the lists that it names, for less within them, or in several requests.',
  },
  SLICE_REQUIRED: {
    status: 400,
    message: 'A list has to be asked for by exactly one of the arguments that say how long it is.',
    next: 'Give one of the arguments that it names.',
  },
  ALIAS_RESERVED: {
    status: 400,
    message: 'A field cannot be called __typename: that name tells sources and gateway what an object is.',
    next: 'Use another alias.',
  },
  REQUIREMENTS_CLASH: {
    status: 400,
    message: 'Two fields are computed from the same field with different arguments.',
    next: 'Ask for them in two operations, or below two aliases of the field above.',
  },
  TOO_MANY_ROOT_FIELDS: {
    status: 400,
    message: 'The operation has too many root fields, counted after fragments are expanded.',
    next: 'Send several requests.',
  },
  OPERATION_NOT_FOUND: {
    status: 400,
    message: 'The document holds no operation of that name, or several and no name was sent.',
    next: 'Send "operationName" with the name of one operation of the document.',
  },
  INVALID_VARIABLE: {
    status: 400,
    message: 'A variable does not fit its type.',
    next: 'Compare the variable with the schema.',
  },
  SUBGRAPH_UNAVAILABLE: {
    status: 503,
    message: 'A source cannot be reached; its fields are null, whatever it holds.',
    next: 'Try again in a moment; what the other sources hold is complete.',
  },
  SUBGRAPH_BUSY: {
    status: 503,
    message: 'A source has more to answer already than it takes at once; its fields are null, whatever it holds.',
    next: 'Try again in a few seconds; what the other sources hold is complete.',
  },
  SUBGRAPH_ERROR: {
    status: 502,
    message: 'A source could not answer for this field.',
    next: 'Try again; if it stays so, report the x-request-id of the answer.',
  },
  ANSWER_INCOMPLETE: {
    status: 502,
    message: 'A field that always has a value came back without one, so what holds it is null.',
    next: 'Try again; if it stays so, report the x-request-id of the answer.',
  },
  CONSENT_NOT_KEPT: {
    status: 502,
    message:
      'A source gave a guarded value that no grant of the request permits; it was dropped. Only the log says so.',
    next: 'Look at the source and the coordinate that the log names: its guard does not work.',
  },
  EXPLAIN_NOT_ALLOWED: {
    status: 403,
    message: 'Your role may not ask how a request is carried out.',
    next: 'Leave the header x-sammen-explain out; EXPLAIN_ROLES of the installation says who may.',
  },
  INTERNAL_SERVER_ERROR: {
    status: 500,
    message: 'Something went wrong in the gateway.',
    next: 'Try again; if it stays so, report the x-request-id of the answer.',
  },
} as const;

/** Makes one of {@link GATEWAY_ERRORS}. */
export const gatewayError = defineErrors<keyof typeof GATEWAY_ERRORS>(GATEWAY_ERRORS);

/** Headers that belong to a status, whoever answers with it. */
const HEADERS: Readonly<Record<number, Readonly<Record<string, string>>>> = {
  401: { 'www-authenticate': 'Bearer' },
  405: { allow: 'POST' },
};

/**
 * The same failure for Apollo Server: code, next step and, outside `extensions`, the HTTP status.
 * `more` is added to the extensions that the client sees, `headers` to the answer.
 */
export function toGraphQLError(
  error: SammenError,
  more: Readonly<Record<string, unknown>> = {},
  headers: Readonly<Record<string, string>> = {},
): GraphQLError {
  const all = new Map(Object.entries({ ...HEADERS[error.status], ...headers }));
  return new GraphQLError(error.message, {
    extensions: { ...error.toExtensions(), ...more, http: { status: error.status, headers: all } },
  });
}
