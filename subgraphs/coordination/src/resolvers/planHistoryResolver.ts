import { Consent, type SubgraphContext } from '@sammen/subgraph-kit';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { CoordinationLoaders } from '../loaders.js';
import { PlanChange } from '../model/planChange.js';
import { PlanParty } from '../model/planParty.js';
import { PlanVersion } from '../model/planVersion.js';
import { SignOff, SignOffState } from '../model/signOff.js';

type Context = SubgraphContext<CoordinationLoaders>;

/** What changed in a version. */
@Resolver(() => PlanVersion)
export class PlanVersionResolver {
  @FieldResolver(() => [PlanChange], {
    nullable: true,
    description: 'What changed since the version before, in order (ændringer).',
  })
  @Consent('PLAN')
  async changes(
    @Root() { citizenId, planId, number }: PlanVersion,
    @Ctx() { loaders }: Context,
  ): Promise<PlanChange[]> {
    const all = await loaders.changes.load({ citizenId, id: planId });
    return all.filter(({ versionNumber }) => versionNumber === number);
  }

  @FieldResolver(() => [SignOff], { nullable: true, description: 'What the parties answered to it (underskrifter).' })
  @Consent('PLAN')
  async signOffs(@Root() { citizenId, planId, number }: PlanVersion, @Ctx() { loaders }: Context): Promise<SignOff[]> {
    const all = await loaders.signOffs.load({ citizenId, id: planId });
    return all.filter(({ versionNumber }) => versionNumber === number);
  }
}

/** How a party stands to the newest version: unread until they answer. */
@Resolver(() => PlanParty)
export class PlanPartyResolver {
  @FieldResolver(() => SignOffState, { nullable: true, description: 'What they say to the newest version.' })
  @Consent('PLAN')
  async state(@Root() party: PlanParty, @Ctx() { loaders }: Context): Promise<SignOffState> {
    const { citizenId, planId, id } = party;
    const [plan, answers] = await Promise.all([
      loaders.plan.load({ citizenId, id: planId }),
      loaders.signOffs.load({ citizenId, id: planId }),
    ]);
    const newest = answers.find((each) => each.partyId === id && each.versionNumber === plan?.versionNumber);
    return newest?.state ?? SignOffState.UNREAD;
  }
}

/** Who answered. */
@Resolver(() => SignOff)
export class SignOffResolver {
  @FieldResolver(() => PlanParty, { nullable: true, description: 'Whose answer.' })
  @Consent('PLAN')
  async party(@Root() { citizenId, planId, partyId }: SignOff, @Ctx() { loaders }: Context): Promise<PlanParty | null> {
    const parties = await loaders.parties.load({ citizenId, id: planId });
    return parties.find(({ id }) => id === partyId) ?? null;
  }
}
