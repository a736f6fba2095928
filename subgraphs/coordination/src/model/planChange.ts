import { Consent } from '@sammen/subgraph-kit';
import { GraphQLDateTime } from 'graphql-scalars';
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Professional, ProfessionalColumns, professionalOf } from './professional.js';

/** What was changed in a plan. */
export enum PlanChangeKind {
  OPENED = 'OPENED',
  REVISED = 'REVISED',
  PARTY_ADDED = 'PARTY_ADDED',
  PARTY_REMOVED = 'PARTY_REMOVED',
  MAP_ITEM_ADDED = 'MAP_ITEM_ADDED',
  GOAL_SET = 'GOAL_SET',
  GOAL_REMOVED = 'GOAL_REMOVED',
  AGREEMENT_MADE = 'AGREEMENT_MADE',
  AGREEMENT_CHANGED = 'AGREEMENT_CHANGED',
  AGREEMENT_STATUS = 'AGREEMENT_STATUS',
  AGREEMENTS_REORDERED = 'AGREEMENTS_REORDERED',
  RANKED_BY_CITIZEN = 'RANKED_BY_CITIZEN',
  AGREED = 'AGREED',
  CLOSED = 'CLOSED',
}
registerEnumType(PlanChangeKind, {
  name: 'PlanChangeKind',
  description: 'What was changed in a plan (ændring).',
  valuesConfig: {
    OPENED: { description: 'The plan was begun.' },
    REVISED: { description: 'The plan was gone through and revised as a whole.' },
    PARTY_ADDED: { description: 'Somebody became a party.' },
    PARTY_REMOVED: { description: 'Somebody is no longer a party.' },
    MAP_ITEM_ADDED: { description: 'A challenge or an opportunity was put on the map.' },
    GOAL_SET: { description: 'A goal was set or reworded.' },
    GOAL_REMOVED: { description: 'A goal was taken out.' },
    AGREEMENT_MADE: { description: 'An agreement was made.' },
    AGREEMENT_CHANGED: { description: 'Action, date or responsible person of an agreement changed.' },
    AGREEMENT_STATUS: { description: 'An agreement was done, cancelled or opened again.' },
    AGREEMENTS_REORDERED: { description: 'The professionals changed the order of what comes first.' },
    RANKED_BY_CITIZEN: { description: 'The citizen said what matters most.' },
    AGREED: { description: 'Every party had agreed to the version.' },
    CLOSED: { description: 'The plan was closed.' },
  },
});

/** One change of a plan, with what stood there before. Entries are added, never changed: they are the difference between versions. */
@Entity('plan_change')
@ObjectType({ description: 'One change of a plan: what stood there before and what stands there since.' })
@Consent('PLAN')
export class PlanChange extends ProfessionalColumns {
  @PrimaryColumn('uuid', { name: 'citizen_id' })
  citizenId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'plan_id' })
  planId!: string;

  @Column('int', { name: 'version_number' })
  @Field(() => Int, { nullable: true, description: 'In which version of the plan.' })
  versionNumber!: number;

  @Column('timestamptz')
  @Field(() => GraphQLDateTime, { nullable: true, description: 'When.' })
  at!: Date;

  @Column('text')
  @Field(() => PlanChangeKind, { nullable: true, description: 'What was changed.' })
  kind!: PlanChangeKind;

  @Column('uuid', { name: 'subject_id', nullable: true })
  @Field(() => ID, { nullable: true, description: 'The goal, agreement, party or item that was changed.' })
  subjectId!: string | null;

  @Column('text', { nullable: true })
  @Field(() => String, { nullable: true, description: 'What stood there before; null when it is new.' })
  before!: string | null;

  @Column('text', { nullable: true })
  @Field(() => String, { nullable: true, description: 'What stands there since; null when it was taken out.' })
  after!: string | null;

  @Field(() => Professional, {
    nullable: true,
    description: 'Who made the change; with the role CITIZEN it was the citizen.',
  })
  by(): Professional {
    return professionalOf(this);
  }
}
