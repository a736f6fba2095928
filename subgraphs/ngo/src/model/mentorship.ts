import { Citizen, citizenReference, Consent, Key, Organisation, Public, organisationOf } from '@sammen/subgraph-kit';
import { GraphQLDate } from 'graphql-scalars';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { ContactFrequency, endedEarly, type Match, MatchEndReason, MatchStatus, statusOf } from './match.js';

/** A match of a citizen with a mentor: planned for 6 months, extended to at most 9. One at a time with the same mentor. */
@Entity('mentorship')
@ObjectType({ description: 'A match of a citizen with a mentor (mentorforløb).' })
@Key('citizenId id')
@Consent('MENTORSHIP')
export class Mentorship implements Match {
  @PrimaryColumn('uuid', { name: 'citizen_id' })
  @Field(() => ID, { description: 'Who has the mentor.' })
  @Public()
  citizenId!: string;

  @PrimaryColumn('uuid')
  @Field(() => ID, { description: 'Unique among the mentorships of this citizen.' })
  @Public()
  id!: string;

  @Column('text', { name: 'organisation_id' })
  organisationId!: string;

  @Column('uuid', { name: 'mentor_id' })
  mentorId!: string;

  @Column('text', { array: true })
  @Field(() => [String], { nullable: true, description: 'What the two want to reach, in their words (mål).' })
  goals!: string[];

  @Column('text')
  @Field(() => ContactFrequency, { nullable: true, description: 'How often they mean to meet.' })
  frequency!: ContactFrequency;

  @Column('date', { name: 'started_on' })
  @Field(() => GraphQLDate, { nullable: true, description: 'First day.' })
  startedOn!: string;

  @Column('date', { name: 'planned_end_on' })
  @Field(() => GraphQLDate, { nullable: true, description: 'The last day as planned: at most 6 months, extended 9.' })
  plannedEndOn!: string;

  @Column('date', { name: 'ended_on', nullable: true })
  @Field(() => GraphQLDate, { nullable: true, description: 'The last day; null until somebody ends it.' })
  endedOn!: string | null;

  @Column('text', { name: 'end_reason', nullable: true })
  @Field(() => MatchEndReason, { nullable: true, description: 'Why it ended early; null otherwise.' })
  endReason!: MatchEndReason | null;

  @Column('boolean', { name: 'on_experience' })
  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether both had opted in to be matched on experiences that they share.',
  })
  onExperience!: boolean;

  @Column('text', { name: 'referred_by', nullable: true })
  referredById!: string | null;

  @Column('int')
  @Field(() => Int, { nullable: true, description: 'Rises with every change; send it along when you change it.' })
  version!: number;

  @Field(() => MatchStatus, { nullable: true, description: 'Where it stands today.' })
  status(): MatchStatus {
    return statusOf(this);
  }

  @Field(() => Boolean, { nullable: true, description: 'Whether it ended before its planned end (før tid).' })
  endedEarly(): boolean {
    return endedEarly(this);
  }

  @Field(() => Organisation, { nullable: true, description: 'The NGO that made the match (forening).' })
  organisation(): Organisation {
    return organisationOf(this.organisationId);
  }

  @Field(() => Organisation, {
    nullable: true,
    description: 'Who referred the citizen, such as a user-led organisation (henvist fra); null when nobody did.',
  })
  referredBy(): Organisation | null {
    return this.referredById === null ? null : organisationOf(this.referredById);
  }

  @Field(() => Citizen, { description: 'Who has the mentor.' })
  @Public()
  citizen(): Citizen {
    return citizenReference(this.citizenId);
  }
}
