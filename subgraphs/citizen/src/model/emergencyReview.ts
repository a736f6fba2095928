import { Consent, Organisation, codeEnum, organisationOf } from '@sammen/subgraph-kit';
import { GraphQLDateTime } from 'graphql-scalars';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What a review can come to. */
export type ReviewOutcome = 'ACCEPTED' | 'OBJECTED';

/** What a review can come to, as the graph has it. */
export const ReviewOutcomeEnum = codeEnum<ReviewOutcome>(
  'ReviewOutcome',
  'What a data protection officer found about an emergency access (udfald af gennemgang).',
  [
    { code: 'ACCEPTED', da: 'fundet i orden', en: 'It was in order' },
    { code: 'OBJECTED', da: 'indsigelse', en: 'It should not have been opened, or not so widely' },
  ],
);

/** One review of an emergency access. Append-only: who thinks again adds another, and the last one counts. */
@Entity('emergency_review')
@ObjectType({
  description: 'What a data protection officer found about an emergency access (gennemgang af værdispring).',
})
@Consent('ACCESS_LOG')
export class EmergencyReview {
  @PrimaryColumn('uuid', { name: 'citizen_id' })
  citizenId!: string;

  @PrimaryColumn('uuid')
  @Field(() => ID, { nullable: true, description: 'Unique.' })
  id!: string;

  @Column('uuid', { name: 'emergency_id' })
  emergencyId!: string;

  @Column('int')
  @Field(() => Int, { nullable: true, description: 'Counts up from 1; the highest is what counts.' })
  version!: number;

  @Column('text')
  @Field(() => ReviewOutcomeEnum, { nullable: true, description: 'What was found.' })
  outcome!: ReviewOutcome;

  @Column('text')
  @Field(() => String, { nullable: true, description: 'Why, in words that the citizen can read (begrundelse).' })
  note!: string;

  @Column('text', { name: 'reviewed_by' })
  reviewedBy!: string;

  @Column('text', { name: 'organisation_id' })
  organisationId!: string;

  @Column('timestamptz', { name: 'reviewed_at' })
  @Field(() => GraphQLDateTime, { nullable: true, description: 'When.' })
  reviewedAt!: Date;

  @Field(() => Organisation, {
    nullable: true,
    description: 'Whose data protection officer it was: that of the organisation of who opened it.',
  })
  get organisation(): Organisation {
    return organisationOf(this.organisationId);
  }
}
