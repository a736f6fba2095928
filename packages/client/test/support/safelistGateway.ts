/** A gateway of production in front of the running system: it answers the documents of its list, and nobody's own text. */
import { OPEN } from '../../../../gateway/test/support/installation.js';
import { createGatewayBeside } from '../../../../test/support/gatewayBeside.js';
import type { TestSystem } from '../../../../test/support/system.js';

/** Starts it. */
export async function startSafelistGateway(system: TestSystem, persistedDocumentsFile: string) {
  const gateway = createGatewayBeside(system, {
    subgraphConcurrency: 16,
    operationCacheMiB: 16,
    admission: { ...OPEN, persistedDocumentsFile, freeTextRoles: [], introspectionRoles: [] },
    logLevel: 'fatal',
  });
  const address = await gateway.start();
  return { url: `${address}/graphql`, stop: () => gateway.stop() };
}
