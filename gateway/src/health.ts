/** Alive says that the process answers; ready says that it can serve: supergraph loaded and not shutting down. */
import type { FastifyInstance } from 'fastify';
import type { Subgraphs } from './execution/subgraphs.js';
import type { Supergraph } from './supergraph/supergraph.js';

/** What health is told from. */
export interface HealthDeps {
  readonly supergraph: Supergraph;
  readonly subgraphs: Subgraphs;
  readonly isDraining: () => boolean;
}

/**
 * Adds `GET /health/live` (200) and `GET /health/ready` (200 or 503). A subgraph that is down does not make the gateway
 * unready: its fields are null with an error, and all others arrive.
 */
export function addHealthRoutes(app: FastifyInstance, { supergraph, subgraphs, isDraining }: HealthDeps): void {
  app.get('/health/live', async () => ({ status: 'LIVE' }));

  app.get('/health/ready', async (_request, reply) => {
    const generation = supergraph.current();
    const status = isDraining() ? 'DRAINING' : generation ? 'READY' : 'STARTING';
    void reply.code(status === 'READY' ? 200 : 503);
    const known = generation && status === 'READY' ? generation.subgraphs : [];
    const ready = await subgraphs.readiness(known);
    return {
      status,
      supergraph: generation?.id ?? null,
      subgraphs: ready,
      circuits: subgraphs.circuits(known),
    };
  });
}
