import { Consent } from '@sammen/subgraph-kit';
import { GraphQLDateTime } from 'graphql-scalars';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { ContactStatus } from './contactStatus.js';

/** One meeting of a citizen and their mentor, inside the mentorship. */
@Entity('mentor_meeting')
@ObjectType({ description: 'A meeting of a citizen and their mentor (mentorsamtale).' })
@Consent('MENTORSHIP')
export class MentorMeeting {
  @PrimaryColumn('uuid', { name: 'citizen_id' })
  citizenId!: string;

  @PrimaryColumn('uuid')
  @Field(() => ID, { nullable: true, description: 'Unique among the meetings of this citizen.' })
  id!: string;

  @Column('uuid', { name: 'mentorship_id' })
  mentorshipId!: string;

  @Column('timestamptz')
  @Field(() => GraphQLDateTime, { nullable: true, description: 'When.' })
  at!: Date;

  @Column('int')
  @Field(() => Int, { nullable: true, description: 'How long, in minutes.' })
  minutes!: number;

  @Column('text')
  @Field(() => String, { nullable: true, description: 'What they did, in a few neutral words.' })
  activity!: string;

  @Column('text')
  @Field(() => ContactStatus, { nullable: true, description: 'Whether it took place.' })
  status!: ContactStatus;
}
