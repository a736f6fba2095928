import { Consent, today } from '@sammen/subgraph-kit';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { NgoContext } from '../loaders.js';
import { Course } from '../model/course.js';
import { CourseEnrolment, EnrolmentStatus } from '../model/courseEnrolment.js';
import { CourseSession } from '../model/courseSession.js';
import { SessionAttendance } from '../model/sessionAttendance.js';

/** What belongs to an enrolment and lives in tables of its own. */
@Resolver(() => CourseEnrolment)
export class EnrolmentResolver {
  @FieldResolver(() => Course, { nullable: true, description: 'The course and its sessions.' })
  course(@Root() { courseId }: CourseEnrolment, @Ctx() { loaders }: NgoContext): Promise<Course | null> {
    return loaders.course.load(courseId);
  }

  @FieldResolver(() => [SessionAttendance], {
    nullable: true,
    description: 'Which sessions the citizen came to, as far as recorded, first one first (fremmøde).',
  })
  async attendance(@Root() enrolment: CourseEnrolment, @Ctx() { loaders }: NgoContext): Promise<SessionAttendance[]> {
    const [recorded, sessions] = await Promise.all([
      loaders.attendance.load(enrolment),
      loaders.sessions.load(enrolment.courseId),
    ]);
    return sessions.flatMap(({ id }) => recorded.filter(({ sessionId }) => sessionId === id));
  }

  @FieldResolver(() => EnrolmentStatus, { nullable: true, description: 'Where it stands today.' })
  async status(
    @Root() { courseId, withdrawnOn }: CourseEnrolment,
    @Ctx() { loaders }: NgoContext,
  ): Promise<EnrolmentStatus> {
    if (withdrawnOn !== null) return EnrolmentStatus.WITHDRAWN;
    const course = await loaders.course.load(courseId);
    return course !== null && course.endsOn < today() ? EnrolmentStatus.COMPLETED : EnrolmentStatus.ENROLLED;
  }
}

/** Which session an attendance is about. */
@Resolver(() => SessionAttendance)
export class AttendanceResolver {
  @FieldResolver(() => CourseSession, { nullable: true, description: 'The session.' })
  @Consent('PSYCHO_EDUCATION')
  async session(
    @Root() { courseId, sessionId }: SessionAttendance,
    @Ctx() { loaders }: NgoContext,
  ): Promise<CourseSession | null> {
    const sessions = await loaders.sessions.load(courseId);
    return sessions.find(({ id }) => id === sessionId) ?? null;
  }
}
