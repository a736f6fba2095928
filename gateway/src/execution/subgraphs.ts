/** The connections to all subgraphs, by address: kept across schema swaps, closed when nothing uses them any more. */
import type { ServiceSigner } from '@sammen/identity';
import type { GraphQLSchema } from 'graphql';
import type { Log } from '../logging.js';
import type { CircuitState } from './fetching/circuit.js';
import { createCarryFetch, type CarryFetch } from './carryFetch.js';
import {
  createSubgraphClient,
  type SubgraphClient,
  type SubgraphLimits,
  type SubgraphState,
} from './subgraphClient.js';

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
  /** How each one is doing as seen from here, without asking it; for health and metrics. */
  states(subgraphs: readonly SubgraphAddress[]): Readonly<Record<string, SubgraphState>>;
  /** Just their circuits. */
  circuits(subgraphs: readonly SubgraphAddress[]): Readonly<Record<string, CircuitState>>;
  /** Closes connections to every address that is not in the list. */
  keepOnly(subgraphs: readonly SubgraphAddress[]): void;
  stop(): Promise<void>;
}

const READINESS_LIFETIME = 1_000;

/**
 * Opens no connection before the first call. `limitsOf`: the bounds of a subgraph, by its name. `mayBeMocked`: whether the
 * answer of something that only stands for a subgraph counts.
 */
export function createSubgraphs(
  limitsOf: (name: string) => SubgraphLimits,
  signer: ServiceSigner,
  log: Log,
  mayBeMocked = false,
): Subgraphs {
  const clients = new Map<string, SubgraphClient>();
  const probes = new Map<string, { readonly at: number; readonly ready: Promise<boolean> }>();

  function clientOf({ name, url }: SubgraphAddress): SubgraphClient {
    const known = clients.get(url);
    if (known) return known;
    const client = createSubgraphClient(url, limitsOf(name), (circuit) =>
      log.warn({ event: 'circuit', source: name, circuit }),
    );
    clients.set(url, client);
    return client;
  }

  function isReady(address: SubgraphAddress): Promise<boolean> {
    const { url } = address;
    const now = performance.now();
    const last = probes.get(url);
    if (last && now - last.at < READINESS_LIFETIME) return last.ready;
    const ready = clientOf(address).isReady();
    probes.set(url, { at: now, ready });
    return ready;
  }

  return {
    carryFetch(subgraphs, schema) {
      const addresses = new Map(subgraphs.map((address) => [address.name, address]));
      const named = (source: string) => clientOf(addresses.get(source)!);
      return createCarryFetch({ clientOf: named, signer, schema, log, mayBeMocked });
    },
    async readiness(subgraphs) {
      const states = subgraphs.map(async (one) => [one.name, (await isReady(one)) ? 'UP' : 'DOWN'] as const);
      return Object.fromEntries(await Promise.all(states));
    },
    states: (subgraphs) => Object.fromEntries(subgraphs.map((one) => [one.name, clientOf(one).state()])),
    circuits: (subgraphs) => Object.fromEntries(subgraphs.map((one) => [one.name, clientOf(one).state().circuit])),
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
