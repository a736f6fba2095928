import { randomUUID } from 'node:crypto';
import { dayOf, kitError, Roles } from '@sammen/subgraph-kit';
import { organisation } from '@sammen/reference-data';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { ngoError } from '../errors.js';
import { CreateCourseInput } from '../input/courseInput.js';
import type { NgoContext } from '../loaders.js';
import { Course, EducatorKind } from '../model/course.js';
import { CourseSession } from '../model/courseSession.js';

/** Makes courses. The rule that practitioners and peers teach together also stands in the table itself. */
@Resolver(() => Course)
export class CourseWriteResolver {
  @Mutation(() => Course, {
    description: 'Creates a course of your own organisation; refused without a practitioner and a peer (opret kursus).',
  })
  @Roles('NGO_COORDINATOR')
  createCourse(
    @Arg('input', () => CreateCourseInput) input: CreateCourseInput,
    @Ctx() { actor, writer }: NgoContext,
  ): Promise<Course> {
    const { title, place, capacity, educators, sessions, idempotencyKey } = input;
    assertTaughtTogether(educators);
    if (educators.some(({ organisationId }) => organisation(organisationId) === null))
      throw kitError('REFERENCE_UNKNOWN', { field: 'input.educators' });
    const times = sessions.map(({ at }) => at.getTime());
    if (new Set(times).size < times.length)
      throw kitError('INVALID_INPUT', { field: 'input.sessions', message: 'Two sessions begin at the same time.' });
    const idempotency = { actorId: actor.id, mutation: 'createCourse', key: idempotencyKey, input };
    return writer.writeOnce(idempotency, Course, async (manager) => {
      const id = randomUUID();
      const course = manager.create(Course, {
        id,
        organisationId: actor.organisationId ?? '',
        title,
        place: place ?? null,
        startsOn: dayOf(new Date(Math.min(...times))),
        endsOn: dayOf(new Date(Math.max(...times))),
        capacity,
        educators: educators.map(({ kind, name, organisationId }) => ({ kind, name, organisationId })),
      });
      await manager.insert(Course, course);
      await manager.insert(
        CourseSession,
        sessions.map(({ at, topic }) => ({ courseId: id, id: randomUUID(), at, topic })),
      );
      return course;
    });
  }
}

function assertTaughtTogether(educators: readonly { readonly kind: EducatorKind }[]): void {
  const has = (kind: EducatorKind) => educators.some((educator) => educator.kind === kind);
  if (!has(EducatorKind.PEER)) throw ngoError('COURSE_NEEDS_PEER', { field: 'input.educators' });
  if (!has(EducatorKind.PRACTITIONER)) throw ngoError('COURSE_NEEDS_PRACTITIONER', { field: 'input.educators' });
}
