import { randomUUID } from 'node:crypto';
import { inputDay, lockVersion, type SubgraphContext, today, Writes } from '@sammen/subgraph-kit';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import {
  ChangeSocialServiceInput,
  EndSocialServiceInput,
  GrantSocialServiceInput,
} from '../input/socialServiceInput.js';
import { SocialService } from '../model/socialService.js';
import { changed, changedTo, dayOrNull, dayOrToday, endOf } from '../write/period.js';
import { responsibleUnit } from '../write/responsibleUnit.js';
import { assertNotEnded, assertParagraph, baselineOf, goalsOf, saveService } from '../write/socialServiceStory.js';

/** What caseworkers decide about social services. Each decision is one transaction: the service and the care relation. */
@Resolver(() => SocialService)
export class SocialServiceResolver {
  @Mutation(() => SocialService, {
    nullable: true,
    description:
      'Grants a social service (bevilg). Makes the responsible unit a caseworker of the citizen. The age that a paragraph asks for is not checked here, where no birth date is known.',
  })
  @Writes('SOCIAL_SERVICE')
  grantSocialService(
    @Arg('input', () => GrantSocialServiceInput) input: GrantSocialServiceInput,
    @Ctx() context: SubgraphContext,
  ): Promise<SocialService> {
    const { actor, writer } = context;
    const { citizenId, act, paragraph, provider } = input;
    assertParagraph(act, paragraph);
    const unitId = responsibleUnit(actor, input.unitId);
    const validFrom = inputDay(input.validFrom);
    const validTo = endOf(validFrom, dayOrNull(input.validTo));
    const baseline = baselineOf(input.restsOn);
    const idempotency = { actorId: actor.id, mutation: 'grantSocialService', key: input.idempotencyKey, input };
    return writer.writeOnce(idempotency, SocialService, (manager) => {
      const service = manager.create(SocialService, {
        citizenId,
        id: randomUUID(),
        unitId,
        act,
        paragraph,
        hoursPerWeek: input.hoursPerWeek ?? null,
        provider,
        goals: goalsOf(input.goals),
        caseworkerId: actor.id,
        caseworker: input.caseworker ?? null,
        decidedOn: today(),
        validFrom,
        validTo,
        followUpOn: dayOrNull(input.followUpOn),
        endReason: null,
        ...baseline,
        version: 1,
      });
      return saveService(context, manager, service);
    });
  }

  @Mutation(() => SocialService, {
    nullable: true,
    description: 'Changes a social service that has not ended (ændr bevilling).',
  })
  @Writes('SOCIAL_SERVICE')
  changeSocialService(
    @Arg('input', () => ChangeSocialServiceInput) input: ChangeSocialServiceInput,
    @Ctx() context: SubgraphContext,
  ): Promise<SocialService> {
    const { citizenId, serviceId: id, version } = input;
    return context.writer.write(async (manager) => {
      const service = await lockVersion(manager, SocialService, { citizenId, id, version }, 'input.serviceId');
      assertNotEnded(service);
      const validTo = input.validTo === undefined ? service.validTo : dayOrNull(input.validTo);
      Object.assign(service, {
        hoursPerWeek: changed(input.hoursPerWeek, service.hoursPerWeek),
        provider: changedTo(input.provider, service.provider),
        goals: input.goals === undefined ? service.goals : goalsOf(input.goals ?? []),
        followUpOn: input.followUpOn === undefined ? service.followUpOn : dayOrNull(input.followUpOn),
        validTo: endOf(service.validFrom, validTo),
        ...(input.restsOn === undefined ? {} : baselineOf(input.restsOn)),
        version: version + 1,
      });
      return saveService(context, manager, service);
    });
  }

  @Mutation(() => SocialService, {
    nullable: true,
    description:
      'Ends a social service (afslut). When it was the last effort of its unit for the citizen, the unit stops being their caseworker 30 days later.',
  })
  @Writes('SOCIAL_SERVICE')
  endSocialService(
    @Arg('input', () => EndSocialServiceInput) input: EndSocialServiceInput,
    @Ctx() context: SubgraphContext,
  ): Promise<SocialService> {
    const { citizenId, serviceId: id, version, reason } = input;
    return context.writer.write(async (manager) => {
      const service = await lockVersion(manager, SocialService, { citizenId, id, version }, 'input.serviceId');
      assertNotEnded(service);
      const validTo = endOf(service.validFrom, dayOrToday(input.validTo));
      Object.assign(service, { validTo, endReason: reason, followUpOn: null, version: version + 1 });
      return saveService(context, manager, service);
    });
  }
}
