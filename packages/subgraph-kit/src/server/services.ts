import type { GrantSigner, GrantVerifier, ServiceVerifier, TokenVerifier } from '@sammen/identity';
import type { Logger } from 'pino';
import type { DataSource } from 'typeorm';
import type { SubgraphConfig } from '../config.js';
import type { DecisionPoint } from '../decision/decisionPoint.js';
import type { RelationReporter } from '../relations/relationReporter.js';
import type { ServiceCaller } from './serviceCaller.js';
import type { Writer } from '../write/writer.js';

/** What lives as long as the process, made once at start. */
export interface Services {
  readonly config: SubgraphConfig;
  readonly log: Logger;
  readonly database: DataSource;
  readonly tokens: TokenVerifier;
  readonly grants: GrantVerifier;
  readonly decisionPoint: DecisionPoint;
  /** Null everywhere but at the decision point. */
  readonly grantSigner: GrantSigner | null;
  readonly relations: RelationReporter;
  readonly writer: Writer;
  /** Verifies calls of other services, the gateway's among them. */
  readonly callers: ServiceVerifier;
  /** Calls the citizen subgraph in this service's own name. */
  readonly citizenService: ServiceCaller;
}
