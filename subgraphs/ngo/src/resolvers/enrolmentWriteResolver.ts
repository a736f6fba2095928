import { randomUUID } from 'node:crypto';
import { assertId, kitError, Roles, today, Writes } from '@sammen/subgraph-kit';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { type EntityManager, IsNull } from 'typeorm';
import { ngoError } from '../errors.js';
import { AttendanceInput, EnrolInput, WithdrawInput } from '../input/courseInput.js';
import type { NgoContext } from '../loaders.js';
import { Course } from '../model/course.js';
import { CourseEnrolment } from '../model/courseEnrolment.js';
import { CourseSession } from '../model/courseSession.js';
import { SessionAttendance } from '../model/sessionAttendance.js';
import { enrolmentRelation } from '../write/matchRelation.js';

/** What a coordinator does with the citizens on a course. Each change carries its care relation. */
@Resolver(() => CourseEnrolment)
export class EnrolmentWriteResolver {
  @Mutation(() => CourseEnrolment, {
    nullable: true,
    description: 'Enrols a citizen in a course of your own organisation (tilmeld).',
  })
  @Writes('PSYCHO_EDUCATION')
  @Roles('NGO_COORDINATOR')
  enrolInCourse(
    @Arg('input', () => EnrolInput) input: EnrolInput,
    @Ctx() { actor, writer, relations }: NgoContext,
  ): Promise<CourseEnrolment> {
    const { citizenId, role, idempotencyKey } = input;
    const courseId = assertId(input.courseId, 'input.courseId');
    const idempotency = { actorId: actor.id, mutation: 'enrolInCourse', key: idempotencyKey, input };
    return writer.writeOnce(idempotency, CourseEnrolment, async (manager) => {
      const course = await lockCourse(manager, courseId, actor.organisationId);
      if (course.endsOn < today()) throw ngoError('COURSE_OVER', { field: 'input.courseId' });
      const current = { courseId, withdrawnOn: IsNull() };
      if (await manager.existsBy(CourseEnrolment, { citizenId, ...current }))
        throw ngoError('ALREADY_ENROLLED', { field: 'input.citizenId' });
      if ((await manager.countBy(CourseEnrolment, current)) >= course.capacity)
        throw ngoError('COURSE_FULL', { field: 'input.courseId' });
      const enrolment = manager.create(CourseEnrolment, {
        citizenId,
        id: randomUUID(),
        courseId,
        organisationId: course.organisationId,
        role,
        enrolledOn: today(),
        withdrawnOn: null,
        version: 1,
      });
      await manager.insert(CourseEnrolment, enrolment);
      await relations.report(manager, citizenId, enrolmentRelation(enrolment, course.endsOn));
      return enrolment;
    });
  }

  @Mutation(() => CourseEnrolment, {
    nullable: true,
    description: 'Records whether a citizen came to a session that has begun; recorded again, it corrects (fremmøde).',
  })
  @Writes('PSYCHO_EDUCATION')
  @Roles('NGO_COORDINATOR')
  recordAttendance(
    @Arg('input', () => AttendanceInput) input: AttendanceInput,
    @Ctx() { actor, writer }: NgoContext,
  ): Promise<CourseEnrolment> {
    const sessionId = assertId(input.sessionId, 'input.sessionId');
    return writer.write(async (manager) => {
      const enrolment = await lockEnrolment(manager, actor.organisationId, input);
      const { citizenId, id: enrolmentId, courseId } = enrolment;
      const session = await manager.findOneBy(CourseSession, { courseId, id: sessionId });
      if (session === null) throw kitError('NOT_FOUND', { field: 'input.sessionId' });
      if (session.at.getTime() > Date.now()) throw ngoError('SESSION_NOT_HELD', { field: 'input.sessionId' });
      const { attended } = input;
      await manager.upsert(
        SessionAttendance,
        { citizenId, enrolmentId, sessionId, courseId, attended, recordedAt: new Date() },
        ['citizenId', 'enrolmentId', 'sessionId'],
      );
      return enrolment;
    });
  }

  @Mutation(() => CourseEnrolment, {
    nullable: true,
    description: 'The citizen leaves the course (frameld).',
  })
  @Writes('PSYCHO_EDUCATION')
  @Roles('NGO_COORDINATOR')
  withdrawFromCourse(
    @Arg('input', () => WithdrawInput) input: WithdrawInput,
    @Ctx() { actor, writer, relations }: NgoContext,
  ): Promise<CourseEnrolment> {
    return writer.write(async (manager) => {
      const enrolment = await lockEnrolment(manager, actor.organisationId, input);
      if (enrolment.version !== input.version) throw kitError('VERSION_CONFLICT', { field: 'input.version' });
      const course = await manager.findOneByOrFail(Course, { id: enrolment.courseId });
      Object.assign(enrolment, { withdrawnOn: today(), version: enrolment.version + 1 });
      await relations.report(manager, input.citizenId, enrolmentRelation(enrolment, course.endsOn));
      return manager.save(CourseEnrolment, enrolment);
    });
  }
}

/** Locked, so that two enrolments at once cannot both take the last place. */
async function lockCourse(manager: EntityManager, id: string, organisationId: string | null): Promise<Course> {
  const where = { id, organisationId: organisationId ?? '' };
  const course = await manager.findOne(Course, { where, lock: { mode: 'pessimistic_write' } });
  if (course === null) throw ngoError('COURSE_UNKNOWN', { field: 'input.courseId' });
  return course;
}

async function lockEnrolment(
  manager: EntityManager,
  organisationId: string | null,
  { citizenId, enrolmentId }: { citizenId: string; enrolmentId: string },
): Promise<CourseEnrolment> {
  const id = assertId(enrolmentId, 'input.enrolmentId');
  const where = { citizenId, id, organisationId: organisationId ?? '' };
  const enrolment = await manager.findOne(CourseEnrolment, { where, lock: { mode: 'pessimistic_write' } });
  if (enrolment === null) throw kitError('NOT_FOUND', { field: 'input.enrolmentId' });
  if (enrolment.withdrawnOn !== null) throw ngoError('ENROLMENT_WITHDRAWN', { field: 'input.enrolmentId' });
  return enrolment;
}
