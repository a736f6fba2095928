/** From which pages of others browsers may call; none unless the configuration names them. */
import type { FastifyCorsOptions } from '@fastify/cors';
import type { GatewayConfig } from './config.js';
import { EXPLAIN_HEADER } from './pipeline/explain.js';

/** Options of `@fastify/cors`. */
export function corsOptions({ corsOrigins }: GatewayConfig): FastifyCorsOptions {
  return {
    origin: corsOrigins.length > 0 ? [...corsOrigins] : false,
    methods: ['POST'],
    allowedHeaders: ['authorization', 'content-type', 'x-sammen-purpose', EXPLAIN_HEADER],
    exposedHeaders: ['x-request-id', 'retry-after'],
    maxAge: 600,
  };
}
