import { Citizen, Consent, Key, Public, citizenReference } from '@sammen/subgraph-kit';
import { GraphQLDate, GraphQLDateTime } from 'graphql-scalars';
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Professional, ProfessionalColumns, professionalOf } from './professional.js';

/** What kind of plan; two of them rest on the Psychiatry Act. */
export enum PlanKind {
  ACTION_PLAN = 'ACTION_PLAN',
  DISCHARGE_AGREEMENT = 'DISCHARGE_AGREEMENT',
  COORDINATION_PLAN = 'COORDINATION_PLAN',
  HOLISTIC_PLAN = 'HOLISTIC_PLAN',
}
registerEnumType(PlanKind, {
  name: 'PlanKind',
  description: 'What kind of plan (plantype).',
  valuesConfig: {
    ACTION_PLAN: { description: 'The action plan of a case (handleplan).' },
    DISCHARGE_AGREEMENT: { description: 'Discharge agreement, Psychiatry Act § 13 a (udskrivningsaftale).' },
    COORDINATION_PLAN: {
      description: 'Coordination plan, § 13 b: made when the patient will not take part (koordinationsplan).',
    },
    HOLISTIC_PLAN: { description: 'One plan that replaces others, with consent (helhedsorienteret plan).' },
  },
});

/** Where a plan, and each version of it, stands. */
export enum PlanStatus {
  DRAFT = 'DRAFT',
  AGREED = 'AGREED',
  CLOSED = 'CLOSED',
}
registerEnumType(PlanStatus, {
  name: 'PlanStatus',
  description: 'Where a plan stands.',
  valuesConfig: {
    DRAFT: { description: 'Being drawn up (kladde).' },
    AGREED: { description: 'Every party has agreed to it (aftalt).' },
    CLOSED: { description: 'No longer followed (afsluttet).' },
  },
});

/**
 * The shared plan of a citizen. To change an agreed plan begins a new version; what was agreed stays in the history.
 * `version` is what two people who edit check against each other, `versionNumber` is what the parties sign.
 */
@Entity('plan')
@ObjectType({
  description: "The shared plan (plan): the citizen's goals first, then what is agreed, most important first.",
})
@Key('citizenId id')
@Consent('PLAN')
export class Plan extends ProfessionalColumns {
  @PrimaryColumn('uuid', { name: 'citizen_id' })
  @Field(() => ID, { description: 'Whose plan it is.' })
  @Public()
  citizenId!: string;

  @PrimaryColumn('uuid')
  @Field(() => ID, { description: 'Unique among the plans of this citizen.' })
  @Public()
  id!: string;

  /** Null for a discharge agreement or coordination plan of somebody without a case. */
  @Column('uuid', { name: 'case_id', nullable: true })
  caseId!: string | null;

  @Column('text')
  @Field(() => PlanKind, { nullable: true, description: 'What kind of plan.' })
  kind!: PlanKind;

  @Column('text')
  @Field(() => PlanStatus, { nullable: true, description: 'Where the newest version stands.' })
  status!: PlanStatus;

  @Column('int')
  @Field(() => Int, { nullable: true, description: 'Rises with every change; send it along when you change the plan.' })
  version!: number;

  @Column('int', { name: 'version_number' })
  @Field(() => Int, { nullable: true, description: 'The newest version of the text, as the parties sign it; from 1.' })
  versionNumber!: number;

  @Column('timestamptz', { name: 'opened_at' })
  @Field(() => GraphQLDateTime, { nullable: true, description: 'When it was begun.' })
  openedAt!: Date;

  @Column('timestamptz', { name: 'agreed_at', nullable: true })
  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: 'When a version was last agreed; null before the first.',
  })
  agreedAt!: Date | null;

  @Column('timestamptz', { name: 'closed_at', nullable: true })
  @Field(() => GraphQLDateTime, { nullable: true, description: 'When it was closed; null while it is followed.' })
  closedAt!: Date | null;

  @Column('text', { array: true })
  @Field(() => [String], {
    nullable: true,
    description: 'Which other plans a holistic plan replaces, such as Min Plan.',
  })
  replaces!: string[];

  @Column('date', { name: 'consent_given_on', nullable: true })
  @Field(() => GraphQLDate, {
    nullable: true,
    description: 'When the citizen consented to one plan for everything; holistic plans only.',
  })
  consentGivenOn!: string | null;

  @Field(() => Professional, { nullable: true, description: 'Who began it.' })
  openedBy(): Professional {
    return professionalOf(this);
  }

  @Field(() => Citizen, { description: 'Whose plan it is.' })
  @Public()
  citizen(): Citizen {
    return citizenReference(this.citizenId);
  }
}
