import { citizenRef } from '@sammen/identity';
import { type Connection, Consent, PageArguments, Public, Roles, type SubgraphContext } from '@sammen/subgraph-kit';
import { Arg, Args, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { ReviewEmergencyAccessInput } from '../input/reviewInput.js';
import type { CitizenLoaders } from '../loaders.js';
import { EmergencyAccess } from '../model/emergencyAccess.js';
import { EmergencyCase, EmergencyCaseConnection, type ReviewStatus, ReviewStatusEnum } from '../model/emergencyCase.js';
import { EmergencyReview } from '../model/emergencyReview.js';
import { reviewQueuePage } from '../reading/reviewQueue.js';
import { reviewEmergency } from '../write/reviewEmergency.js';

type Context = SubgraphContext<CitizenLoaders>;

/** Every emergency access is looked at afterwards, by the data protection officer of who opened it. */
@Resolver(() => EmergencyCase)
export class ReviewResolver {
  @Query(() => EmergencyCaseConnection, {
    description:
      'Emergency accesses that people of your organisation opened, oldest first (værdispring til gennemgang). For data protection officers; every look stands in the access log of whom it is about.',
  })
  @Roles('DATA_PROTECTION_OFFICER')
  async emergencyReviews(
    @Arg('status', () => ReviewStatusEnum, { defaultValue: 'OPEN', description: 'Where their review stands.' })
    status: ReviewStatus,
    @Args(() => PageArguments) page: PageArguments,
    @Ctx() context: Context,
  ): Promise<Connection<EmergencyCase>> {
    return EmergencyCaseConnection.of(await reviewQueuePage(context, status, page));
  }

  @Mutation(() => EmergencyCase, {
    nullable: true,
    description:
      'Reviews an emergency access: accepts it or objects, with a note; the citizen is notified (gennemgå værdispring).',
  })
  @Roles('DATA_PROTECTION_OFFICER')
  reviewEmergencyAccess(
    @Arg('input', () => ReviewEmergencyAccessInput) input: ReviewEmergencyAccessInput,
    @Ctx() context: Context,
  ): Promise<EmergencyCase> {
    return reviewEmergency(input, context);
  }

  @FieldResolver(() => ID, {
    description: 'Stands for whose it is within this request only, so that it can be held against what was granted.',
  })
  @Public()
  citizenRef(@Root() { citizenId }: EmergencyCase, @Ctx() { requestId }: Context): string {
    return citizenRef(citizenId, requestId);
  }

  @FieldResolver(() => Int, {
    nullable: true,
    description: 'How often data was shown because of it, from the access log; 0 when nothing was read under it.',
  })
  @Consent('ACCESS_LOG')
  looks(@Root() { citizenId, id }: EmergencyCase, @Ctx() { loaders }: Context): Promise<number> {
    return loaders.emergencyLooks.load({ citizenId, id });
  }

  @FieldResolver(() => [EmergencyReview], { nullable: true, description: 'Its reviews, oldest first.' })
  @Consent('ACCESS_LOG')
  reviews(@Root() { citizenId, id }: EmergencyCase, @Ctx() { loaders }: Context): Promise<EmergencyReview[]> {
    return loaders.emergencyReviews.load({ citizenId, id });
  }
}

/** The same as the citizen sees it. */
@Resolver(() => EmergencyAccess)
export class EmergencyAccessResolver {
  @FieldResolver(() => Int, {
    nullable: true,
    description: 'How often data was shown because of it, from the access log; 0 when nothing was read under it.',
  })
  @Consent('ACCESS_LOG')
  looks(@Root() { citizenId, id }: EmergencyAccess, @Ctx() { loaders }: Context): Promise<number> {
    return loaders.emergencyLooks.load({ citizenId, id });
  }

  @FieldResolver(() => [EmergencyReview], {
    nullable: true,
    description: 'What the data protection officer found, oldest first; empty until it is reviewed (gennemgang).',
  })
  @Consent('ACCESS_LOG')
  reviews(@Root() { citizenId, id }: EmergencyAccess, @Ctx() { loaders }: Context): Promise<EmergencyReview[]> {
    return loaders.emergencyReviews.load({ citizenId, id });
  }
}
