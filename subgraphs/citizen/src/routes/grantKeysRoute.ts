import type { GrantSigner } from '@sammen/identity';
import type { FastifyInstance } from 'fastify';

/** `GET /.well-known/grant-keys`: the public keys that grants are verified with, two while they are being replaced. */
export function addGrantKeysRoute(server: FastifyInstance, signer: GrantSigner): void {
  server.get('/.well-known/grant-keys', async (_request, reply) =>
    reply.header('cache-control', 'max-age=30').send(signer.jwks()),
  );
}
