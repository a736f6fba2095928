/**
 * A gateway of one's own in front of the running system, with one subgraph behind a stand-in that answers as a test
 * wants: what the real one would give to somebody else, with grants left out, added, forged or of another request.
 */
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { GraphqlAnswer } from './system.js';
import type { Attacker, Somebody } from './attacker.js';
import { createGatewayBeside } from './gatewayBeside.js';

/** What the gateway asked. */
export interface Asked {
  readonly query: string;
  readonly variables: Record<string, any>;
  readonly extensions?: { readonly grants?: readonly string[] };
}

/** The body of a subgraph's answer. */
export type Answered = GraphqlAnswer['body'];

/** Makes the answer; `honest` is what the real subgraph would say to exactly these bytes. */
export type Lie = (asked: Asked, honest: () => Promise<Answered>, headers: Record<string, string>) => Promise<Answered>;

export interface LyingSystem {
  /** Until the next lie; null answers honestly. */
  lie(how: Lie | null): void;
  /** Everything that the stand-in was asked since the last lie. */
  readonly asked: readonly Asked[];
  ask(who: Somebody, query: string, variables?: Record<string, unknown>): Promise<GraphqlAnswer & { text: string }>;
  /** What the gateway's log says of an event. */
  logged(event: string): Record<string, any>[];
  /** Everything that the gateway logged. */
  log(): string;
  stop(): Promise<void>;
}

/** Starts a stand-in for a subgraph and a gateway that believes it is the subgraph. */
export async function startLyingSystem({ system }: Attacker, subgraph: string): Promise<LyingSystem> {
  let lie: Lie | null = null;
  const asked: Asked[] = [];
  const lines: string[] = [];
  const real = system.urls[subgraph]!;

  async function answer(request: IncomingMessage): Promise<string> {
    let bytes = '';
    for await (const chunk of request) bytes += chunk;
    const { host: _host, connection: _connection, 'content-length': _length, ...rest } = request.headers;
    const headers = rest as Record<string, string>;
    const honest = async () =>
      (await fetch(real, { method: 'POST', headers, body: bytes })).json() as Promise<Answered>;
    const body = JSON.parse(bytes) as Asked;
    asked.push(body);
    return JSON.stringify(lie === null ? await honest() : await lie(body, honest, headers));
  }
  const server = createServer((request, response) => {
    answer(request).then(
      (text) => response.writeHead(200, { 'content-type': 'application/json' }).end(text),
      () => response.writeHead(500).end(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const standIn = `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`;
  const gateway = createGatewayBeside(
    system,
    { subgraphUrls: { ...system.urls, [subgraph]: standIn }, logLevel: 'info' },
    (line) => void lines.push(line),
  );
  const address = await gateway.start();

  return {
    asked,
    lie(how) {
      lie = how;
      asked.length = 0;
      lines.length = 0;
    },
    async ask({ actor, purpose }, query, variables = {}) {
      const response = await fetch(`${address}/graphql`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          authorization: `Bearer ${await system.issuer().issue(actor)}`,
          ...(purpose === null ? {} : { 'x-sammen-purpose': purpose }),
        },
        body: JSON.stringify({ query, variables }),
      });
      const text = await response.text();
      return { status: response.status, headers: response.headers, body: JSON.parse(text), text };
    },
    logged: (event) => lines.map((line) => JSON.parse(line)).filter((line) => line.event === event),
    log: () => lines.join(''),
    async stop() {
      await gateway.stop();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Answers with what the real subgraph gives to somebody else, and nothing of why. */
export function asToldTo({ ask }: Attacker, subgraph: string, who: Somebody, grants: readonly string[] = []): Lie {
  return async ({ query, variables }) => {
    const { body } = await ask(subgraph, who, query, variables);
    return { data: body.data!, extensions: { grants } };
  };
}
