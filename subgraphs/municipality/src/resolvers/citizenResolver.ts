import { Citizen, type Connection, Consent, PageArguments, type SubgraphContext } from '@sammen/subgraph-kit';
import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { MunicipalityLoaders } from '../loaders.js';
import { FinancialSupportConnection, HousingBenefitConnection, SocialServiceConnection } from '../model/connections.js';
import type { FinancialSupport } from '../model/financialSupport.js';
import { Housing } from '../model/housing.js';
import type { HousingBenefit } from '../model/housingBenefit.js';
import { JobCentreCase } from '../model/jobCentreCase.js';
import type { SocialService } from '../model/socialService.js';

type Context = SubgraphContext<MunicipalityLoaders>;

/** What the municipality adds to the citizen. */
@Resolver(() => Citizen)
export class CitizenResolver {
  @FieldResolver(() => SocialServiceConnection, {
    nullable: true,
    description: 'Social services, newest first (sociale indsatser).',
  })
  @Consent('SOCIAL_SERVICE')
  async socialServices(
    @Root() citizen: Citizen,
    @Args(() => PageArguments) page: PageArguments,
    @Ctx() { loaders }: Context,
  ): Promise<Connection<SocialService>> {
    return SocialServiceConnection.of(await loaders.socialServicePages.page(citizen.id, page));
  }

  @FieldResolver(() => [Housing], {
    nullable: true,
    description: 'Where the citizen lives and has lived, newest first (boligsituation).',
  })
  @Consent('HOUSING')
  housing(@Root() citizen: Citizen, @Ctx() { loaders }: Context): Promise<Housing[]> {
    return loaders.housingOf.load(citizen.id);
  }

  @FieldResolver(() => HousingBenefitConnection, {
    nullable: true,
    description: 'Housing benefits, newest first (boligstøtte).',
  })
  @Consent('HOUSING_BENEFIT')
  async housingBenefits(
    @Root() citizen: Citizen,
    @Args(() => PageArguments) page: PageArguments,
    @Ctx() { loaders }: Context,
  ): Promise<Connection<HousingBenefit>> {
    return HousingBenefitConnection.of(await loaders.housingBenefitPages.page(citizen.id, page));
  }

  @FieldResolver(() => FinancialSupportConnection, {
    nullable: true,
    description: 'Help in money beside income, newest first (økonomisk støtte).',
  })
  @Consent('FINANCIAL_SUPPORT')
  async financialSupports(
    @Root() citizen: Citizen,
    @Args(() => PageArguments) page: PageArguments,
    @Ctx() { loaders }: Context,
  ): Promise<Connection<FinancialSupport>> {
    return FinancialSupportConnection.of(await loaders.financialSupportPages.page(citizen.id, page));
  }

  @FieldResolver(() => JobCentreCase, {
    nullable: true,
    description: 'The case of work and income: the open one, or else the last one (beskæftigelsessag).',
  })
  @Consent('EMPLOYMENT')
  async jobCentreCase(@Root() citizen: Citizen, @Ctx() { loaders }: Context): Promise<JobCentreCase | null> {
    const cases = await loaders.jobCentreCases.load(citizen.id);
    return cases.find(({ closedOn }) => closedOn === null) ?? cases[0] ?? null;
  }
}
