/** The stock @apollo/gateway in the same Apollo Server, with everything switched off that the project's has off. */
import { ApolloServer } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import { readFileSync } from 'node:fs';
import fastify from 'fastify';
import { announce, subgraphUrl } from './serve.mjs';

process.env.APOLLO_TELEMETRY_DISABLED = '1';
process.env.NODE_ENV = 'production';
const { ApolloGateway, RemoteGraphQLDataSource } = await import('@apollo/gateway');
const logger = { debug() {}, info() {}, warn() {}, error() {} };
const gateway = new ApolloGateway({
  supergraphSdl: readFileSync(process.env.SUPERGRAPH_FILE, 'utf8'),
  logger,
  buildService: ({ name }) => new RemoteGraphQLDataSource({ url: subgraphUrl(name) }),
});
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
