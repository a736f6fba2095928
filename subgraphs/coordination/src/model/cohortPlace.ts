import { Consent } from '@sammen/subgraph-kit';
import { GraphQLDateTime } from 'graphql-scalars';
import { Field, Int, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Each municipality chooses ten of its most complex cases (domain.md A12). */
export const COHORT_PLACES = 10;

/** A place among a municipality's ten. Given up when the case closes; the row stays, so a swap keeps its history. */
@Entity('cohort_place')
@ObjectType({ description: 'A place among the ten most complex cases of a municipality (plads i kohorten).' })
@Consent('CARE_TEAM')
export class CohortPlace {
  @PrimaryColumn('uuid', { name: 'citizen_id' })
  citizenId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'case_id' })
  caseId!: string;

  @Column('text', { name: 'organisation_id' })
  organisationId!: string;

  @Column('int')
  @Field(() => Int, { nullable: true, description: 'Which of the ten, 1 to 10.' })
  rank!: number;

  @Column('timestamptz', { name: 'taken_at' })
  @Field(() => GraphQLDateTime, { nullable: true, description: 'When the case was chosen.' })
  takenAt!: Date;

  @Column('text', { name: 'taken_by' })
  takenBy!: string;

  @Column('text')
  @Field(() => String, { nullable: true, description: 'Why this case.' })
  reason!: string;

  @Column('int', { name: 'complexity_score', nullable: true })
  @Field(() => Int, { nullable: true, description: 'How complex, 0 to 100; null when nobody scored it.' })
  complexityScore!: number | null;

  @Column('timestamptz', { name: 'released_at', nullable: true })
  @Field(() => GraphQLDateTime, { nullable: true, description: 'When the place was given up; null while it is held.' })
  releasedAt!: Date | null;
}
