import { Citizen, citizenReference, Consent, Key, Organisation, Public, organisationOf } from '@sammen/subgraph-kit';
import { GraphQLDate } from 'graphql-scalars';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { ContactFrequency, endedEarly, type Match, MatchEndReason, MatchStatus, statusOf } from './match.js';

/** An agreement that a volunteer visits a citizen. One at a time with the same volunteer. */
@Entity('visit_agreement')
@ObjectType({ description: 'An agreement that a volunteer visits a citizen (besøgsaftale).' })
@Key('citizenId id')
@Consent('VOLUNTEER_VISIT')
export class VisitAgreement implements Match {
  @PrimaryColumn('uuid', { name: 'citizen_id' })
  @Field(() => ID, { description: 'Who is visited.' })
  @Public()
  citizenId!: string;

  @PrimaryColumn('uuid')
  @Field(() => ID, { description: 'Unique among the agreements of this citizen.' })
  @Public()
  id!: string;

  @Column('text', { name: 'organisation_id' })
  organisationId!: string;

  @Column('uuid', { name: 'volunteer_id' })
  volunteerId!: string;

  @Column('text', { array: true })
  @Field(() => [String], { nullable: true, description: 'What the visits are for, in their words (formål).' })
  goals!: string[];

  @Column('text')
  @Field(() => ContactFrequency, { nullable: true, description: 'How often they mean to meet.' })
  frequency!: ContactFrequency;

  @Column('date', { name: 'started_on' })
  @Field(() => GraphQLDate, { nullable: true, description: 'First day of the agreement.' })
  startedOn!: string;

  @Column('date', { name: 'planned_end_on', nullable: true })
  @Field(() => GraphQLDate, { nullable: true, description: 'Last day as planned; null when none was agreed.' })
  plannedEndOn!: string | null;

  @Column('date', { name: 'ended_on', nullable: true })
  @Field(() => GraphQLDate, { nullable: true, description: 'The last day; null until somebody ends it.' })
  endedOn!: string | null;

  @Column('text', { name: 'end_reason', nullable: true })
  @Field(() => MatchEndReason, { nullable: true, description: 'Why it ended early; null otherwise.' })
  endReason!: MatchEndReason | null;

  @Column('int')
  @Field(() => Int, { nullable: true, description: 'Rises with every change; send it along when you change it.' })
  version!: number;

  @Field(() => MatchStatus, { nullable: true, description: 'Where it stands today.' })
  status(): MatchStatus {
    return statusOf(this);
  }

  @Field(() => Boolean, { nullable: true, description: 'Whether it ended before its time (før tid).' })
  endedEarly(): boolean {
    return endedEarly(this);
  }

  @Field(() => Organisation, { nullable: true, description: 'The NGO that made the agreement (forening).' })
  organisation(): Organisation {
    return organisationOf(this.organisationId);
  }

  @Field(() => Citizen, { description: 'Who is visited.' })
  @Public()
  citizen(): Citizen {
    return citizenReference(this.citizenId);
  }
}
