/**
 * The connections to one source, kept alive. Where it offers HTTP/2 over TLS, calls share one; over HTTP/1.1 a connection
 * carries one call at a time: pipelined, one answer would wait for another, and when a connection breaks, what was behind
 * the first would be sent again with a signature that counts only once.
 */
import { buildConnector, Pool, type Client } from 'undici';

/** How the connections are made. */
export interface ConnectionOptions {
  /** At most this many. */
  readonly most: number;
  /** Milliseconds until one has to stand. */
  readonly connectTimeout: number;
  /** Certificates to trust besides the system's, as PEM. */
  readonly authorities?: string;
}

/** Calls at once on one connection of HTTP/2. */
const STREAMS = 100;
const KEEP_ALIVE = 30_000;

/** Opens none before the first call. */
export function createConnections(origin: string, { most, connectTimeout, authorities }: ConnectionOptions): Pool {
  const overTls = origin.startsWith('https:');
  const connect = buildConnector({
    timeout: connectTimeout,
    allowH2: overTls,
    ...(authorities === undefined ? {} : { ca: authorities }),
  });
  let multiplexes = false;
  const pool = new Pool(origin, {
    connections: most,
    keepAliveTimeout: KEEP_ALIVE,
    // Who reads the answer has a clock for the whole of it.
    headersTimeout: 0,
    bodyTimeout: 0,
    pipelining: 1,
    allowH2: overTls,
    connect: (options, done) =>
      connect(options, (...result) => {
        const socket = result[1] as { readonly alpnProtocol?: unknown } | null | undefined;
        multiplexes = socket?.alpnProtocol === 'h2';
        done(...result);
      }),
  });
  pool.on('connect', (_origin, targets) => {
    if (multiplexes) (targets.at(-1) as Client).pipelining = STREAMS;
  });
  return pool;
}
