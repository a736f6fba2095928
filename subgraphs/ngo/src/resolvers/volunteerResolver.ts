import { randomUUID } from 'node:crypto';
import { type Connection, inputDay, kitError, PageArguments, Public, Roles, today } from '@sammen/subgraph-kit';
import { municipality } from '@sammen/reference-data';
import { Arg, Args, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { IsNull, MoreThan } from 'typeorm';
import { ngoError } from '../errors.js';
import { ChangeVolunteerInput, RegisterVolunteerInput } from '../input/volunteerInput.js';
import type { NgoContext } from '../loaders.js';
import { VolunteerConnection } from '../model/connections.js';
import { VisitAgreement } from '../model/visitAgreement.js';
import { Volunteer } from '../model/volunteer.js';
import { notPast, pageOfTable } from '../pageOfTable.js';
import { changed, lockPerson } from '../write/person.js';

/** Volunteers as their own organisation, and they themselves, see them. */
@Resolver(() => Volunteer)
export class VolunteerResolver {
  @Query(() => VolunteerConnection, { description: 'The volunteers of your own organisation by name (frivillige).' })
  @Public()
  @Roles('NGO_COORDINATOR')
  async volunteers(
    @Args(() => PageArguments) page: PageArguments,
    @Arg('former', () => Boolean, { defaultValue: false, description: 'Also those who have stopped.' }) former: boolean,
    @Ctx() { actor, database }: NgoContext,
  ): Promise<Connection<Volunteer>> {
    const where = { organisationId: actor.organisationId ?? '', ...(former ? {} : { activeTo: notPast() }) };
    return VolunteerConnection.of(await pageOfTable(database.getRepository(Volunteer), where, 'name', page));
  }

  @Query(() => Volunteer, { nullable: true, description: 'You as a volunteer; null when you are none (min profil).' })
  @Public()
  @Roles('VOLUNTEER')
  myVolunteerProfile(@Ctx() { actor, database }: NgoContext): Promise<Volunteer | null> {
    const { id: actorId, organisationId } = actor;
    return database.getRepository(Volunteer).findOneBy({ actorId, organisationId: organisationId ?? '' });
  }

  @Mutation(() => Volunteer, { description: 'Registers a volunteer of your own organisation (opret frivillig).' })
  @Roles('NGO_COORDINATOR')
  registerVolunteer(
    @Arg('input', () => RegisterVolunteerInput) input: RegisterVolunteerInput,
    @Ctx() { actor, writer }: NgoContext,
  ): Promise<Volunteer> {
    const { activeFrom, idempotencyKey, ...said } = input;
    if (municipality(said.municipalityCode) === null)
      throw kitError('REFERENCE_UNKNOWN', { field: 'input.municipalityCode' });
    const idempotency = { actorId: actor.id, mutation: 'registerVolunteer', key: idempotencyKey, input };
    return writer.writeOnce(idempotency, Volunteer, async (manager) => {
      const volunteer = manager.create(Volunteer, {
        ...said,
        id: randomUUID(),
        organisationId: actor.organisationId ?? '',
        activeFrom: activeFrom ? inputDay(activeFrom) : today(),
        activeTo: null,
        version: 1,
      });
      await manager.insert(Volunteer, volunteer);
      return volunteer;
    });
  }

  @Mutation(() => Volunteer, { description: 'Changes a volunteer of your own organisation (ret frivillig).' })
  @Roles('NGO_COORDINATOR')
  changeVolunteer(
    @Arg('input', () => ChangeVolunteerInput) input: ChangeVolunteerInput,
    @Ctx() { actor, writer }: NgoContext,
  ): Promise<Volunteer> {
    const { volunteerId, version, activeTo, capacity } = input;
    return writer.write(async (manager) => {
      const volunteer = await lockPerson(manager, Volunteer, { id: volunteerId, version }, actor.organisationId);
      const until = activeTo ? inputDay(activeTo) : null;
      if (until !== null) {
        const open = { volunteerId, endedOn: IsNull() };
        const longer = [
          { ...open, plannedEndOn: IsNull() },
          { ...open, plannedEndOn: MoreThan(until) },
        ];
        if (await manager.existsBy(VisitAgreement, longer))
          throw ngoError('STILL_MATCHED', { field: 'input.activeTo' });
      }
      return manager.save(Volunteer, changed(volunteer, { capacity, activeTo: until }));
    });
  }
}
