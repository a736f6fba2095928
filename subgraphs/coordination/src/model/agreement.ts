import { Citizen, Consent, Key, Public, citizenReference } from '@sammen/subgraph-kit';
import { GraphQLDate } from 'graphql-scalars';
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { today } from '../today.js';
import { CareSector } from './careSector.js';
import { Professional, ProfessionalColumns, professionalOf } from './professional.js';

/** Where an agreement stands. */
export enum AgreementStatus {
  OPEN = 'OPEN',
  DONE = 'DONE',
  CANCELLED = 'CANCELLED',
}
registerEnumType(AgreementStatus, {
  name: 'AgreementStatus',
  description: 'Where an agreement stands.',
  valuesConfig: {
    OPEN: { description: 'To be done (åben).' },
    DONE: { description: 'Done (gennemført).' },
    CANCELLED: { description: 'Given up (annulleret).' },
  },
});

/** Whose order of the agreements; the two are kept apart. */
export enum RankedBy {
  PROFESSIONALS = 'PROFESSIONALS',
  CITIZEN = 'CITIZEN',
}
registerEnumType(RankedBy, {
  name: 'RankedBy',
  description: 'Whose order of what comes first; the two are kept apart (prioritering).',
  valuesConfig: {
    PROFESSIONALS: { description: 'The order that the professionals work in.' },
    CITIZEN: { description: 'What matters most to the citizen.' },
  },
});

/**
 * Who does what by when. Somebody is responsible, there is a date, and exactly one sector answers for it. Open ones
 * of a plan are ranked 1..n without gap or repetition, which the database holds too.
 */
@Entity('agreement')
@ObjectType({ description: 'An agreement on who does what by when (aftale).' })
@Key('citizenId id')
@Consent('PLAN')
export class Agreement extends ProfessionalColumns {
  @PrimaryColumn('uuid', { name: 'citizen_id' })
  @Field(() => ID, { description: 'Whose plan it is part of.' })
  @Public()
  citizenId!: string;

  @PrimaryColumn('uuid')
  @Field(() => ID, { description: 'Unique among the agreements about this citizen.' })
  @Public()
  id!: string;

  @Column('uuid', { name: 'plan_id' })
  planId!: string;

  @Column('uuid', { name: 'case_id', nullable: true })
  caseId!: string | null;

  @Column('int', { nullable: true })
  @Field(() => Int, {
    nullable: true,
    description: 'The place the professionals gave it, 1 first; null once it is over.',
  })
  rank!: number | null;

  @Column('int', { name: 'citizen_rank', nullable: true })
  @Field(() => Int, { nullable: true, description: "The citizen's own place for it, 1 first; null when not ranked." })
  citizenRank!: number | null;

  @Column('text')
  @Field(() => String, { nullable: true, description: 'What is to be done (handling).' })
  action!: string;

  @Column('uuid', { name: 'challenge_id', nullable: true })
  challengeId!: string | null;

  @Column('text')
  @Field(() => CareSector, { nullable: true, description: 'The one sector that answers for it (ansvarlig sektor).' })
  sector!: CareSector;

  @Column('date', { name: 'made_on' })
  @Field(() => GraphQLDate, { nullable: true, description: 'When it was agreed.' })
  madeOn!: string;

  @Column('date', { name: 'due_on' })
  @Field(() => GraphQLDate, { nullable: true, description: 'By when; the day itself is still in time (frist).' })
  dueOn!: string;

  @Column('text')
  @Field(() => AgreementStatus, { nullable: true, description: 'Where it stands.' })
  status!: AgreementStatus;

  @Column('date', { name: 'ended_on', nullable: true })
  @Field(() => GraphQLDate, { nullable: true, description: 'When it was done or given up; null while open.' })
  endedOn!: string | null;

  @Column('text', { nullable: true })
  @Field(() => String, { nullable: true, description: 'What was said when its status last changed.' })
  note!: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether it is open and its date has passed (overskredet).' })
  overdue(): boolean {
    return this.status === AgreementStatus.OPEN && this.dueOn < today();
  }

  @Field(() => Professional, { nullable: true, description: 'Who is responsible (ansvarlig).' })
  responsible(): Professional {
    return professionalOf(this);
  }

  @Field(() => Citizen, { description: 'Whose plan it is part of.' })
  @Public()
  citizen(): Citizen {
    return citizenReference(this.citizenId);
  }
}
