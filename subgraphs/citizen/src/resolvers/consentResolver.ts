import { type SubgraphContext, Writes } from '@sammen/subgraph-kit';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { ChangeConsentInput, GiveBlockInput, GiveConsentInput, WithdrawConsentInput } from '../input/consentInput.js';
import { ConsentChoice } from '../model/consentChoice.js';
import { changeChoice, withdrawChoice } from '../write/changeChoice.js';
import { giveChoice } from '../write/giveChoice.js';

/** The citizen says yes, says no, and changes their mind. */
@Resolver(() => ConsentChoice)
export class ConsentResolver {
  @Mutation(() => ConsentChoice, { nullable: true, description: 'Gives a consent (giv samtykke).' })
  @Writes('CONSENTS')
  giveConsent(
    @Arg('input', () => GiveConsentInput) input: GiveConsentInput,
    @Ctx() context: SubgraphContext,
  ): Promise<ConsentChoice> {
    return giveChoice(input, 'giveConsent', context);
  }

  @Mutation(() => ConsentChoice, { nullable: true, description: 'Gives a block (spær for oplysninger).' })
  @Writes('CONSENTS')
  giveBlock(
    @Arg('input', () => GiveBlockInput) input: GiveBlockInput,
    @Ctx() context: SubgraphContext,
  ): Promise<ConsentChoice> {
    return giveChoice(input, 'giveBlock', context);
  }

  @Mutation(() => ConsentChoice, {
    nullable: true,
    description: 'Changes a consent or a block; the old version stays in the history (ændr).',
  })
  @Writes('CONSENTS')
  changeConsent(
    @Arg('input', () => ChangeConsentInput) input: ChangeConsentInput,
    @Ctx() context: SubgraphContext,
  ): Promise<ConsentChoice> {
    return changeChoice(input, context);
  }

  @Mutation(() => ConsentChoice, {
    nullable: true,
    description: 'Withdraws a consent or a block at once (træk tilbage).',
  })
  @Writes('CONSENTS')
  withdrawConsent(
    @Arg('input', () => WithdrawConsentInput) input: WithdrawConsentInput,
    @Ctx() context: SubgraphContext,
  ): Promise<ConsentChoice> {
    return withdrawChoice(input, context);
  }
}
