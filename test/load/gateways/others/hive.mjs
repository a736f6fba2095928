/** Hive Gateway over the same supergraph; installed beside this file, see package.json. */
import { createServer } from 'node:http';
import { readFileSync } from 'node:fs';
import { createGatewayRuntime } from '@graphql-hive/gateway-runtime';
import http from '@graphql-mesh/transport-http';
import { announce } from '../serve.mjs';

process.env.NODE_ENV = 'production';
let supergraph = readFileSync(process.env.SUPERGRAPH_FILE, 'utf8');
supergraph = supergraph.replace(
  /@join__graph\(name: "(\w+)", url: "[^"]*"\)/g,
  (_all, name) => `@join__graph(name: "${name}", url: "${process.env.CANNED}/${name}/graphql")`,
);
const gateway = createGatewayRuntime({
  supergraph,
  transports: { http },
  logging: false,
  landingPage: false,
  graphiql: false,
  maskedErrors: true,
});
const server = createServer(gateway);
server.listen(0, '127.0.0.1', () => announce(`http://127.0.0.1:${server.address().port}`));
