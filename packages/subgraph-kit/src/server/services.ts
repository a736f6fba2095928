import type { TokenVerifier, GrantVerifier } from '@sammen/identity';
import type { Logger } from 'pino';
import type { DataSource } from 'typeorm';
import type { SubgraphConfig } from '../config.js';
import type { DecisionPoint } from '../decision/decisionPoint.js';
import type { RelationReporter } from '../relations/relationReporter.js';
import type { Writer } from '../write/writer.js';

/** What lives as long as the process, made once at start. */
export interface Services {
  readonly config: SubgraphConfig;
  readonly log: Logger;
  readonly database: DataSource;
  readonly tokens: TokenVerifier;
  readonly grants: GrantVerifier;
  readonly decisionPoint: DecisionPoint;
  readonly relations: RelationReporter;
  readonly writer: Writer;
}
