/** A question to the graph over HTTP. Always ends: with an answer, at its deadline, or when somebody gives it up. */
import type { Answer, Body } from './answer.js';
import { readBounded } from './readBounded.js';

/** What is asked. */
export interface Question {
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>>;
  readonly operationName?: string;
  readonly purpose: string | null;
  /** Whether to be told how it was carried out. */
  readonly isExplained?: boolean;
}

/** How it is asked. */
export interface AskOptions {
  readonly url: string;
  readonly accessToken: () => Promise<string>;
  /** Gives the question up. */
  readonly signal: AbortSignal;
  /** Milliseconds. */
  readonly deadline: number;
  readonly onProgress?: (bytes: number) => void;
}

/** What is parsed and shown, and what is kept at all. */
const SHOWN_BYTES = 8 * 1024 * 1024;
const KEPT_BYTES = 256 * 1024 * 1024;

/** Asks; never rejects. */
export async function askGraph(question: Question, options: AskOptions): Promise<Answer> {
  const began = performance.now();
  const slow = AbortSignal.timeout(options.deadline);
  const passed = () => performance.now() - began;
  try {
    const response = await send(question, options, AbortSignal.any([options.signal, slow]));
    if (response.status === 401) return { kind: 'EXPIRED' };
    const { chunks, bytes, isCut } = await readBounded(response.body, KEPT_BYTES, options.onProgress ?? (() => {}));
    if (isCut) return { kind: 'TOO_LARGE', bytes };
    const blob = new Blob([...chunks], { type: 'application/json' });
    if (bytes > SHOWN_BYTES) return { kind: 'LARGE', blob, bytes, ms: passed() };
    const body = bodyIn(await blob.text());
    if (body === undefined) return { kind: 'NOT_UNDERSTOOD', status: response.status };
    return { kind: 'ANSWERED', status: response.status, body, bytes, ms: passed() };
  } catch (error) {
    if (options.signal.aborted) return { kind: 'CANCELLED', ms: passed() };
    if (slow.aborted) return { kind: 'TOO_SLOW', ms: passed() };
    return (error as Error).name === 'SessionEnded' ? { kind: 'EXPIRED' } : { kind: 'UNREACHABLE' };
  }
}

async function send(question: Question, { url, accessToken }: AskOptions, signal: AbortSignal): Promise<Response> {
  const { purpose, isExplained, ...body } = question;
  return fetch(url, {
    method: 'POST',
    headers: {
      accept: 'application/graphql-response+json, application/json',
      'content-type': 'application/json',
      authorization: `Bearer ${await accessToken()}`,
      ...(purpose === null ? {} : { 'x-sammen-purpose': purpose }),
      ...(isExplained ? { 'x-sammen-explain': '1' } : {}),
    },
    body: JSON.stringify(body),
    signal,
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
  });
}

/** An answer of GraphQL; undefined for anything else, such as a proxy's page. */
function bodyIn(text: string): Body | undefined {
  try {
    const value: unknown = JSON.parse(text);
    const isAnswer = typeof value === 'object' && value !== null && ('data' in value || 'errors' in value);
    return isAnswer ? (value as Body) : undefined;
  } catch {
    return undefined;
  }
}
