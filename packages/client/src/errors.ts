/** Everything that this package itself can fail with. No message carries a value that somebody gave (INVARIANT I-8). */
import { type Failure, RETRYABLE_CODES } from './failure.js';

/** Every code of the client; listed in docs/errors.md. Codes of the gateway pass through it as they are. */
export const CLIENT_ERRORS = {
  GATEWAY_UNREACHABLE: {
    status: 503,
    message: 'The gateway could not be reached.',
    next: 'Check the connection and try again.',
  },
  DEADLINE_REACHED: {
    status: 504,
    message: 'No answer came in time.',
    next: 'Try again, or ask for less at once.',
  },
  ANSWER_UNREADABLE: {
    status: 502,
    message: 'What came back is no answer of a gateway.',
    next: 'Check the address; if it is right, report this.',
  },
  ANSWER_TOO_LARGE: {
    status: 502,
    message: 'The answer is larger than this client takes.',
    next: 'Ask for shorter pages ("first") or for fewer fields.',
  },
  CLIENT_SETTING_INVALID: {
    status: 500,
    message: 'A setting of the client cannot be used.',
    next: 'Compare the settings with the README of @sammen/client.',
  },
  DOCUMENT_UNREADABLE: {
    status: 400,
    message: 'The document is no GraphQL, so it has no hash.',
    next: 'Correct the document.',
  },
  HASH_IMPOSSIBLE: {
    status: 500,
    message: 'Documents cannot be hashed here: this page was not served in a secure context.',
    next: 'Serve the page by https, or from this very machine.',
  },
  MANIFEST_REFUSED: {
    status: 422,
    message: 'There is no list of documents.',
    next: 'Correct that and make the list again.',
  },
  PATH_NOT_ASKED: {
    status: 500,
    message: 'The path leads to nothing that was asked for.',
    next: 'Compare the path with the document: aliases count, and lists take an index.',
  },
} as const;

/** One of {@link CLIENT_ERRORS}. */
export type ClientErrorCode = keyof typeof CLIENT_ERRORS;

/** Particulars of one occurrence. */
export interface ClientErrorDetails {
  /** Said in place of the table's message; without personal data. */
  readonly message?: string;
  readonly next?: string;
  /** The HTTP status that came, if one came. */
  readonly status?: number;
  readonly requestId?: string | null;
  readonly isMutation?: boolean;
}

/**
 * There is no answer: the question was refused, or nobody answered. Holds neither document nor variables nor token,
 * and no cause that could hold them.
 */
export class SammenClientError extends Error {
  override readonly name = 'SammenClientError';
  /** What the gateway refused it for, or the one failure of this side; never empty. */
  readonly failures: readonly Failure[];
  /** The HTTP status; null when no answer came at all. */
  readonly status: number | null;
  readonly requestId: string | null;

  constructor(failures: readonly [Failure, ...Failure[]], status: number | null, requestId: string | null) {
    super(failures[0].message);
    this.failures = failures;
    this.status = status;
    this.requestId = requestId;
  }

  /** The code of the first failure. */
  get code(): string {
    return this.failures[0]!.code;
  }

  /** What can be done about it. */
  get next(): string {
    return this.failures[0]!.next;
  }

  /** Whether the same question may well be answered in a moment. Never for a mutation. */
  get retryable(): boolean {
    return this.failures[0]!.retryable;
  }
}

const CHANGE_MAY_BE_MADE = 'The change may have been made: look before you send it again.';

/** Makes one of {@link CLIENT_ERRORS}. */
export const clientError = /* @__PURE__ */ Object.assign(
  (code: ClientErrorCode, details: ClientErrorDetails = {}): SammenClientError => {
    const { isMutation = false, status = null, requestId = null } = details;
    const { message, next } = CLIENT_ERRORS[code];
    const failure: Failure = {
      code,
      message: details.message ?? message,
      next: details.next ?? (isMutation ? CHANGE_MAY_BE_MADE : next),
      source: null,
      retryable: !isMutation && RETRYABLE_CODES.has(code),
      path: null,
      paths: [],
      field: null,
      details: {},
    };
    return new SammenClientError([failure], status, requestId);
  },
  { table: CLIENT_ERRORS },
);
