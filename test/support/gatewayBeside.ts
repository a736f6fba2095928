/** A gateway of a test's own in front of the running system: the same graph, keys and issuer, and settings of its own. */
import { join } from 'node:path';
import { createGateway, createLog, type Gateway, type GatewayConfig } from '@sammen/gateway';
import { NO_SIGN_IN, OPEN, QUIET } from '../../gateway/test/support/installation';
import type { TestSystem } from './system';
import { root } from './testFolders';

/** Declares it, not started; call it when the system runs. `write` is handed each line of its log. */
export function createGatewayBeside(
  system: TestSystem,
  settings: Partial<GatewayConfig> & Pick<GatewayConfig, 'logLevel'>,
  write?: (line: string) => void,
): Gateway {
  const config: GatewayConfig = {
    host: '127.0.0.1',
    port: 0,
    supergraphFile: join(root, 'gateway/supergraph.graphql'),
    subgraphUrls: system.urls,
    subgraphTimeout: 10_000,
    subgraphTimeouts: {},
    subgraphConcurrency: 128,
    requestDeadline: 30_000,
    serviceKeyFile: system.keyFile('gateway'),
    serviceJwksFile: system.serviceJwksFile,
    oidc: { issuer: 'sammen-development', audience: 'sammen', jwksUrl: system.issuer().jwksUrl },
    decisionPointUrl: system.baseUrls['citizen']!,
    corsOrigins: [],
    operationCacheMiB: 64,
    observability: QUIET,
    admission: OPEN,
    pages: NO_SIGN_IN,
    production: false,
    ...settings,
  };
  return createGateway(config, createLog(config.logLevel, write && { write }));
}
