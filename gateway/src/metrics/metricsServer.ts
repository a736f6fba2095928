/**
 * `GET /metrics` on a port of its own, so that no reverse proxy in front of the gateway ever passes it on: on loopback
 * for whoever is on this machine, elsewhere for whoever has the token (docs/decisions/0022).
 */
import { createHash, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { gatewayError } from '../errors.js';
import type { Metrics } from './metrics.js';

/** Where metrics can be read. */
export interface MetricsServerOptions {
  readonly port: number;
  /** The gateway's own host; listened on only if there is a token. */
  readonly host: string;
  /** Null: nobody needs one, and nobody but this machine gets there. */
  readonly token: string | null;
}

/** A listener that can be started once. */
export interface MetricsServer {
  /** Resolves with the address. Rejects with PORT_TAKEN. */
  start(): Promise<string>;
  stop(): Promise<void>;
}

const LOOPBACK = '127.0.0.1';

/** Does not listen before `start`. */
export function createMetricsServer({ port, host, token }: MetricsServerOptions, metrics: Metrics): MetricsServer {
  const at = token === null ? LOOPBACK : host;

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    request.resume();
    if (request.url !== '/metrics') return say(response, 404);
    if (request.method !== 'GET') return say(response, 405, { allow: 'GET' });
    if (!mayRead(request, token)) return say(response, 401, { 'www-authenticate': 'Bearer' });
    const text = await metrics.text();
    response.writeHead(200, { 'content-type': metrics.contentType, 'cache-control': 'no-store' }).end(text);
  }

  const server = createServer({ requestTimeout: 5_000 }, (request, response) => {
    answer(request, response).catch(() => say(response, 500));
  });

  return {
    async start() {
      await new Promise<void>((resolve, reject) => {
        server.once('error', ({ code }: NodeJS.ErrnoException) => {
          const message = `The gateway cannot listen for readers of its metrics on ${at}:${port} (${code}).`;
          reject(gatewayError('PORT_TAKEN', { message }));
        });
        server.listen(port, at, resolve);
      });
      const address = server.address() as { readonly port: number };
      return `http://${at}:${address.port}/metrics`;
    },
    async stop() {
      if (!server.listening) return;
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}

/** Digests have one length, so that comparing them takes the same time whatever was sent. */
function mayRead({ headers }: IncomingMessage, token: string | null): boolean {
  if (token === null) return isFromHere(headers.host);
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(headers.authorization ?? ''), digest(`Bearer ${token}`));
}

/** A page in a browser on this machine can reach loopback by a name of its own; it cannot choose the header. */
function isFromHere(host: string | undefined): boolean {
  return host !== undefined && /^(127\.0\.0\.1|localhost)(:\d+)?$/i.test(host);
}

function say(response: ServerResponse, status: number, headers: Record<string, string> = {}): void {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8', ...headers }).end();
}
