/** A small real subgraph over HTTP: federated schema, the contract's extensions, and a switch for every way to fail. */
import { buildSubgraphSchema } from '@apollo/subgraph';
import { graphql, parse, responsePathAsArray, type GraphQLResolveInfo } from 'graphql';
import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';

type Resolvers = Parameters<typeof buildSubgraphSchema>[0] extends infer Module
  ? Module extends { resolvers?: infer R }
    ? R
    : never
  : never;

/** What a request to the subgraph looked like. */
export interface Received {
  readonly headers: IncomingHttpHeaders;
  /** The body as it travelled. */
  readonly text: string;
  readonly body: {
    readonly query: string;
    readonly variables?: Record<string, unknown>;
    readonly extensions?: { readonly grants?: string[]; readonly categories?: string };
  };
}

/** What resolvers of a test get. */
export interface TestContext {
  readonly received: Received;
  /** Withholds the field at hand, as the kit does. */
  withhold(info: GraphQLResolveInfo, category: string, state?: string, nextStep?: string): null;
  readonly withheld: Record<string, unknown>[];
  readonly newGrants: string[];
}

/** Answers instead of the schema when it returns true. */
export type Misbehaviour = (request: IncomingMessage, response: ServerResponse, body: string) => boolean | void;

export interface TestSubgraph {
  readonly name: string;
  readonly typeDefs: string;
  readonly url: string;
  readonly received: Received[];
  misbehave(how: Misbehaviour | null): void;
  /** Changes an answer before it is sent. */
  amend(how: ((answer: Record<string, unknown>) => unknown) | null): void;
  stop(): Promise<void>;
  /** Listens again, on the same port. */
  restart(): Promise<void>;
}

/** `ask`: what it gets from the decision point for a request that brought no grant. */
export async function startSubgraph(
  name: string,
  typeDefs: string,
  resolvers: unknown,
  ask?: (received: Received) => string,
): Promise<TestSubgraph> {
  const schema = buildSubgraphSchema({ typeDefs: parse(typeDefs), resolvers: resolvers as Resolvers });
  const received: Received[] = [];
  let misbehaviour: Misbehaviour | null = null;
  let amendment: ((answer: Record<string, unknown>) => unknown) | null = null;

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    let text = '';
    for await (const chunk of request) text += chunk;
    if (request.url === '/health/ready') return void response.writeHead(200).end('{}');
    const body = JSON.parse(text) as Received['body'];
    received.push({ headers: request.headers, text, body });
    if (misbehaviour?.(request, response, text)) return;
    const context: TestContext = {
      received: received.at(-1)!,
      withheld: [],
      newGrants: [],
      withhold(info, category, state = 'NO_ACCESS', nextStep = 'ASK_CITIZEN') {
        const coordinate = `${info.parentType.name}.${info.fieldName}`;
        context.withheld.push({ path: responsePathAsArray(info.path), coordinate, category, state, nextStep });
        return null;
      },
    };
    const { query: source, variables: variableValues } = body;
    const result = await graphql({ schema, source, variableValues, contextValue: context });
    const mayAsk = context.newGrants.length === 0 && body.extensions?.grants?.length === 0;
    if (ask && mayAsk && context.received.headers['x-sammen-purpose']) context.newGrants.push(ask(context.received));
    const extensions = {
      ...(context.withheld.length > 0 ? { consent: { withheld: context.withheld } } : {}),
      ...(context.newGrants.length > 0 ? { grants: context.newGrants } : {}),
    };
    const plain = JSON.parse(JSON.stringify({ ...result, extensions })) as Record<string, unknown>;
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(JSON.stringify(amendment ? amendment(plain) : plain));
  }

  let server: Server;
  let port = 0;
  async function listen(): Promise<void> {
    server = createServer((request, response) => void answer(request, response));
    await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
    ({ port } = server.address() as AddressInfo);
  }
  await listen();

  return {
    name,
    typeDefs,
    url: `http://127.0.0.1:${port}/graphql`,
    received,
    misbehave: (how) => void (misbehaviour = how),
    amend: (how) => void (amendment = how),
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
    restart: listen,
  };
}
