import { Organisation, Public, organisationOf } from '@sammen/subgraph-kit';
import { GraphQLDate } from 'graphql-scalars';
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** In what capacity somebody teaches. */
export enum EducatorKind {
  PRACTITIONER = 'PRACTITIONER',
  PEER = 'PEER',
}
registerEnumType(EducatorKind, {
  name: 'EducatorKind',
  description: 'In what capacity somebody teaches.',
  valuesConfig: {
    PRACTITIONER: { description: 'By profession (fagperson).' },
    PEER: { description: 'By lived experience (peer).' },
  },
});

/** Somebody who teaches a course. */
@ObjectType({ description: 'Somebody who teaches a course (underviser).' })
@Public()
export class CourseEducator {
  @Field(() => EducatorKind, { description: 'By profession or by lived experience.' })
  kind!: EducatorKind;

  @Field(() => String, { description: 'The name that they teach under.' })
  name!: string;

  organisationId!: string;
}

/** A course of psycho-education: taught by at least one practitioner and at least one peer, or not at all. */
@Entity('course')
@ObjectType({
  description: 'A course of psycho-education (psykoedukation), taught by practitioners and peers together.',
})
@Public()
export class Course {
  @PrimaryColumn('uuid')
  @Field(() => ID, { description: 'Unique among courses.' })
  id!: string;

  @Column('text', { name: 'organisation_id' })
  organisationId!: string;

  @Column('text')
  @Field(() => String, { description: 'What it is about.' })
  title!: string;

  @Column('text', { nullable: true })
  @Field(() => String, { nullable: true, description: 'Where it is held; null when not settled.' })
  place!: string | null;

  @Column('date', { name: 'starts_on' })
  @Field(() => GraphQLDate, { description: 'The day of the first session.' })
  startsOn!: string;

  @Column('date', { name: 'ends_on' })
  @Field(() => GraphQLDate, { description: 'The day of the last session.' })
  endsOn!: string;

  @Column('int')
  @Field(() => Int, { description: 'How many can take part (pladser).' })
  capacity!: number;

  @Column('jsonb')
  @Field(() => [CourseEducator], { description: 'Who teaches: always a practitioner and a peer.' })
  educators!: CourseEducator[];

  @Field(() => Organisation, { description: 'The NGO that holds it (forening).' })
  organisation(): Organisation {
    return organisationOf(this.organisationId);
  }
}
