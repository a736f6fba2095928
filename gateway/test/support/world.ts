/** A gateway in this process over real sockets, in front of the miniature graph. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Actor, Purpose } from '@sammen/consent';
import { createGateway, createLog, type GatewayBounds, type GatewayConfig } from '../../src/index.js';
import { compose } from './compose.js';
import { startGraph, type Graph } from './graph.js';
import { NO_SIGN_IN, OPEN, QUIET } from './installation.js';
import type { TestSubgraph } from './subgraph.js';
import { createIssuer, createServiceKeys, PSYCHIATRIST } from './people.js';

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly body: {
    readonly data?: any;
    readonly errors?: { message: string; path?: (string | number)[]; extensions: Record<string, any> }[];
    readonly extensions?: Record<string, any>;
  };
}

export interface AskOptions {
  readonly as?: Actor | null;
  readonly purpose?: string | null;
  /** The purposes that the token allows. */
  readonly purposes?: readonly Purpose[];
  readonly variables?: Record<string, unknown>;
  readonly operationName?: string;
  readonly headers?: Record<string, string>;
  readonly path?: string;
  /** Sent instead of the operation. */
  readonly body?: string;
}

export interface World {
  readonly graph: Graph;
  readonly address: string;
  readonly supergraphFile: string;
  /** The private key of a service. */
  keyFileOf(service: string): string;
  readonly log: string[];
  readonly config: GatewayConfig;
  /** Where its metrics are; undefined for nowhere. */
  metricsAddress(): string | undefined;
  ask(query: string, options?: AskOptions): Promise<Answer>;
  token(actor: Actor): Promise<string>;
  stopGateway(): Promise<void>;
  stop(): Promise<void>;
}

export async function startWorld(
  settings: Partial<GatewayConfig> = {},
  bounds: Partial<GatewayBounds> = {},
  more: readonly TestSubgraph[] = [],
): Promise<World> {
  const directory = mkdtempSync(join(tmpdir(), 'sammen-gateway-'));
  const graph = await startGraph();
  const subgraphs = [...graph.all, ...more];
  const supergraphFile = join(directory, 'supergraph.graphql');
  writeFileSync(supergraphFile, compose(subgraphs));
  const { oidc, issue } = createIssuer(directory);
  // 'ngo': a subgraph that joins later is known beforehand, as in production.
  const names = [...subgraphs.map(({ name }) => name), 'ngo'];
  const { serviceKeyFile, serviceJwksFile, keyFileOf } = createServiceKeys(directory, names);
  const config: GatewayConfig = {
    host: '127.0.0.1',
    port: 0,
    supergraphFile,
    subgraphUrls: {},
    subgraphTimeout: 2_000,
    subgraphTimeouts: {},
    subgraphConcurrency: 128,
    requestDeadline: 10_000,
    serviceKeyFile,
    serviceJwksFile,
    oidc,
    decisionPointUrl: graph.decisionPoint.url,
    corsOrigins: [],
    operationCacheMiB: 64,
    observability: QUIET,
    admission: OPEN,
    pages: NO_SIGN_IN,
    production: false,
    logLevel: 'trace',
    ...settings,
  };
  const log: string[] = [];
  const gateway = createGateway(config, createLog('trace', { write: (line) => void log.push(line) }), {
    watchInterval: 50,
    ...bounds,
  });
  const address = await gateway.start();
  let stopped: Promise<void> | null = null;
  const stopGateway = () => (stopped ??= gateway.stop());

  return {
    graph,
    address,
    supergraphFile,
    log,
    config,
    metricsAddress: () =>
      log
        .map((line) => JSON.parse(line) as { event: string; address?: string })
        .find(({ event }) => event === 'metrics')?.address,
    keyFileOf,
    token: (actor) => issue(actor),
    async ask(query, options = {}) {
      const {
        as = PSYCHIATRIST,
        purpose = 'TREATMENT',
        purposes,
        variables,
        operationName,
        headers,
        path = '/graphql',
      } = options;
      const response = await fetch(address + path, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          ...(as ? { authorization: `Bearer ${await issue(as, purposes ? { purposes } : {})}` } : {}),
          ...(purpose ? { 'x-sammen-purpose': purpose } : {}),
          ...headers,
        },
        body: options.body ?? JSON.stringify({ query, variables, operationName }),
      });
      const text = await response.text();
      return { status: response.status, headers: response.headers, text, body: JSON.parse(text) };
    },
    stopGateway,
    async stop() {
      await stopGateway();
      await graph.stop();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

/** The extensions of an answer that holds everything that was asked for. */
export const NOTHING_WITHHELD = { consent: { withheld: [] } };
