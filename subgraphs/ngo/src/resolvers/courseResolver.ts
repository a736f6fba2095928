import {
  assertId,
  type Connection,
  Organisation,
  organisationOf,
  PageArguments,
  Public,
  today,
} from '@sammen/subgraph-kit';
import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { MoreThanOrEqual } from 'typeorm';
import type { NgoContext } from '../loaders.js';
import { CourseConnection } from '../model/connections.js';
import { Course, CourseEducator } from '../model/course.js';
import { CourseSession } from '../model/courseSession.js';
import { pageOfTable } from '../pageOfTable.js';

/** Courses and who holds them: open to everybody. Who takes part is the citizens' own affair and not here. */
@Resolver(() => Course)
export class CourseResolver {
  @Query(() => CourseConnection, { description: 'Courses of psycho-education by first day (kurser).' })
  @Public()
  async courses(
    @Args(() => PageArguments) page: PageArguments,
    @Arg('organisationId', () => ID, { nullable: true, description: 'Those of one NGO.' })
    organisationId: string | null,
    @Arg('past', () => Boolean, { defaultValue: false, description: 'Also those that are over.' }) past: boolean,
    @Ctx() { database }: NgoContext,
  ): Promise<Connection<Course>> {
    const where = {
      ...(organisationId ? { organisationId } : {}),
      ...(past ? {} : { endsOn: MoreThanOrEqual(today()) }),
    };
    return CourseConnection.of(await pageOfTable(database.getRepository(Course), where, 'startsOn', page));
  }

  @Query(() => Course, { nullable: true, description: 'One course; null when there is none (kursus).' })
  @Public()
  course(
    @Arg('id', () => ID, { description: 'The course.' }) id: string,
    @Ctx() { loaders }: NgoContext,
  ): Promise<Course | null> {
    return loaders.course.load(assertId(id, 'id'));
  }

  @FieldResolver(() => [CourseSession], { description: 'The sessions, first one first (kursusgange).' })
  sessions(@Root() { id }: Course, @Ctx() { loaders }: NgoContext): Promise<CourseSession[]> {
    return loaders.sessions.load(id);
  }
}

/** Where an educator comes from. */
@Resolver(() => CourseEducator)
export class CourseEducatorResolver {
  @FieldResolver(() => Organisation, { description: 'Where they come from.' })
  organisation(@Root() { organisationId }: CourseEducator): Organisation {
    return organisationOf(organisationId);
  }
}
