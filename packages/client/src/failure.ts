/** What failed, in the gateway's words: a code, a sentence without personal data, and what to do next. */
import type { Path } from './path.js';

/** One failure. */
export interface Failure {
  /** One of docs/errors.md, or of {@link CLIENT_ERRORS}. */
  readonly code: string;
  readonly message: string;
  /** What can be done about it. */
  readonly next: string;
  /** The sector's service that it comes from; null when it comes from the gateway or from here. */
  readonly source: string | null;
  /** Whether the same question may well be answered in a moment. Never for a mutation. */
  readonly retryable: boolean;
  /** The field that it struck; null when it struck several, or the whole. */
  readonly path: Path | null;
  /** The fields that it struck, when it struck a whole fetch; `@` stands for any index. */
  readonly paths: readonly Path[];
  /** The offending input field or variable. */
  readonly field: string | null;
  /** What else the gateway says, such as `purposes` or `costliest`. */
  readonly details: Readonly<Record<string, unknown>>;
}

/** Codes that say “not now”: every one of docs/errors.md that a client can meet and that passes by itself. */
export const RETRYABLE_CODES: ReadonlySet<string> = /* @__PURE__ */ new Set([
  'RATE_LIMITED',
  'SHUTTING_DOWN',
  'SUBGRAPH_UNAVAILABLE',
  'SUBGRAPH_BUSY',
  'ISSUER_UNAVAILABLE',
  'GRANT_KEYS_UNAVAILABLE',
  'CONSENT_UNAVAILABLE',
  'DEADLINE_PASSED',
  'GATEWAY_UNREACHABLE',
  'DEADLINE_REACHED',
]);

/** One GraphQL error as the gateway sends it. */
export interface WireError {
  readonly message?: unknown;
  readonly path?: unknown;
  readonly extensions?: Readonly<Record<string, unknown>>;
}

/** Reads one; whatever is not as it should be is taken for missing. */
export function readFailure(error: WireError, isMutation: boolean): Failure {
  const { code, next, source, field, paths, ...details } = error.extensions ?? {};
  const known = text(code) ?? 'INTERNAL_SERVER_ERROR';
  return {
    code: known,
    message: text(error.message) ?? 'Something went wrong.',
    next: text(next) ?? 'Try again; if it stays so, report the request id of the answer.',
    source: text(source),
    retryable: !isMutation && RETRYABLE_CODES.has(known),
    path: Array.isArray(error.path) ? (error.path as Path) : null,
    paths: Array.isArray(paths) ? (paths as Path[]) : [],
    field: text(field),
    details,
  };
}

const text = (value: unknown): string | null => (typeof value === 'string' ? value : null);

const UNDECIDED: Failure = {
  code: 'CONSENT_UNAVAILABLE',
  message: 'Consent could not be decided, so guarded data is withheld.',
  next: 'Try again in a moment; report it when it lasts.',
  source: null,
  retryable: true,
  path: null,
  paths: [],
  field: null,
  details: {},
};

/** Why a decision is missing: the answer's own failure if it names one, else the words that it would have. */
export function consentUnavailable(errors: readonly Failure[]): Failure {
  return errors.find(({ code }) => code === 'CONSENT_UNAVAILABLE' || code === 'GRANT_KEYS_UNAVAILABLE') ?? UNDECIDED;
}
