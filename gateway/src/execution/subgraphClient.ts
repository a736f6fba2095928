/** One subgraph over HTTP: a pool of kept-alive connections, a deadline, a bound on what is read. It has no opinion on content. */
import { Pool, type Dispatcher } from 'undici';

/** Bounds of one call. */
export interface SubgraphLimits {
  /** Milliseconds from sending to the last byte. */
  readonly timeout: number;
  /** Bytes of one answer. */
  readonly maxAnswerBytes: number;
}

/** How a call failed; `DOWN`: no connection, or it broke; `SLOW`: past the deadline; `REFUSED`: our signature did not count. */
export type SubgraphFault = 'DOWN' | 'SLOW' | 'STATUS' | 'NONSENSE' | 'TOO_LARGE' | 'REFUSED';

/** A call without a usable answer. Its detail is for the log: an error code of the system or an HTTP status. */
export class SubgraphUnavailable extends Error {
  constructor(
    readonly fault: SubgraphFault,
    readonly detail: string,
  ) {
    super(fault);
  }
}

/** Calls one subgraph. */
export interface SubgraphClient {
  /** Path of the endpoint with its query, as in the request line. */
  readonly path: string;
  /** Posts a GraphQL request; rejects with {@link SubgraphUnavailable} for everything but a JSON answer. */
  post(body: string, headers: Readonly<Record<string, string>>): Promise<unknown>;
  /** Whether the subgraph says that it is ready, within a second. */
  isReady(): Promise<boolean>;
  /** Lets running calls end, then closes the connections. */
  close(): Promise<void>;
}

const READY_TIMEOUT = 1_000;
const CONNECTIONS = 64;

/** A client for the GraphQL endpoint at `address`; its health stands beside it, as `health/ready`. */
export function createSubgraphClient(address: string, limits: SubgraphLimits): SubgraphClient {
  const url = new URL(address);
  const pool = new Pool(url.origin, { connections: CONNECTIONS, keepAliveTimeout: 30_000, pipelining: 1 });
  const path = url.pathname + url.search;
  const readyPath = new URL('health/ready', url).pathname;

  return {
    path,
    async post(body, headers) {
      const abort = new AbortController();
      const timer = setTimeout(() => abort.abort(), limits.timeout);
      try {
        const answer = await pool.request({ method: 'POST', path, headers, body, signal: abort.signal });
        return await readJson(answer, limits.maxAnswerBytes);
      } catch (error) {
        if (error instanceof SubgraphUnavailable) throw error;
        if (abort.signal.aborted) throw new SubgraphUnavailable('SLOW', `${limits.timeout} ms`);
        throw new SubgraphUnavailable('DOWN', codeOf(error));
      } finally {
        clearTimeout(timer);
      }
    },
    async isReady() {
      try {
        const signal = AbortSignal.timeout(READY_TIMEOUT);
        const { statusCode, body } = await pool.request({ method: 'GET', path: readyPath, signal });
        await body.dump();
        return statusCode === 200;
      } catch {
        return false;
      }
    },
    close: () => pool.close(),
  };
}

/** A refusal (4xx) can carry a GraphQL error worth reading; a failure (5xx) or a redirect cannot. */
async function readJson({ statusCode, headers, body }: Dispatcher.ResponseData, maxBytes: number): Promise<unknown> {
  const readable = statusCode === 200 || (statusCode >= 400 && statusCode < 500);
  const isJson = /^application\/([\w.-]+\+)?json\b/i.test(String(headers['content-type'] ?? ''));
  if (!readable || !isJson) {
    discard(body);
    throw readable && statusCode === 200
      ? new SubgraphUnavailable('NONSENSE', 'no JSON')
      : new SubgraphUnavailable('STATUS', String(statusCode));
  }
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of body as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > maxBytes) throw new SubgraphUnavailable('TOO_LARGE', `more than ${maxBytes} bytes`);
    chunks.push(chunk);
  }
  try {
    return JSON.parse(Buffer.concat(chunks).toString('utf8'));
  } catch {
    throw new SubgraphUnavailable('NONSENSE', 'broken JSON');
  }
}

/** Ends a response that nobody reads, so that its connection is not held. */
function discard(body: Dispatcher.ResponseData['body']): void {
  body.on('error', () => undefined).destroy();
}

function codeOf(error: unknown): string {
  const { code, name } = error as { code?: unknown; name?: unknown };
  return typeof code === 'string' ? code : typeof name === 'string' ? name : 'unknown';
}
