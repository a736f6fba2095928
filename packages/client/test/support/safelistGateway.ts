/** A gateway of production in front of the running system: it answers the documents of its list, and nobody's own text. */
import { join } from 'node:path';
import { createGateway, createLog } from '@sammen/gateway';
import { NO_SIGN_IN, OPEN, QUIET } from '../../../../gateway/test/support/installation.js';
import type { TestSystem } from '../../../../test/support/system.js';
import { root } from '../../../../test/support/testFolders.js';

/** Starts it. */
export async function startSafelistGateway(system: TestSystem, persistedDocumentsFile: string) {
  const gateway = createGateway(
    {
      host: '127.0.0.1',
      port: 0,
      supergraphFile: join(root, 'gateway/supergraph.graphql'),
      subgraphUrls: system.urls,
      subgraphTimeout: 10_000,
      subgraphTimeouts: {},
      subgraphConcurrency: 16,
      requestDeadline: 30_000,
      serviceKeyFile: system.keyFile('gateway'),
      oidc: { issuer: 'sammen-development', audience: 'sammen', jwksUrl: system.issuer().jwksUrl },
      decisionPointUrl: system.baseUrls['citizen']!,
      corsOrigins: [],
      operationCacheMiB: 16,
      observability: QUIET,
      admission: { ...OPEN, persistedDocumentsFile, freeTextRoles: [], introspectionRoles: [] },
      pages: NO_SIGN_IN,
      production: false,
      logLevel: 'fatal',
    },
    createLog('fatal'),
  );
  const address = await gateway.start();
  return { url: `${address}/graphql`, stop: () => gateway.stop() };
}
