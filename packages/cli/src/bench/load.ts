/** Asks one question after the other for a bounded time, from as many clients as wanted; a failed answer ends the bench. */
import { setTimeout } from 'node:timers/promises';
import { cliError } from '../errors.js';

/** One question over HTTP. */
export interface Request {
  readonly authorization: string;
  /** Null for who has none. */
  readonly purpose: string | null;
  readonly body: string;
}

/** An answer. */
export interface Answer {
  readonly requestId: string;
  readonly bytes: number;
  readonly milliseconds: number;
}

/** How to ask. */
export interface LoadOptions {
  /** The GraphQL endpoint. */
  readonly url: string;
  /** Asked in turn. */
  readonly requests: readonly Request[];
  readonly clients: number;
  readonly milliseconds: number;
  readonly signal: AbortSignal;
}

/** What came of it. */
export interface LoadResult {
  /** Of each request, in milliseconds. */
  readonly latencies: readonly number[];
  readonly perSecond: number;
  /** Of an answer, on average. */
  readonly bytes: number;
}

const PATIENCE = 30_000;

function post(url: string, { authorization, purpose, body }: Request): Promise<Response> {
  return fetch(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      authorization,
      ...(purpose === null ? {} : { 'x-sammen-purpose': purpose }),
    },
    body,
    signal: AbortSignal.timeout(PATIENCE),
  });
}

/** Asks once. @throws BENCH_FAILED for anything but data without errors */
export async function askOnce(url: string, request: Request): Promise<Answer> {
  const started = performance.now();
  const response = await post(url, request);
  const text = await response.text();
  const milliseconds = performance.now() - started;
  // Looked for, not parsed: the servers need the processor.
  if (response.status !== 200 || text.includes('"errors":[')) {
    const code = /"code":"([A-Z_]+)"/.exec(text)?.[1] ?? `status ${response.status}`;
    throw cliError('BENCH_FAILED', { message: `A request was answered with ${code}.` });
  }
  return { requestId: response.headers.get('x-request-id') ?? '', bytes: text.length, milliseconds };
}

/** Asks once and reads the whole answer. @throws BENCH_FAILED for another status than 200 */
export async function jsonOf(url: string, request: Request): Promise<unknown> {
  const response = await post(url, request);
  if (response.status === 200) return response.json();
  throw cliError('BENCH_FAILED', { message: `A request was answered with status ${response.status}.` });
}

/** Asks once and reads the data. @throws BENCH_FAILED for anything but data without errors */
export async function dataOf(url: string, request: Request): Promise<unknown> {
  const { data, errors } = (await jsonOf(url, request)) as { data?: unknown; errors?: unknown };
  if (data && errors === undefined) return data;
  const codes = [...JSON.stringify(errors ?? []).matchAll(/"code":"([A-Z_]+)"/g)].map(([, code]) => code);
  throw cliError('BENCH_FAILED', { message: `A request was answered with ${codes.join(', ') || 'no data'}.` });
}

/** Runs the load. @throws BENCH_FAILED, STOPPED */
export async function runLoad({ url, requests, clients, milliseconds, signal }: LoadOptions): Promise<LoadResult> {
  const latencies: number[] = [];
  const started = performance.now();
  let next = 0;
  let read = 0;
  const client = async (): Promise<void> => {
    while (performance.now() - started < milliseconds) {
      if (signal.aborted) throw cliError('STOPPED');
      const request = requests[next++ % requests.length]!;
      const answer = await askOnce(url, request);
      latencies.push(answer.milliseconds);
      read += answer.bytes;
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
  const seconds = (performance.now() - started) / 1000;
  return { latencies, perSecond: latencies.length / seconds, bytes: Math.round(read / latencies.length) };
}

/** A pause in which garbage is collected and checkpoints are written, so that one measurement does not pay for another. */
export const rest = (): Promise<void> => setTimeout(100);
