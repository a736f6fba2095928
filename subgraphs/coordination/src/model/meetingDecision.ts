import { Consent, Public } from '@sammen/subgraph-kit';
import { GraphQLDateTime } from 'graphql-scalars';
import { Field, ID, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { CareSector } from './careSector.js';
import { DecisionSubject } from './decisionSubject.js';

/** What was decided at a meeting, by somebody who was there and could: the database checks the mandate, too. */
@Entity('meeting_decision')
@ObjectType({ description: 'What was decided at a meeting (beslutning).' })
@Consent('MEETING')
export class MeetingDecision {
  @PrimaryColumn('uuid', { name: 'citizen_id' })
  citizenId!: string;

  @PrimaryColumn('uuid')
  @Field(() => ID, { description: 'Unique among the decisions about this citizen.' })
  @Public()
  id!: string;

  @Column('uuid', { name: 'meeting_id' })
  meetingId!: string;

  @Column('uuid', { name: 'participant_id' })
  participantId!: string;

  @Column('text')
  @Field(() => CareSector, { nullable: true, description: 'Which sector decided.' })
  sector!: CareSector;

  @Column('text')
  @Field(() => DecisionSubject, { nullable: true, description: 'On what.' })
  subject!: DecisionSubject;

  @Column('text')
  @Field(() => String, { nullable: true, description: 'What was decided.' })
  text!: string;

  @Column('timestamptz', { name: 'recorded_at' })
  @Field(() => GraphQLDateTime, { nullable: true, description: 'When it was written down.' })
  recordedAt!: Date;
}
