/** Something that listens where a gateway would, and answers what a test tells it to, one request after the other. */
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What arrived. */
export interface Arrived {
  readonly headers: IncomingHttpHeaders;
  readonly body: any;
  readonly at: number;
}

/** How one request is answered: with a status, headers and a body; or by hand. */
export type Reply =
  | { readonly status?: number; readonly headers?: Record<string, string>; readonly body: unknown }
  | ((response: ServerResponse) => void);

/** A listener. */
export interface Listener {
  readonly url: string;
  readonly arrived: Arrived[];
  /** The replies to come; the last one is given again and again. */
  reply(...replies: Reply[]): void;
  stop(): Promise<void>;
}

/** Starts one on a free port. */
export async function startListener(): Promise<Listener> {
  const arrived: Arrived[] = [];
  let replies: Reply[] = [];
  const server = createServer((request, response) => {
    let text = '';
    request.on('data', (chunk: Buffer) => (text += chunk));
    request.on('end', () => {
      arrived.push({ headers: request.headers, body: JSON.parse(text), at: Date.now() });
      const reply = replies.length > 1 ? replies.shift()! : replies[0]!;
      if (typeof reply === 'function') return reply(response);
      const type = typeof reply.body === 'string' ? 'text/html' : 'application/graphql-response+json; charset=utf-8';
      response.writeHead(reply.status ?? 200, { 'content-type': type, 'x-request-id': 'r-1', ...reply.headers });
      response.end(typeof reply.body === 'string' ? reply.body : JSON.stringify(reply.body));
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`,
    arrived,
    reply(...next) {
      replies = next;
      arrived.length = 0;
    },
    stop: () =>
      new Promise<void>((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

/** Cuts the connection without an answer. */
export const hangUp: Reply = (response) => void response.destroy();

/** Never answers. */
export const silence: Reply = () => undefined;

/** A refusal as the gateway words it. */
export const refuse = (status: number, code: string, more: object = {}): Extract<Reply, object> => ({
  status,
  body: { errors: [{ message: `Words for ${code}.`, extensions: { code, next: `Do this about ${code}.`, ...more } }] },
});
