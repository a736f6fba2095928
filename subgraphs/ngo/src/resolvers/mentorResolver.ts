import { type Connection, PageArguments, Public, Roles } from '@sammen/subgraph-kit';
import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import type { NgoContext } from '../loaders.js';
import { MentorConnection } from '../model/connections.js';
import { Mentor } from '../model/mentor.js';
import { MentorExperience } from '../model/mentorExperience.js';
import { TeamAssignment } from '../model/teamAssignment.js';
import { notPast, pageOfTable } from '../pageOfTable.js';

/** Mentors as their own organisation, and they themselves, see them. */
@Resolver(() => Mentor)
export class MentorResolver {
  @Query(() => MentorConnection, { description: 'The mentors of your own organisation by name (mentorer).' })
  @Public()
  @Roles('NGO_COORDINATOR')
  async mentors(
    @Args(() => PageArguments) page: PageArguments,
    @Arg('former', () => Boolean, { defaultValue: false, description: 'Also those who have stopped.' }) former: boolean,
    @Ctx() { actor, database }: NgoContext,
  ): Promise<Connection<Mentor>> {
    const where = { organisationId: actor.organisationId ?? '', ...(former ? {} : { activeTo: notPast() }) };
    return MentorConnection.of(await pageOfTable(database.getRepository(Mentor), where, 'name', page));
  }

  @Query(() => Mentor, { nullable: true, description: 'You as a mentor; null when you are none (min profil).' })
  @Public()
  @Roles('MENTOR')
  myMentorProfile(@Ctx() { actor, database }: NgoContext): Promise<Mentor | null> {
    const { id: actorId, organisationId } = actor;
    return database.getRepository(Mentor).findOneBy({ actorId, organisationId: organisationId ?? '' });
  }

  @FieldResolver(() => MentorExperience, {
    nullable: true,
    description: 'Lived experience (egne erfaringer): for the mentor and the own coordinator; null for anybody else.',
  })
  experience(@Root() { id }: Mentor, @Ctx() { loaders }: NgoContext): Promise<MentorExperience | null> {
    return loaders.ownExperience.load(id);
  }

  @FieldResolver(() => [TeamAssignment], { description: 'Teams of professionals that the mentor is a peer for.' })
  teamAssignments(@Root() { id }: Mentor, @Ctx() { loaders }: NgoContext): Promise<TeamAssignment[]> {
    return loaders.assignments.load(id);
  }
}
