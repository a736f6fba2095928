/** The connections to all subgraphs, by address: kept across schema swaps, closed when nothing uses them any more. */
import type { ServiceSigner } from '@sammen/identity';
import type { GraphQLSchema } from 'graphql';
import type { Log } from '../logging.js';
import { createCarryFetch, type CarryFetch } from './carryFetch.js';
import { createSubgraphClient, type SubgraphClient, type SubgraphLimits } from './subgraphClient.js';

/** A subgraph that the gateway may talk to (INVARIANT I-14: no other address is ever dialled). */
export interface SubgraphAddress {
  readonly name: string;
  /** Its GraphQL endpoint. */
  readonly url: string;
}

/** Clients of all subgraphs. */
export interface Subgraphs {
  /** Carries fetches to the subgraphs of the supergraph `schema`. */
  carryFetch(subgraphs: readonly SubgraphAddress[], schema: GraphQLSchema): CarryFetch;
  /** Whether each one says that it is ready. Asked at most once a second, however often it is called. */
  readiness(subgraphs: readonly SubgraphAddress[]): Promise<Readonly<Record<string, 'UP' | 'DOWN'>>>;
  /** Closes connections to every address that is not in the list. */
  keepOnly(subgraphs: readonly SubgraphAddress[]): void;
  stop(): Promise<void>;
}

const READINESS_LIFETIME = 1_000;

/** Opens no connection before the first call. */
export function createSubgraphs(limits: SubgraphLimits, signer: ServiceSigner, log: Log): Subgraphs {
  const clients = new Map<string, SubgraphClient>();
  const probes = new Map<string, { readonly at: number; readonly ready: Promise<boolean> }>();

  function clientOf(url: string): SubgraphClient {
    const client = clients.get(url) ?? createSubgraphClient(url, limits);
    clients.set(url, client);
    return client;
  }

  function isReady(url: string): Promise<boolean> {
    const now = performance.now();
    const last = probes.get(url);
    if (last && now - last.at < READINESS_LIFETIME) return last.ready;
    const ready = clientOf(url).isReady();
    probes.set(url, { at: now, ready });
    return ready;
  }

  return {
    carryFetch(subgraphs, schema) {
      const urls = new Map(subgraphs.map(({ name, url }) => [name, url]));
      return createCarryFetch({ clientOf: (source) => clientOf(urls.get(source)!), signer, schema, log });
    },
    async readiness(subgraphs) {
      const states = subgraphs.map(async ({ name, url }) => [name, (await isReady(url)) ? 'UP' : 'DOWN'] as const);
      return Object.fromEntries(await Promise.all(states));
    },
    keepOnly(subgraphs) {
      const kept = new Set(subgraphs.map(({ url }) => url));
      for (const [url, client] of clients) {
        if (kept.has(url)) continue;
        clients.delete(url);
        probes.delete(url);
        void client.close();
      }
    },
    async stop() {
      await Promise.all([...clients.values()].map((client) => client.close()));
      clients.clear();
    },
  };
}
