import type { SubgraphDeclaration } from '../defineSubgraph.js';
import { CreateStatisticTables1790000000000, keepReleases } from './createStatisticTables.js';
import type { Measure, OwnDimension } from './measure.js';
import { createReleaseJob } from './releaseJob.js';
import { statisticsResolver } from './statisticsResolver.js';

/** What a sector declares of its statistics: the measures, and what it breaks them down by itself. */
export interface StatisticsDeclaration {
  readonly by: OwnDimension;
  readonly measures: readonly Measure[];
}

type Parts = Pick<SubgraphDeclaration<never>, 'migrations' | 'resolvers' | 'grantRights' | 'jobs'>;

/** A declaration with tables, fields, rights and job of its statistics. */
export function withStatistics<Declaration extends Parts>(
  declaration: Declaration,
  { measures, by }: StatisticsDeclaration,
): Declaration {
  return {
    ...declaration,
    migrations: [...declaration.migrations, CreateStatisticTables1790000000000],
    resolvers: [...declaration.resolvers, statisticsResolver(measures, by)],
    async grantRights(runner, applicationRole) {
      await declaration.grantRights?.(runner, applicationRole);
      await keepReleases(runner, applicationRole);
    },
    jobs: (services) => [...(declaration.jobs?.(services) ?? []), createReleaseJob(services, measures)],
  };
}
