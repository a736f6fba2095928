import { Public } from '@sammen/subgraph-kit';
import { GraphQLDateTime } from 'graphql-scalars';
import { Field, ID, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One session of a course. */
@Entity('course_session')
@ObjectType({ description: 'One session of a course (kursusgang).' })
@Public()
export class CourseSession {
  @PrimaryColumn('uuid', { name: 'course_id' })
  courseId!: string;

  @PrimaryColumn('uuid')
  @Field(() => ID, { description: 'Unique among the sessions of the course.' })
  id!: string;

  @Column('timestamptz')
  @Field(() => GraphQLDateTime, { description: 'When it begins.' })
  at!: Date;

  @Column('text')
  @Field(() => String, { description: 'What it is about (emne).' })
  topic!: string;
}
