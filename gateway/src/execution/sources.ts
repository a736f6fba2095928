/** Everything that the gateway asks, in its own name: the subgraphs, and the decision point. */
import { createServiceSigner } from '@sammen/identity';
import type { GatewayBounds } from '../bounds.js';
import type { GatewayConfig } from '../config.js';
import type { Log } from '../logging.js';
import { ownKeys } from '../ownKeys.js';
import type { AskDecisionPoint } from '../pipeline/requestState.js';
import { createAskDecisionPoint } from './askDecisionPoint.js';
import { createSubgraphClient, type SubgraphLimits } from './subgraphClient.js';
import { createSubgraphs, type SubgraphAddress, type Subgraphs } from './subgraphs.js';

/** See the file's sentence. */
export interface Sources {
  readonly subgraphs: Subgraphs;
  readonly ask: AskDecisionPoint;
  /** The circuit breakers of these subgraphs and of the decision point. */
  circuits(subgraphs: readonly SubgraphAddress[]): Record<string, string>;
  /** Closes all connections. */
  stop(): Promise<void>;
}

/** Opens no connection. Throws KEY_FILE_INVALID. */
export function createSources(config: GatewayConfig, bounds: GatewayBounds, log: Log): Sources {
  const signer = createServiceSigner(ownKeys(config, log));
  const limits = (name: string) => limitsOf(name, config, bounds);
  const subgraphs = createSubgraphs(limits, signer, log, !config.production);
  const grantsUrl = new URL('/grants', config.decisionPointUrl).href;
  const decisionPoint = createSubgraphClient(grantsUrl, limits('citizen'), (circuit) =>
    log.warn({ event: 'circuit', source: 'decision point', circuit }),
  );
  return {
    subgraphs,
    ask: createAskDecisionPoint({ client: decisionPoint, signer, log }),
    circuits: (names) => ({ ...subgraphs.circuits(names), 'decision point': decisionPoint.state().circuit }),
    async stop() {
      await Promise.all([subgraphs.stop(), decisionPoint.close()]);
    },
  };
}

/** The bounds of the calls to one subgraph. */
function limitsOf(
  name: string,
  { subgraphTimeout, subgraphTimeouts, subgraphConcurrency: most }: GatewayConfig,
  { maxAnswerBytes, patience, circuit }: GatewayBounds,
): SubgraphLimits {
  const timeout = Object.hasOwn(subgraphTimeouts, name) ? subgraphTimeouts[name]! : subgraphTimeout;
  return { timeout, maxAnswerBytes, slots: { most, queue: 2 * most, patience }, circuit };
}
