/**
 * Everything that a span may say, and in what form. There is no way to put anything else on one: neither a value nor a
 * name that somebody sent ever gets there (INVARIANT I-8).
 */

/** Attributes by name, each with the form that its values have. */
export const SPAN_ATTRIBUTES = {
  /** Made by the gateway; the log and the access log know it too. */
  'sammen.request_id': /^[0-9a-f-]{36}$/,
  'http.response.status_code': 'number',
  'graphql.operation.type': /^(query|mutation)$/,
  /** A name that several people use (gateway: operationLabels), never one that one person wrote. */
  'sammen.operation': /^\w+#?[\w#]*$/,
  /** A subgraph, by its name in the supergraph. */
  'sammen.source': /^[a-z][a-z0-9-]*$/,
  'sammen.fault': /^[A-Z_]+$/,
  'sammen.grants': 'number',
  'sammen.fetches': 'number',
  'sammen.errors': 'number',
  'sammen.withheld': 'number',
  'sammen.dropped': 'number',
  'sammen.known': 'boolean',
  /** An address that the program registered, such as `/graphql`. */
  'http.route': /^\/[a-z/]*$/,
  'sammen.sql_statements': 'number',
  'sammen.decision_calls': 'number',
} as const;

type Form<F> = F extends 'number' ? number : F extends 'boolean' ? boolean : string;

/** What can be said of one span. */
export type SpanFacts = {
  readonly [Name in keyof typeof SPAN_ATTRIBUTES]?: Form<(typeof SPAN_ATTRIBUTES)[Name]>;
};
