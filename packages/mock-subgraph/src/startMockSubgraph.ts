/**
 * A subgraph without its database: schema and population in the place of rows. Who asks, what they may see and who logs
 * it is as real as ever: tokens, signed calls, the guard, and the decision point of the citizen's own subgraph.
 */
import { readFile } from 'node:fs/promises';
import { createGrantVerifier, createServiceSigner, createServiceVerifier, createTokenVerifier } from '@sammen/identity';
import {
  createRemoteDecisionPoint,
  createServer,
  defineSubgraph,
  type RunningSubgraph,
  type Services,
} from '@sammen/subgraph-kit';
import { pino } from 'pino';
import { buildMockSchema } from './buildMockSchema.js';
import type { MockConfig } from './config.js';
import { mockErrors } from './errors.js';
import { createMockRecords, MOCKABLE } from './mockRecords.js';

/** Listens. Rejects, with nothing left running, when anything fails. */
export async function startMockSubgraph(config: MockConfig): Promise<RunningSubgraph> {
  const { subgraph, decisionPointUrl, serviceKeyFile, serviceJwksFile, today } = config;
  if (!MOCKABLE.includes(subgraph))
    throw mockErrors('MOCK_CONFIG_MISSING', { message: `There is no mock of ${subgraph}.` });
  const log = pino({ name: `${subgraph}-mock`, level: config.logLevel });
  const definition = defineSubgraph({
    name: subgraph,
    entities: [],
    migrations: [],
    resolvers: [],
    references: {},
    loaders: () => ({}),
    routes(server) {
      // Every answer says what it is.
      server.addHook('onSend', async (request, _reply, payload) =>
        request.url === '/graphql' && typeof payload === 'string' ? marked(payload) : payload,
      );
    },
  });
  const records = createMockRecords(subgraph, config);
  const sdl = await readFile(config.schemaFile, 'utf8');
  const schema = buildMockSchema(definition, { sdl, records, today });
  const own = { keyFile: serviceKeyFile, jwksFile: serviceJwksFile, service: subgraph };
  const grants = createGrantVerifier({
    keysUrl: new URL('/.well-known/grant-keys', decisionPointUrl).href,
    seals: own,
  });
  const signer = createServiceSigner(own);
  const decisionPoint = createRemoteDecisionPoint(decisionPointUrl, grants, signer);
  const services = {
    config: { production: false },
    log,
    // Readiness asks it whether it is there.
    database: { query: async () => [] },
    tokens: createTokenVerifier({ ...config.oidc, production: false }),
    grants,
    grantSigner: null,
    decisionPoint,
    callers: createServiceVerifier(own),
  } as unknown as Services;
  const server = await createServer(definition, schema, services);
  try {
    const url = await server.listen({ host: config.host, port: config.port });
    log.warn({ url, citizens: config.citizens }, 'a mock listens: made-up records, nothing can be changed');
    return { url, stop: async () => void (await server.close(), await decisionPoint.close()) };
  } catch (error) {
    await server.close();
    await decisionPoint.close();
    throw error;
  }
}

function marked(payload: string): string {
  const answer = JSON.parse(payload) as { extensions?: object };
  return JSON.stringify({ ...answer, extensions: { ...answer.extensions, mock: true } });
}
