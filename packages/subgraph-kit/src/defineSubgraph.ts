import type { GrantSigner } from '@sammen/identity';
import type { FastifyInstance } from 'fastify';
import type { DataSource } from 'typeorm';
import type { SubgraphConfig } from './config.js';
import type { SubgraphContext } from './context.js';
import type { DatabaseDeclaration } from './database/createDatabase.js';
import type { GrantRights } from './database/migrate.js';
import type { DecisionPoint } from './decision/decisionPoint.js';
import type { ReferenceResolver } from './guard/guardReferences.js';
import type { Services } from './server/services.js';
import { type StatisticsDeclaration, withStatistics } from './statistics/statisticsParts.js';

/** Work that goes on beside requests while the process lives. */
export interface Job {
  /** Called once the subgraph listens; returns at once. */
  start(): void;
  /** Called when no request is in flight any more; resolves when nothing of it is under way. */
  stop(): Promise<void>;
}

/** What a subgraph is: its contents page. */
export interface SubgraphDeclaration<Loaders = unknown> extends DatabaseDeclaration {
  readonly name: string;
  /** Runs after the migrations, as owner: rights beyond reading and writing the subgraph's own tables. */
  readonly grantRights?: GrantRights;
  /** One TypeGraphQL resolver class per concept. */
  readonly resolvers: readonly Function[];
  /** Types that no resolver returns directly. */
  readonly orphanedTypes?: readonly Function[];
  /** How each entity type is found from its key. `Citizen` needs none unless more than its id is known here. */
  readonly references: Readonly<Record<string, ReferenceResolver<Loaders>>>;
  /** Every batch, made anew for each request. */
  readonly loaders: (database: DataSource, context: () => SubgraphContext<Loaders>) => Loaders;
  /** Which error code a violated constraint of the database means; by constraint name. */
  readonly constraints?: Readonly<Record<string, () => Error>>;
  /** True when writes here make or end care relations. */
  readonly reportsRelations?: boolean;
  /** Routes beside `/graphql`, such as the inbox. */
  readonly routes?: (server: FastifyInstance, services: Services) => void | Promise<void>;
  /** Work beside requests, such as what is due every minute. */
  readonly jobs?: (services: Services) => readonly Job[];
  /** What the sector counts, for analysts. */
  readonly statistics?: StatisticsDeclaration;
  /** The citizen subgraph decides by itself, and is the only one to get what signs grants; every other asks it. */
  readonly decisionPoint?: (
    database: DataSource,
    config: SubgraphConfig,
    grantSigner: GrantSigner,
  ) => DecisionPoint | Promise<DecisionPoint>;
}

/** A declaration with its defaults filled in. */
export type SubgraphDefinition = Required<
  Omit<SubgraphDeclaration<never>, 'grantRights' | 'decisionPoint' | 'routes' | 'jobs' | 'statistics'>
> &
  Pick<SubgraphDeclaration<never>, 'grantRights' | 'decisionPoint' | 'routes' | 'jobs'>;

/** Declares a subgraph. Nothing runs until {@link startSubgraph}. */
export function defineSubgraph<Loaders>(declaration: SubgraphDeclaration<Loaders>): SubgraphDefinition {
  const { statistics, ...rest } = declaration;
  const whole = statistics === undefined ? rest : withStatistics(rest, statistics);
  return { orphanedTypes: [], constraints: {}, reportsRelations: false, ...whole } as unknown as SubgraphDefinition;
}
