/** The stock @apollo/gateway in the same Apollo Server. */
import { readFileSync } from 'node:fs';
import { logger, serveApollo } from './apollo.mjs';
import { subgraphUrl } from './serve.mjs';

process.env.APOLLO_TELEMETRY_DISABLED = '1';
process.env.NODE_ENV = 'production';
const { ApolloGateway, RemoteGraphQLDataSource } = await import('@apollo/gateway');
const gateway = new ApolloGateway({
  supergraphSdl: readFileSync(process.env.SUPERGRAPH_FILE, 'utf8'),
  logger,
  buildService: ({ name }) => new RemoteGraphQLDataSource({ url: subgraphUrl(name) }),
});
await serveApollo(gateway);
