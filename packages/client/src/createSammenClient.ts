/** The client of a front end: one function that asks, with a deadline, and with partial data as the normal case. */
import type { Answer } from './answer.js';
import { type AnyDocument, readDocument, type TypedDocument } from './document.js';
import { documentHash } from './documentHash.js';
import { clientError } from './errors.js';
import { readAnswer } from './readAnswer.js';
import type { Fetch } from './sendOnce.js';
import { sendWithRetries, untilAborted } from './sendWithRetries.js';
import type { Purpose } from './vocabulary.js';

/** What a client is made of. */
export interface SammenClientOptions {
  /** The gateway's GraphQL endpoint; in a browser it may be relative to the page. */
  readonly url: string;
  /** An access token, or what gives one whenever it is needed; what that rejects with reaches the caller as it is. */
  readonly token: string | (() => Promise<string>);
  /** What the data is asked for; null for a role that has one purpose only, or none. */
  readonly purpose: Purpose | null;
  /** Milliseconds for a whole question, its token and all its attempts. Default 30,000. */
  readonly deadline?: number;
  /** How often a query is sent again at most; a mutation never is. Default 2. */
  readonly retries?: number;
  /** `hash` sends the SHA-256 of the document in its place, for a gateway with a list of documents. Default `text`. */
  readonly documents?: 'text' | 'hash';
  /** The largest answer that is taken, in bytes. Default 32 MiB. */
  readonly mostBytes?: number;
  readonly fetch?: Fetch;
}

/** What one question may say besides. */
export interface AskOptions {
  /** Which operation of a document with several. */
  readonly operationName?: string;
  /** Gives the question up; `ask` then rejects with the signal's reason. */
  readonly signal?: AbortSignal;
  /** In place of the client's. */
  readonly deadline?: number;
  /** In place of the client's. */
  readonly purpose?: Purpose | null;
  /** Asks how the gateway went about it, for roles that may know. */
  readonly explain?: boolean;
}

/** A client. */
export interface SammenClient {
  /**
   * Asks. Resolves with data, with what is withheld and with what failed, whenever the gateway answered the question.
   * Rejects with a SammenClientError when there is no answer: refused, unreachable, too late.
   */
  ask<Data = Record<string, unknown>>(
    document: string,
    variables?: Readonly<Record<string, unknown>>,
    options?: AskOptions,
  ): Promise<Answer<Data>>;
  /** A document that needs no variables. */
  ask<Data>(
    document: TypedDocument<Data, Record<string, never>>,
    variables?: Record<string, never>,
    options?: AskOptions,
  ): Promise<Answer<Data>>;
  // The last one, because the compiler explains that one when nothing fits.
  ask<Data, Variables>(
    document: TypedDocument<Data, Variables>,
    variables: Variables,
    options?: AskOptions,
  ): Promise<Answer<Data>>;
}

const DEADLINE = 30_000;
const RETRIES = 2;
const MOST_BYTES = 32 * 1024 * 1024;

/** Makes a client. Sends nothing by itself. Throws CLIENT_SETTING_INVALID. */
export function createSammenClient(options: SammenClientOptions): SammenClient {
  const { token, deadline = DEADLINE, retries = RETRIES, documents = 'text', mostBytes = MOST_BYTES } = options;
  const url = absolute(options.url);
  const send: Fetch = options.fetch ?? ((input, init) => globalThis.fetch(input, init));

  async function ask(
    asked: AnyDocument,
    variables?: Readonly<Record<string, unknown>>,
    { operationName, signal: stop, purpose = options.purpose, explain = false, ...more }: AskOptions = {},
  ): Promise<Answer> {
    const document = readDocument(asked);
    const kind = document.kindOf(operationName);
    // A document that nobody can read here is treated as carefully as a mutation.
    const isMutation = kind !== 'query';
    const time = more.deadline ?? deadline;
    const late = new AbortController();
    const timer = setTimeout(() => late.abort(clientError('DEADLINE_REACHED', { isMutation })), time);
    const signal = stop ? AbortSignal.any([late.signal, stop]) : late.signal;
    try {
      const patience = { retries, mayRepeat: kind === 'query', until: Date.now() + time };
      const name =
        documents === 'hash' ? { documentId: `sha256:${await documentHash(document)}` } : { query: document.text };
      const accessToken = typeof token === 'string' ? token : await untilAborted(token(), signal);
      const headers = headersOf(accessToken, purpose, explain);
      const body = JSON.stringify({ ...name, variables, operationName });
      const sending = { url, headers, body, isMutation, mostBytes, fetch: send };
      return readAnswer(await sendWithRetries(sending, patience, signal), isMutation);
    } finally {
      clearTimeout(timer);
    }
  }
  return { ask: ask as SammenClient['ask'] };
}

function headersOf(token: string, purpose: Purpose | null, explain: boolean): Headers {
  try {
    return new Headers({
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      ...(purpose === null ? {} : { 'x-sammen-purpose': purpose }),
      ...(explain ? { 'x-sammen-explain': '1' } : {}),
    });
  } catch {
    // What was thrown quotes the token.
    throw clientError('CLIENT_SETTING_INVALID', { message: 'The token or the purpose cannot stand in a header.' });
  }
}

function absolute(url: string): string {
  const page = (globalThis as { location?: { href?: string } }).location?.href;
  const resolved = URL.canParse(url, page) ? new URL(url, page) : null;
  if (!resolved || !/^https?:$/.test(resolved.protocol)) {
    throw clientError('CLIENT_SETTING_INVALID', {
      message: 'The url of the client is not an address by http or https.',
    });
  }
  return resolved.href;
}
