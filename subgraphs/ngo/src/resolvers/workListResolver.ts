import {
  assertId,
  type Connection,
  kitError,
  PageArguments,
  Public,
  Roles,
  type RowKey,
  today,
  visiblePage,
} from '@sammen/subgraph-kit';
import { Arg, Args, Ctx, ID, Int, Query, Resolver } from 'type-graphql';
import type { EntityTarget } from 'typeorm';
import { addDays } from '../days.js';
import type { NgoContext } from '../loaders.js';
import { CourseParticipantConnection, MenteeConnection, VisitedConnection } from '../model/connections.js';
import { CourseEnrolment } from '../model/courseEnrolment.js';
import { Mentorship } from '../model/mentorship.js';
import { Mentor } from '../model/mentor.js';
import { VisitAgreement } from '../model/visitAgreement.js';
import { Volunteer } from '../model/volunteer.js';

/** Work lists of an NGO's own people: a mentor's and a volunteer's are their own, a coordinator's the organisation's. */
@Resolver()
export class WorkListResolver {
  @Query(() => MenteeConnection, {
    description: 'Mentorships that go on, the one that ends first first (mine mentorforløb).',
  })
  @Public()
  @Roles('MENTOR', 'NGO_COORDINATOR')
  async myMentees(
    @Args(() => PageArguments) page: PageArguments,
    @Ctx() context: NgoContext,
  ): Promise<Connection<Mentorship>> {
    return mentees(context, page, null);
  }

  @Query(() => MenteeConnection, {
    description: 'Mentorships whose planned end has passed or comes within some days (udløber snart).',
  })
  @Public()
  @Roles('MENTOR', 'NGO_COORDINATOR')
  async mentorshipsEndingSoon(
    @Arg('withinDays', () => Int, { defaultValue: 30, description: 'How many days, 0 to 365.' }) withinDays: number,
    @Args(() => PageArguments) page: PageArguments,
    @Ctx() context: NgoContext,
  ): Promise<Connection<Mentorship>> {
    if (withinDays < 0 || withinDays > 365) throw kitError('INVALID_INPUT', { field: 'withinDays' });
    return mentees(context, page, addDays(today(), withinDays));
  }

  @Query(() => VisitedConnection, { description: 'Agreements that go on, newest first (mine besøgsaftaler).' })
  @Public()
  @Roles('VOLUNTEER', 'NGO_COORDINATOR')
  async myVisitAgreements(
    @Args(() => PageArguments) page: PageArguments,
    @Ctx() context: NgoContext,
  ): Promise<Connection<VisitAgreement>> {
    const { actor, loaders } = context;
    const query = openOf(context, VisitAgreement)
      .innerJoin(Volunteer, 'person', 'person.id = r.volunteerId')
      .orderBy('r.startedOn', 'DESC')
      .addOrderBy('r.id');
    if (actor.role === 'VOLUNTEER') query.andWhere('person.actorId = :actorId', { actorId: actor.id });
    const keys = await query.getRawMany<RowKey>();
    const read = (shown: readonly RowKey[]) => present(loaders.agreement.loadMany(shown));
    return VisitedConnection.of(await visiblePage(context, 'VOLUNTEER_VISIT', page, keys, read));
  }

  @Query(() => CourseParticipantConnection, {
    description: 'Who takes part in a course of your own organisation, as far as you may see (deltagere).',
  })
  @Public()
  @Roles('NGO_COORDINATOR')
  async courseParticipants(
    @Arg('courseId', () => ID, { description: 'The course.' }) courseId: string,
    @Args(() => PageArguments) page: PageArguments,
    @Ctx() context: NgoContext,
  ): Promise<Connection<CourseEnrolment>> {
    const keys = await context.database
      .getRepository(CourseEnrolment)
      .createQueryBuilder('r')
      .select('r.citizenId', 'citizenId')
      .addSelect('r.id', 'id')
      .where('r.courseId = :courseId', { courseId: assertId(courseId, 'courseId') })
      .andWhere('r.organisationId = :organisationId', { organisationId: context.actor.organisationId })
      .andWhere('r.withdrawnOn IS NULL')
      .orderBy('r.enrolledOn')
      .addOrderBy('r.id')
      .getRawMany<RowKey>();
    const read = (shown: readonly RowKey[]) => present(context.loaders.enrolment.loadMany(shown));
    return CourseParticipantConnection.of(await visiblePage(context, 'PSYCHO_EDUCATION', page, keys, read));
  }
}

async function mentees(
  context: NgoContext,
  page: PageArguments,
  until: string | null,
): Promise<Connection<Mentorship>> {
  const { actor, loaders } = context;
  const query = openOf(context, Mentorship)
    .innerJoin(Mentor, 'person', 'person.id = r.mentorId')
    .orderBy('r.plannedEndOn')
    .addOrderBy('r.id');
  if (actor.role === 'MENTOR') query.andWhere('person.actorId = :actorId', { actorId: actor.id });
  if (until !== null) query.andWhere('r.plannedEndOn <= :until', { until });
  const keys = await query.getRawMany<RowKey>();
  const read = (shown: readonly RowKey[]) => present(loaders.mentorship.loadMany(shown));
  return MenteeConnection.of(await visiblePage(context, 'MENTORSHIP', page, keys, read));
}

/** Keys of the organisation's matches that nobody has ended. */
function openOf<Row extends object>({ actor, database }: NgoContext, entity: EntityTarget<Row>) {
  return database
    .getRepository(entity)
    .createQueryBuilder('r')
    .select('r.citizenId', 'citizenId')
    .addSelect('r.id', 'id')
    .where('r.organisationId = :organisationId', { organisationId: actor.organisationId })
    .andWhere('r.endedOn IS NULL');
}

async function present<Row>(rows: Promise<(Row | Error | null)[]>): Promise<Row[]> {
  const found: Row[] = [];
  for (const row of await rows) {
    if (row instanceof Error) throw row;
    if (row !== null) found.push(row);
  }
  return found;
}
