/** One attempt: a question goes out once, and what comes back is an answer or a refusal in words of our own. */
import { GraphQLClient } from 'graphql-request';
import { clientError, SammenClientError } from './errors.js';
import { readFailure, type WireError } from './failure.js';
import { limitBody } from './limitBody.js';

/** The `fetch` of browsers and Node, or one of your own. */
export type Fetch = (input: URL | string, init: RequestInit) => Promise<Response>;

/** A question, ready to be sent. */
export interface Sending {
  readonly url: string;
  readonly headers: Headers;
  readonly body: string;
  readonly isMutation: boolean;
  readonly mostBytes: number;
  readonly fetch: Fetch;
}

/** A GraphQL answer as it came. */
export interface WireAnswer {
  readonly data: unknown;
  readonly errors: readonly WireError[];
  readonly extensions: Readonly<Record<string, unknown>>;
  readonly requestId: string | null;
}

/** What came of an attempt. */
export type Outcome =
  | { readonly answer: WireAnswer }
  | {
      readonly error: SammenClientError;
      /** Whether another attempt may go better: nobody answered, or somebody said “not now”. */
      readonly passes: boolean;
      /** How long to wait at least, in milliseconds, if that was said. */
      readonly retryAfter: number;
    };

const PASSING_STATUSES = new Set([429, 502, 503, 504]);

/** Sends. Rejects only with what `signal` was aborted with. */
export async function sendOnce(sending: Sending, signal: AbortSignal): Promise<Outcome> {
  const { url, headers, body, isMutation, mostBytes } = sending;
  let arrived: Response | undefined;
  const client = new GraphQLClient(url, {
    errorPolicy: 'all',
    // It would read the document for the name of the operation, which is in the body already.
    excludeOperationName: true,
    requestMiddleware: (request) => ({ ...request, body }),
    async fetch(input, init) {
      arrived = await sending.fetch(input as URL, init as RequestInit);
      return limitBody(arrived, mostBytes);
    },
    // The token goes to this address and to no other, and no copy of an answer stays behind.
    credentials: 'omit',
    redirect: 'error',
    cache: 'no-store',
    referrerPolicy: 'no-referrer',
    headers,
    signal,
  });
  try {
    const { data, errors, extensions } = await client.rawRequest<unknown>('');
    const requestId = requestIdOf(arrived);
    if (typeof data !== 'object' || Array.isArray(data)) return refusal(errors, arrived!, isMutation);
    return {
      answer: {
        data,
        errors: (errors ?? []) as WireError[],
        extensions: { ...(extensions as object | undefined) },
        requestId,
      },
    };
  } catch (thrown) {
    signal.throwIfAborted();
    // What was thrown may quote the request; only what the gateway said of it is passed on.
    if (thrown instanceof SammenClientError) return { error: thrown, passes: false, retryAfter: 0 };
    // Nobody answered, or the connection broke within the answer; text that is no JSON throws something else.
    if (!arrived || (arrived.ok && (thrown as Error).name === 'TypeError')) {
      return { error: clientError('GATEWAY_UNREACHABLE', { isMutation }), passes: true, retryAfter: 0 };
    }
    return refusal((thrown as { response?: { errors?: unknown } }).response?.errors, arrived, isMutation);
  }
}

function refusal(errors: unknown, response: Response, isMutation: boolean): Outcome {
  const { status } = response;
  const requestId = requestIdOf(response);
  const [first, ...rest] = Array.isArray(errors) ? errors.map((one: WireError) => readFailure(one, isMutation)) : [];
  const error = first
    ? new SammenClientError([first, ...rest], status, requestId)
    : clientError(status === 200 ? 'ANSWER_UNREADABLE' : nothingSaid(status), { status, requestId, isMutation });
  return { error, passes: PASSING_STATUSES.has(status), retryAfter: retryAfterOf(response) };
}

/** A proxy in between says “not now” without a word of GraphQL. */
const nothingSaid = (status: number) => (PASSING_STATUSES.has(status) ? 'GATEWAY_UNREACHABLE' : 'ANSWER_UNREADABLE');

const requestIdOf = (response: Response | undefined): string | null => response?.headers.get('x-request-id') ?? null;

/** Seconds or a date, as HTTP has it; 0 when it is neither. */
function retryAfterOf({ headers }: Response): number {
  const said = headers.get('retry-after');
  if (said === null) return 0;
  const wait = /^\d+$/.test(said) ? Number(said) * 1_000 : Date.parse(said) - Date.now();
  return Number.isFinite(wait) ? Math.max(0, wait) : 0;
}
