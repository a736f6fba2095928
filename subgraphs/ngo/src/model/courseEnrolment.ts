import { Citizen, citizenReference, Consent, Key, Organisation, Public, organisationOf } from '@sammen/subgraph-kit';
import { GraphQLDate } from 'graphql-scalars';
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What somebody does on a course. */
export enum EnrolmentRole {
  PARTICIPANT = 'PARTICIPANT',
  TRAINEE_EDUCATOR = 'TRAINEE_EDUCATOR',
}
registerEnumType(EnrolmentRole, {
  name: 'EnrolmentRole',
  description: 'What somebody does on a course.',
  valuesConfig: {
    PARTICIPANT: { description: 'Takes part (deltager).' },
    TRAINEE_EDUCATOR: { description: 'Is learning to teach as a peer (kommende peer-underviser).' },
  },
});

/** Where an enrolment stands. */
export enum EnrolmentStatus {
  ENROLLED = 'ENROLLED',
  COMPLETED = 'COMPLETED',
  WITHDRAWN = 'WITHDRAWN',
}
registerEnumType(EnrolmentStatus, {
  name: 'EnrolmentStatus',
  description: 'Where an enrolment stands.',
  valuesConfig: {
    ENROLLED: { description: 'The course is to come or goes on (tilmeldt).' },
    COMPLETED: { description: 'The course is over (gennemført).' },
    WITHDRAWN: { description: 'The citizen left the course (frameldt).' },
  },
});

/** A citizen on a course. The course is public, that the citizen takes part is not. */
@Entity('course_enrolment')
@ObjectType({ description: 'A citizen on a course of psycho-education (tilmelding).' })
@Key('citizenId id')
@Consent('PSYCHO_EDUCATION')
export class CourseEnrolment {
  @PrimaryColumn('uuid', { name: 'citizen_id' })
  @Field(() => ID, { description: 'Who takes part.' })
  @Public()
  citizenId!: string;

  @PrimaryColumn('uuid')
  @Field(() => ID, { description: 'Unique among the enrolments of this citizen.' })
  @Public()
  id!: string;

  @Column('uuid', { name: 'course_id' })
  courseId!: string;

  @Column('text', { name: 'organisation_id' })
  organisationId!: string;

  @Column('text')
  @Field(() => EnrolmentRole, { nullable: true, description: 'What the citizen does on the course.' })
  role!: EnrolmentRole;

  @Column('date', { name: 'enrolled_on' })
  @Field(() => GraphQLDate, { nullable: true, description: 'When the citizen was enrolled.' })
  enrolledOn!: string;

  @Column('date', { name: 'withdrawn_on', nullable: true })
  @Field(() => GraphQLDate, { nullable: true, description: 'When the citizen left the course; null otherwise.' })
  withdrawnOn!: string | null;

  @Column('int')
  @Field(() => Int, { nullable: true, description: 'Rises with every change; send it along when you change it.' })
  version!: number;

  @Field(() => Organisation, { nullable: true, description: 'The NGO that holds the course (forening).' })
  organisation(): Organisation {
    return organisationOf(this.organisationId);
  }

  @Field(() => Citizen, { description: 'Who takes part.' })
  @Public()
  citizen(): Citizen {
    return citizenReference(this.citizenId);
  }
}
