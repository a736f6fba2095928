import { Consent } from '@sammen/subgraph-kit';
import { GraphQLDateTime } from 'graphql-scalars';
import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How a party stands to a version of a plan. */
export enum SignOffState {
  UNREAD = 'UNREAD',
  READ = 'READ',
  AGREES = 'AGREES',
  DISAGREES = 'DISAGREES',
}
registerEnumType(SignOffState, {
  name: 'SignOffState',
  description: 'How a party stands to a version of a plan.',
  valuesConfig: {
    UNREAD: { description: 'Has not answered yet (ulæst).' },
    READ: { description: 'Has read it (læst).' },
    AGREES: { description: 'Agrees (enig).' },
    DISAGREES: { description: 'Does not agree (uenig).' },
  },
});

/** A party's answer to one version of a plan. No row means unread. The next version asks anew. */
@Entity('sign_off')
@ObjectType({ description: "A party's answer to a version of a plan (underskrift)." })
@Consent('PLAN')
export class SignOff {
  @PrimaryColumn('uuid', { name: 'citizen_id' })
  citizenId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'plan_id' })
  planId!: string;

  @Column('uuid', { name: 'party_id' })
  partyId!: string;

  @Column('int', { name: 'version_number' })
  @Field(() => Int, { nullable: true, description: 'Which version of the plan.' })
  versionNumber!: number;

  @Column('text')
  @Field(() => SignOffState, { nullable: true, description: 'What they say to it.' })
  state!: SignOffState;

  @Column('text', { nullable: true })
  @Field(() => String, { nullable: true, description: 'In their own words, such as what they do not agree with.' })
  note!: string | null;

  @Column('timestamptz')
  @Field(() => GraphQLDateTime, { nullable: true, description: 'When.' })
  at!: Date;

  @Column('text', { name: 'recorded_by' })
  recordedBy!: string;

  @Column('text', { nullable: true })
  @Field(() => String, {
    nullable: true,
    description: 'How it was given, when somebody else recorded it; null when they answered themselves.',
  })
  evidence!: string | null;
}
