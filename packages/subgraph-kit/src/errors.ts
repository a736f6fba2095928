import { defineErrors } from '@sammen/errors';

/** Every code that a subgraph can answer with, whatever its sector; listed in docs/errors.md. */
export const KIT_ERRORS = {
  CONFIG_MISSING: {
    status: 500,
    message: 'A setting is missing or malformed.',
    next: 'Set the named environment variable; .env.example lists all of them.',
  },
  DATABASE_UNREACHABLE: {
    status: 503,
    message: 'The database cannot be reached.',
    next: 'Check that PostgreSQL runs and that the database URL is right, then start again.',
  },
  PORT_TAKEN: {
    status: 500,
    message: 'The port is taken.',
    next: 'Stop the other process or choose another port.',
  },
  GUARD_DECLARATION: {
    status: 500,
    message: 'The schema declares something that the guard cannot enforce.',
    next: 'Label the named coordinate with @consent, @public, @writes or @roles.',
  },
  GUARD_NO_SUBJECT: {
    status: 500,
    message: 'A guarded object does not say whose it is, so it is withheld.',
    next: 'Report this to the team that owns the subgraph.',
  },
  SERVICE_NOT_ALLOWED: {
    status: 403,
    message: 'This service may not call here on behalf of others.',
    next: 'Let the gateway call, or call without a signature and with a token of your own.',
  },
  PURPOSE_REQUIRED: {
    status: 400,
    message: 'No purpose was given.',
    next: 'Send the header x-sammen-purpose with one of the purposes of your role.',
  },
  PURPOSE_UNKNOWN: {
    status: 400,
    message: 'The purpose is not one of the purposes of your role.',
    next: 'Send the header x-sammen-purpose with one of the purposes of your role.',
  },
  STATISTICS_PEOPLE_UNAVAILABLE: {
    status: 503,
    message: 'The citizen subgraph does not say who may be counted, so nothing is released.',
    next: 'Check that the citizen subgraph runs; counting is tried again by itself.',
  },
  STATISTICS_MEASURE_FAILED: {
    status: 500,
    message: 'A measure could not be counted, so nothing new of it is released; the other measures are.',
    next: 'Look up the cause beside it in the log (a code of PostgreSQL, such as 42P01 for a table that is not there) and correct it; counting is tried again by itself.',
  },
  CONSENT_UNAVAILABLE: {
    status: 503,
    message: 'Consent could not be decided, so guarded data is withheld.',
    next: 'Try again in a moment; report it when it lasts.',
  },
  DEADLINE_PASSED: {
    status: 503,
    message: 'The time that the caller waits was up, so this was not begun.',
    next: 'Ask again, for less at once, or wait longer.',
  },
  NOT_ALLOWED: {
    status: 403,
    message: 'You may not do this.',
    next: 'Ask somebody whose role and relation to the citizen allow it.',
  },
  INVALID_ID: {
    status: 400,
    message: 'The id is malformed.',
    next: 'Use an id exactly as the graph gave it.',
  },
  INVALID_INPUT: {
    status: 400,
    message: 'The input is not valid.',
    next: 'Correct the named field and send it again.',
  },
  INVALID_CURSOR: {
    status: 400,
    message: 'The cursor does not belong to this list.',
    next: 'Use an endCursor of the same list, or start without a cursor.',
  },
  PAGE_TOO_LARGE: {
    status: 400,
    message: 'A page holds between 1 and 100 items.',
    next: 'Ask for at most 100 items and page on with endCursor.',
  },
  LIST_TOO_LARGE: {
    status: 400,
    message: 'The list spans more citizens than one request may decide.',
    next: 'Narrow the list with its filters.',
  },
  NOT_FOUND: {
    status: 404,
    message: 'There is no such record.',
    next: 'Check the ids; the record may have been cancelled.',
  },
  VERSION_CONFLICT: {
    status: 409,
    message: 'Somebody else has changed this in the meantime.',
    next: 'Read the record again and repeat the change on its newest version.',
  },
  IDEMPOTENCY_KEY_REUSED: {
    status: 409,
    message: 'The idempotency key was used for another input.',
    next: 'Use a new key for a new write.',
  },
  DUPLICATE: {
    status: 409,
    message: 'That already exists.',
    next: 'Read the existing record instead.',
  },
  REFERENCE_UNKNOWN: {
    status: 422,
    message: 'The input refers to something that does not exist.',
    next: 'Check the ids in the input.',
  },
  RULE_VIOLATED: {
    status: 422,
    message: 'The change breaks a rule of the data.',
    next: 'Correct the input; the message names the rule.',
  },
  BODY_MALFORMED: {
    status: 400,
    message: 'The body cannot be read as JSON.',
    next: 'Send JSON with content-type application/json.',
  },
  ROUTE_UNKNOWN: {
    status: 404,
    message: 'There is nothing at this address.',
    next: 'GraphQL is asked by POST at /graphql.',
  },
  DOCUMENT_TOO_DEEP: {
    status: 400,
    message: 'The document is nested too deeply to be read.',
    next: 'Ask for less at once.',
  },
  SEED_NOT_EMPTY: {
    status: 409,
    message: 'The database already holds other data.',
    next: 'Seed with --replace to delete what is there, or leave it.',
  },
  INTERNAL: {
    status: 500,
    message: 'Something went wrong here.',
    next: 'Try again; report the request id when it lasts.',
  },
} as const;

/** Makes one of {@link KIT_ERRORS}. */
export const kitError = defineErrors<keyof typeof KIT_ERRORS>(KIT_ERRORS);
