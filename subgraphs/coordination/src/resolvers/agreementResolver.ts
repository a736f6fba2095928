import { Consent, type SubgraphContext } from '@sammen/subgraph-kit';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { CoordinationLoaders } from '../loaders.js';
import { Agreement, AgreementStatus } from '../model/agreement.js';
import { FollowUp } from '../model/followUp.js';
import { MapItem } from '../model/mapItem.js';
import { Plan } from '../model/plan.js';
import { today } from '../today.js';

type Context = SubgraphContext<CoordinationLoaders>;

/** What an agreement is part of, what it meets, and when it is looked at. */
@Resolver(() => Agreement)
export class AgreementResolver {
  @FieldResolver(() => Plan, { nullable: true, description: 'The plan it is part of.' })
  @Consent('PLAN')
  plan(@Root() { citizenId, planId }: Agreement, @Ctx() { loaders }: Context): Promise<Plan | null> {
    return loaders.plan.load({ citizenId, id: planId });
  }

  @FieldResolver(() => MapItem, {
    nullable: true,
    description: 'The challenge that it meets; null when none was named.',
  })
  @Consent('PLAN')
  challenge(@Root() agreement: Agreement, @Ctx() { loaders }: Context): Promise<MapItem | null> | null {
    const { citizenId, challengeId } = agreement;
    return challengeId === null ? null : loaders.mapItem.load({ citizenId, id: challengeId });
  }

  @FieldResolver(() => [FollowUp], { nullable: true, description: 'When it is looked at, in order (opfølgning).' })
  @Consent('PLAN')
  followUps(@Root() agreement: Agreement, @Ctx() { loaders }: Context): Promise<FollowUp[]> {
    return loaders.followUps.load(agreement);
  }
}

/** What a follow-up is about. */
@Resolver(() => FollowUp)
export class FollowUpResolver {
  @FieldResolver(() => Agreement, { nullable: true, description: 'The agreement that is looked at.' })
  @Consent('PLAN')
  agreement(@Root() { citizenId, agreementId }: FollowUp, @Ctx() { loaders }: Context): Promise<Agreement | null> {
    return loaders.agreement.load({ citizenId, id: agreementId });
  }

  @FieldResolver(() => Boolean, {
    nullable: true,
    description: 'Whether its day has passed without a result while the agreement is open (overskredet).',
  })
  @Consent('PLAN')
  async overdue(@Root() followUp: FollowUp, @Ctx() { loaders }: Context): Promise<boolean> {
    const { citizenId, agreementId, heldOn, dueOn } = followUp;
    if (heldOn !== null || dueOn >= today()) return false;
    const agreement = await loaders.agreement.load({ citizenId, id: agreementId });
    return agreement?.status === AgreementStatus.OPEN;
  }
}
