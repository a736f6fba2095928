import { randomUUID } from 'node:crypto';
import { inputDay, kitError, Roles, Writes } from '@sammen/subgraph-kit';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { EntityManager } from 'typeorm';
import { ngoError } from '../errors.js';
import { ArrangeVolunteerInput, ContactInput, EndMatchInput } from '../input/matchInput.js';
import type { NgoContext } from '../loaders.js';
import { VisitAgreement } from '../model/visitAgreement.js';
import { Volunteer } from '../model/volunteer.js';
import { VolunteerVisit } from '../model/volunteerVisit.js';
import { contactOf } from '../write/contact.js';
import { matchRelations } from '../write/matchRelation.js';
import { endMatch, firstDay, lockMatch } from '../write/matchStory.js';
import { lockFreeVolunteer } from '../write/supporter.js';

/** What a coordinator arranges with volunteers, and what a volunteer records. */
@Resolver(() => VisitAgreement)
export class VisitWriteResolver {
  @Mutation(() => VisitAgreement, {
    nullable: true,
    description: 'Arranges that a volunteer of your own organisation visits a citizen (besøgsaftale).',
  })
  @Writes('VOLUNTEER_VISIT')
  @Roles('NGO_COORDINATOR')
  arrangeVolunteer(
    @Arg('input', () => ArrangeVolunteerInput) input: ArrangeVolunteerInput,
    @Ctx() context: NgoContext,
  ): Promise<VisitAgreement> {
    const { actor, writer } = context;
    const { citizenId, goals, frequency, idempotencyKey } = input;
    const startedOn = firstDay(input.startedOn);
    const plannedEndOn = input.plannedEndOn ? inputDay(input.plannedEndOn) : null;
    if (plannedEndOn !== null && plannedEndOn <= startedOn)
      throw ngoError('MATCH_DATE_INVALID', { field: 'input.plannedEndOn' });
    const idempotency = { actorId: actor.id, mutation: 'arrangeVolunteer', key: idempotencyKey, input };
    return writer.writeOnce(idempotency, VisitAgreement, async (manager) => {
      const volunteer = await lockFreeVolunteer(manager, input.volunteerId, actor.organisationId);
      const agreement = manager.create(VisitAgreement, {
        citizenId,
        id: randomUUID(),
        organisationId: volunteer.organisationId,
        volunteerId: volunteer.id,
        goals,
        frequency,
        startedOn,
        plannedEndOn,
        endedOn: null,
        endReason: null,
        version: 1,
      });
      await manager.insert(VisitAgreement, agreement);
      return reported(context, manager, agreement, volunteer.actorId);
    });
  }

  @Mutation(() => VisitAgreement, {
    nullable: true,
    description: 'Ends an agreement today (afslut). The volunteer sees nothing of the citizen from then on.',
  })
  @Writes('VOLUNTEER_VISIT')
  @Roles('NGO_COORDINATOR')
  endVolunteerAgreement(
    @Arg('input', () => EndMatchInput) input: EndMatchInput,
    @Ctx() context: NgoContext,
  ): Promise<VisitAgreement> {
    return context.writer.write(async (manager) => {
      const agreement = await lockMatch(manager, VisitAgreement, context.actor.organisationId, input);
      const { actorId } = await manager.findOneByOrFail(Volunteer, { id: agreement.volunteerId });
      endMatch(agreement, input);
      return reported(context, manager, await manager.save(VisitAgreement, agreement), actorId);
    });
  }

  @Mutation(() => VolunteerVisit, {
    nullable: true,
    description: 'Records or plans a visit: your own, or as coordinator any of your organisation (registrér besøg).',
  })
  @Writes('VOLUNTEER_VISIT')
  @Roles('VOLUNTEER', 'NGO_COORDINATOR')
  recordVolunteerVisit(
    @Arg('input', () => ContactInput) input: ContactInput,
    @Ctx() { actor, writer }: NgoContext,
  ): Promise<VolunteerVisit> {
    const idempotency = { actorId: actor.id, mutation: 'recordVolunteerVisit', key: input.idempotencyKey, input };
    return writer.writeOnce(idempotency, VolunteerVisit, async (manager) => {
      const agreement = await lockMatch(manager, VisitAgreement, actor.organisationId, input);
      const volunteer = await manager.findOneByOrFail(Volunteer, { id: agreement.volunteerId });
      if (actor.role === 'VOLUNTEER' && volunteer.actorId !== actor.id)
        throw kitError('NOT_FOUND', { field: 'input.matchId' });
      const visit = await contactOf(manager, VolunteerVisit, agreement, { agreementId: agreement.id }, input);
      return manager.save(VolunteerVisit, visit);
    });
  }
}

async function reported(
  { relations }: NgoContext,
  manager: EntityManager,
  agreement: VisitAgreement,
  actorId: string,
): Promise<VisitAgreement> {
  for (const relation of matchRelations('VOLUNTEER_MATCH', agreement, actorId))
    await relations.report(manager, agreement.citizenId, relation);
  return agreement;
}
