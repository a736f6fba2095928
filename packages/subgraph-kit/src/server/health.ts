import type { FastifyInstance } from 'fastify';
import type { Services } from './services.js';

/** `/health/live`: the process answers. `/health/ready`: its database answers too. */
export function addHealthRoutes(server: FastifyInstance, { database }: Services): void {
  server.get('/health/live', async () => ({ status: 'live' }));
  server.get('/health/ready', async (_request, reply) => {
    const ready = await database.query('SELECT 1').then(
      () => true,
      () => false,
    );
    return reply
      .code(ready ? 200 : 503)
      .send({ status: ready ? 'ready' : 'not ready', database: ready ? 'up' : 'down' });
  });
}
