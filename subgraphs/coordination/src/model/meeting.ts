import { Citizen, Consent, Key, Public, citizenReference } from '@sammen/subgraph-kit';
import { GraphQLDateTime } from 'graphql-scalars';
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { CareSector } from './careSector.js';

/** Where a meeting stands. */
export enum MeetingStatus {
  PLANNED = 'PLANNED',
  HELD = 'HELD',
  CANCELLED = 'CANCELLED',
}
registerEnumType(MeetingStatus, {
  name: 'MeetingStatus',
  description: 'Where a meeting stands.',
  valuesConfig: {
    PLANNED: { description: 'Called and still to come (planlagt).' },
    HELD: { description: 'Held (afholdt).' },
    CANCELLED: { description: 'Called off (aflyst).' },
  },
});

/** How the citizen found a meeting. */
export enum CitizenReaction {
  MOTIVATED = 'MOTIVATED',
  OVERWHELMED = 'OVERWHELMED',
  SURPRISED = 'SURPRISED',
}
registerEnumType(CitizenReaction, {
  name: 'CitizenReaction',
  description: 'How the citizen found a meeting.',
  valuesConfig: {
    MOTIVATED: { description: 'Motivated (motiveret).' },
    OVERWHELMED: { description: 'Overwhelmed (overvældet).' },
    SURPRISED: { description: 'Surprised, such as by how many want to help (overrasket).' },
  },
});

/** A meeting about the citizen, with the citizen. Never called beyond the citizen's wishes without their yes. */
@Entity('meeting')
@ObjectType({ description: 'A meeting about the citizen across sectors (netværksmøde).' })
@Key('citizenId id')
@Consent('MEETING')
export class Meeting {
  @PrimaryColumn('uuid', { name: 'citizen_id' })
  @Field(() => ID, { description: 'Whom it is about.' })
  @Public()
  citizenId!: string;

  @PrimaryColumn('uuid')
  @Field(() => ID, { description: 'Unique among the meetings about this citizen.' })
  @Public()
  id!: string;

  @Column('uuid', { name: 'case_id', nullable: true })
  caseId!: string | null;

  @Column('uuid', { name: 'plan_id', nullable: true })
  planId!: string | null;

  @Column('text')
  @Field(() => MeetingStatus, { nullable: true, description: 'Where it stands.' })
  status!: MeetingStatus;

  @Column('text')
  @Field(() => String, { nullable: true, description: 'What it is for, as said in the invitation (formål og ramme).' })
  purpose!: string;

  @Column('timestamptz', { name: 'starts_at' })
  @Field(() => GraphQLDateTime, { nullable: true, description: 'When it begins.' })
  startsAt!: Date;

  @Column('text')
  @Field(() => String, { nullable: true, description: 'Where (sted).' })
  place!: string;

  @Column('timestamptz', { name: 'called_at' })
  calledAt!: Date;

  @Column('text', { name: 'called_by' })
  calledBy!: string;

  @Column('text', { name: 'deciding_sectors', array: true })
  @Field(() => [CareSector], { nullable: true, description: 'Which sectors have something to decide at it.' })
  decidingSectors!: CareSector[];

  @Column('boolean', { name: 'pre_briefed' })
  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether somebody has gone through it with the citizen beforehand.',
  })
  preBriefed!: boolean;

  @Column('text', { name: 'citizen_yes', nullable: true })
  @Field(() => String, {
    nullable: true,
    description: 'How the citizen said yes to what goes beyond their wishes; null when nothing does.',
  })
  citizenYes!: string | null;

  @Column('text', { nullable: true })
  @Field(() => CitizenReaction, { nullable: true, description: 'How the citizen found it; null when nobody asked.' })
  reaction!: CitizenReaction | null;

  @Column('text', { name: 'reaction_note', nullable: true })
  @Field(() => String, { nullable: true, description: "The reaction in the citizen's own words." })
  reactionNote!: string | null;

  @Column('int')
  @Field(() => Int, {
    nullable: true,
    description: 'Rises with every change; send it along when you change the meeting.',
  })
  version!: number;

  @Field(() => Boolean, {
    nullable: true,
    description: 'A note to the key manager: it was too much for the citizen, make the next one smaller.',
  })
  smallerNextTime(): boolean {
    return this.reaction === CitizenReaction.OVERWHELMED;
  }

  @Field(() => Citizen, { description: 'Whom it is about.' })
  @Public()
  citizen(): Citizen {
    return citizenReference(this.citizenId);
  }
}
