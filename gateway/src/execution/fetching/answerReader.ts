/**
 * Reads one answer as it comes in: within its time, within its size, and only as long as somebody waits for it. It has
 * no opinion on content beyond its being JSON.
 *
 * It takes undici's older callbacks, which hand over raw headers: two of them are looked at, none is copied. What a call
 * costs, beside other ways to make one, stands in docs/performance.md.
 */
import type { Dispatcher } from 'undici';
import type { Ending, RequestLife, Running } from './requestLife.js';
import { SubgraphUnavailable, type SubgraphFault } from './subgraphUnavailable.js';

/** Bounds of one call. */
export interface AnswerBounds {
  /** Milliseconds from sending to the last byte. */
  readonly timeout: number;
  /** Bytes of one answer. */
  readonly maxAnswerBytes: number;
}

/** Whom the answer is for. */
export interface AskedFor {
  readonly life: RequestLife;
  /** What was sent is not called back, even when the client leaves. */
  readonly isMutation: boolean;
}

const JSON_TYPE = /^application\/([\w.-]+\+)?json\b/i;
/** Where a connection failed and what was asked had perhaps not even arrived. */
const BROKEN_CONNECTION = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'UND_ERR_SOCKET']);

/** Give it to `dispatch`; `resolve` gets the JSON, `reject` a {@link SubgraphUnavailable}. */
export class AnswerReader implements Dispatcher.DispatchHandler, Running {
  #abort: (() => void) | null = null;
  #settled = false;
  #begun = false;
  #size = 0;
  #first: Buffer | null = null;
  #chunks: Buffer[] | null = null;
  readonly #timer: NodeJS.Timeout;

  constructor(
    readonly bounds: AnswerBounds,
    readonly asked: AskedFor,
    readonly resolve: (json: unknown) => void,
    readonly reject: (error: SubgraphUnavailable) => void,
  ) {
    // The same time for all calls to a source: their timers share a list, which makes them cheap.
    this.#timer = setTimeout(onTimeout, bounds.timeout, this);
    asked.life.hold(this);
  }

  /** Called again, undici would send again: with a signature that counts only once, and a change perhaps twice. */
  onConnect(abort: () => void): void {
    const isAgain = this.#abort !== null;
    this.#abort = abort;
    if (isAgain && this.#settle()) this.reject(new SubgraphUnavailable('DOWN', 'connection closed', !this.#begun));
    if (this.#settled) abort();
  }

  onResponseStarted(): void {
    this.#begun = true;
  }

  onHeaders(status: number, headers: readonly Buffer[]): boolean {
    if (this.#settled || status < 200) return true;
    // A refusal (4xx) can carry a GraphQL error worth reading; a failure (5xx) or a redirect cannot.
    if (status !== 200 && !(status >= 400 && status < 500)) this.fail('STATUS', String(status));
    else if (!JSON_TYPE.test(headerOf(headers, 'content-type'))) {
      if (status === 200) this.fail('NONSENSE', 'no JSON');
      else this.fail('STATUS', String(status));
    } else if (!/^(identity)?$/i.test(headerOf(headers, 'content-encoding'))) this.fail('NONSENSE', 'encoded');
    return true;
  }

  onData(chunk: Buffer): boolean {
    if (this.#settled) return true;
    this.#size += chunk.length;
    if (this.#size > this.bounds.maxAnswerBytes) {
      this.fail('TOO_LARGE', `more than ${this.bounds.maxAnswerBytes} bytes`);
    } else if (this.#first === null) this.#first = chunk;
    else (this.#chunks ??= [this.#first]).push(chunk);
    return true;
  }

  onComplete(): void {
    if (!this.#settle()) return;
    const bytes = this.#chunks ? Buffer.concat(this.#chunks, this.#size) : this.#first;
    let json: unknown;
    try {
      json = JSON.parse(bytes === null ? '' : bytes.toString('utf8'));
    } catch {
      return this.reject(new SubgraphUnavailable('NONSENSE', 'broken JSON'));
    }
    this.resolve(json);
  }

  onError(error: Error): void {
    if (!this.#settle()) return;
    const code = codeOf(error);
    this.reject(new SubgraphUnavailable('DOWN', code, !this.#begun && BROKEN_CONNECTION.has(code)));
  }

  onRequestEnd(why: Ending): void {
    if (why === 'LATE') this.fail('LATE', 'the time of the request was up');
    else if (!this.asked.isMutation || this.#abort === null) this.fail('GONE', 'the client has left');
  }

  /** Gives the call up, whatever comes after. */
  fail(fault: SubgraphFault, detail: string): void {
    if (!this.#settle()) return;
    this.reject(new SubgraphUnavailable(fault, detail));
    this.#abort?.();
  }

  #settle(): boolean {
    if (this.#settled) return false;
    this.#settled = true;
    clearTimeout(this.#timer);
    this.asked.life.release(this);
    return true;
  }
}

function onTimeout(reader: AnswerReader): void {
  reader.fail('SLOW', `${reader.bounds.timeout} ms`);
}

/** The value of a header in undici's flat list of names and values; empty for none. */
function headerOf(headers: readonly Buffer[], name: string): string {
  for (let at = 0; at < headers.length; at += 2) {
    const found = headers[at]!;
    if (found.length === name.length && found.toString('latin1').toLowerCase() === name)
      return headers[at + 1]!.toString('latin1');
  }
  return '';
}

function codeOf(error: unknown): string {
  const { code, name } = error as { code?: unknown; name?: unknown };
  return typeof code === 'string' ? code : typeof name === 'string' ? name : 'unknown';
}
