import { Consent } from '@sammen/subgraph-kit';
import { GraphQLDateTime } from 'graphql-scalars';
import { Field, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Whether a citizen came to a session of a course that they are enrolled in. */
@Entity('session_attendance')
@ObjectType({ description: 'Whether a citizen came to a session (fremmøde).' })
@Consent('PSYCHO_EDUCATION')
export class SessionAttendance {
  @PrimaryColumn('uuid', { name: 'citizen_id' })
  citizenId!: string;

  @PrimaryColumn('uuid', { name: 'enrolment_id' })
  enrolmentId!: string;

  @PrimaryColumn('uuid', { name: 'session_id' })
  sessionId!: string;

  @Column('uuid', { name: 'course_id' })
  courseId!: string;

  @Column('boolean')
  @Field(() => Boolean, { nullable: true, description: 'Whether they came.' })
  attended!: boolean;

  @Column('timestamptz', { name: 'recorded_at' })
  @Field(() => GraphQLDateTime, { nullable: true, description: 'When it was recorded last.' })
  recordedAt!: Date;
}
