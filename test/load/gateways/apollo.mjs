/** Apollo Server as other rows run in it, with everything switched off that the project's has off. */
import { ApolloServer } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import fastify from 'fastify';
import { announce } from './serve.mjs';

/** Says nothing. */
export const logger = { debug() {}, info() {}, warn() {}, error() {} };

/** Serves a gateway, or what stands for one. */
export async function serveApollo(gateway) {
  const server = new ApolloServer({
    gateway,
    logger,
    csrfPrevention: true,
    persistedQueries: false,
    plugins: [
      ApolloServerPluginUsageReportingDisabled(),
      ApolloServerPluginSchemaReportingDisabled(),
      ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginCacheControlDisabled(),
    ],
  });
  await server.start();
  const app = fastify({ logger: false });
  app.post('/graphql', fastifyApolloHandler(server));
  announce(`${await app.listen({ host: '127.0.0.1', port: 0 })}`);
}
