import { publicJwks } from '@sammen/identity';
import type { FastifyInstance } from 'fastify';

/** `GET /.well-known/grant-keys`: the public keys that grants are verified with. */
export function addGrantKeysRoute(server: FastifyInstance, grantKeyFile: string): void {
  const jwks = publicJwks([grantKeyFile]);
  server.get('/.well-known/grant-keys', async (_request, reply) =>
    reply.header('cache-control', 'max-age=60').send(jwks),
  );
}
