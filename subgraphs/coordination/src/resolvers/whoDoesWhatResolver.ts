import { Consent, type SubgraphContext } from '@sammen/subgraph-kit';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { CoordinationLoaders } from '../loaders.js';
import { Agreement, AgreementStatus } from '../model/agreement.js';
import { WhoDoesWhat } from '../model/whoDoesWhat.js';

/** What each person around the citizen has taken on; part of the plan, so decided as such. */
@Resolver(() => WhoDoesWhat)
export class WhoDoesWhatResolver {
  @FieldResolver(() => [Agreement], { nullable: true, description: 'Open agreements that they are responsible for.' })
  @Consent('PLAN')
  async agreements(
    @Root() row: WhoDoesWhat,
    @Ctx() { loaders }: SubgraphContext<CoordinationLoaders>,
  ): Promise<Agreement[]> {
    const ofCase = await loaders.agreementsOfCase.load({ citizenId: row.citizenId, id: row.caseId });
    return ofCase.filter(
      ({ status, actorId }) => status === AgreementStatus.OPEN && actorId === row.professional.actorId,
    );
  }
}
