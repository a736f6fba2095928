import { Consent, type SubgraphContext, today } from '@sammen/subgraph-kit';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { MunicipalityLoaders } from '../loaders.js';
import { IncomeKind } from '../model/codes.js';
import { effortStatus } from '../model/effortStatus.js';
import { EmploymentMeasure } from '../model/employmentMeasure.js';
import { IncomePeriod } from '../model/incomePeriod.js';
import { JobCentreCase } from '../model/jobCentreCase.js';
import { JobCentreFollowUp } from '../model/jobCentreFollowUp.js';

type Context = SubgraphContext<MunicipalityLoaders>;

/** What belongs to a job-centre case and lives in tables of its own. */
@Resolver(() => JobCentreCase)
export class JobCentreCaseResolver {
  @FieldResolver(() => IncomeKind, {
    nullable: true,
    description: 'What the citizen lives on today (forsørgelsesgrundlag).',
  })
  @Consent('EMPLOYMENT')
  async incomeKind(@Root() jobCentreCase: JobCentreCase, @Ctx() { loaders }: Context): Promise<IncomeKind | null> {
    const incomes = await loaders.incomes.load(jobCentreCase.citizenId);
    const day = today();
    return incomes.find((income) => effortStatus(income, day) === 'ACTIVE')?.kind ?? null;
  }

  @FieldResolver(() => [IncomePeriod], { nullable: true, description: 'Incomes, newest first (forsørgelseshistorik).' })
  @Consent('EMPLOYMENT')
  incomes(@Root() jobCentreCase: JobCentreCase, @Ctx() { loaders }: Context): Promise<IncomePeriod[]> {
    return loaders.incomes.load(jobCentreCase.citizenId);
  }

  @FieldResolver(() => [EmploymentMeasure], { nullable: true, description: 'Measures, newest first (indsatser).' })
  @Consent('EMPLOYMENT')
  measures(@Root() jobCentreCase: JobCentreCase, @Ctx() { loaders }: Context): Promise<EmploymentMeasure[]> {
    return loaders.measures.load(jobCentreCase);
  }

  @FieldResolver(() => [JobCentreFollowUp], {
    nullable: true,
    description: 'Follow-up talks, newest first (opfølgningssamtaler).',
  })
  @Consent('EMPLOYMENT')
  followUps(@Root() jobCentreCase: JobCentreCase, @Ctx() { loaders }: Context): Promise<JobCentreFollowUp[]> {
    return loaders.followUps.load(jobCentreCase);
  }
}
