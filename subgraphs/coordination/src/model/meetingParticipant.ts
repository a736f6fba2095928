import { Consent, Public } from '@sammen/subgraph-kit';
import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { CareRole } from './careRole.js';
import { CareSector } from './careSector.js';
import { DecisionSubject } from './decisionSubject.js';
import { Professional, ProfessionalColumns, professionalOf } from './professional.js';

/** What somebody does at a meeting. */
export enum MeetingRole {
  CHAIR = 'CHAIR',
  MINUTES_TAKER = 'MINUTES_TAKER',
  CONTRIBUTOR = 'CONTRIBUTOR',
  SUPPORT_PERSON = 'SUPPORT_PERSON',
  CITIZEN = 'CITIZEN',
}
registerEnumType(MeetingRole, {
  name: 'MeetingRole',
  description: 'What somebody does at a meeting (rolle på mødet).',
  valuesConfig: {
    CHAIR: { description: 'Leads it, so that everybody gets to speak (mødeleder).' },
    MINUTES_TAKER: { description: 'Writes down what is agreed (referent).' },
    CONTRIBUTOR: { description: 'Contributes for a sector (deltager).' },
    SUPPORT_PERSON: { description: 'Is there for the citizen (bisidder).' },
    CITIZEN: { description: 'The citizen whom it is about (borger).' },
  },
});

/** What an invited person answered. */
export enum InvitationAnswer {
  INVITED = 'INVITED',
  ACCEPTED = 'ACCEPTED',
  DECLINED = 'DECLINED',
}
registerEnumType(InvitationAnswer, {
  name: 'InvitationAnswer',
  description: 'What an invited person answered.',
  valuesConfig: {
    INVITED: { description: 'Nothing yet (inviteret).' },
    ACCEPTED: { description: 'Will come (kommer).' },
    DECLINED: { description: 'Will not come (afbud).' },
  },
});

/** Whether somebody was there. */
export enum Attendance {
  UNKNOWN = 'UNKNOWN',
  ATTENDED = 'ATTENDED',
  ABSENT = 'ABSENT',
}
registerEnumType(Attendance, {
  name: 'Attendance',
  description: 'Whether somebody was there (fremmøde).',
  valuesConfig: {
    UNKNOWN: { description: 'Not recorded, as before the meeting.' },
    ATTENDED: { description: 'Was there (mødt).' },
    ABSENT: { description: 'Was not there (udeblevet).' },
  },
});

/** Somebody invited to a meeting: with which role, for which sector, and what they can decide on. */
@Entity('meeting_participant')
@ObjectType({ description: 'Somebody invited to a meeting (deltager).' })
@Consent('MEETING')
export class MeetingParticipant extends ProfessionalColumns {
  @PrimaryColumn('uuid', { name: 'citizen_id' })
  citizenId!: string;

  @PrimaryColumn('uuid')
  @Field(() => ID, { description: 'Unique among those invited to meetings about this citizen.' })
  @Public()
  id!: string;

  @Column('uuid', { name: 'meeting_id' })
  meetingId!: string;

  @Column('text')
  @Field(() => CareSector, { nullable: true, description: 'For which sector.' })
  sector!: CareSector;

  @Column('text', { name: 'meeting_role' })
  @Field(() => MeetingRole, { nullable: true, description: 'What they do at the meeting.' })
  meetingRole!: MeetingRole;

  @Column('text', { nullable: true })
  @Field(() => String, { nullable: true, description: 'What is expected of them (forventninger).' })
  expectation!: string | null;

  @Column('text', { array: true })
  @Field(() => [DecisionSubject], {
    nullable: true,
    description: 'What they can decide on for their sector; empty without a mandate (beslutningskompetence).',
  })
  mandate!: DecisionSubject[];

  @Column('text')
  @Field(() => InvitationAnswer, { nullable: true, description: 'What they answered.' })
  answer!: InvitationAnswer;

  @Column('boolean', { name: 'role_confirmed' })
  @Field(() => Boolean, { nullable: true, description: 'Whether they confirmed their role and what is expected.' })
  roleConfirmed!: boolean;

  @Column('boolean')
  @Field(() => Boolean, { nullable: true, description: 'Whether this is their first meeting with the citizen.' })
  newcomer!: boolean;

  @Column('boolean', { name: 'purpose_acknowledged' })
  @Field(() => Boolean, { nullable: true, description: 'Whether they acknowledged purpose and frame.' })
  purposeAcknowledged!: boolean;

  @Column('text')
  @Field(() => Attendance, { nullable: true, description: 'Whether they were there.' })
  attendance!: Attendance;

  @Field(() => Boolean, { nullable: true, description: 'Whether this is the citizen.' })
  isCitizen(): boolean {
    return this.role === CareRole.CITIZEN;
  }

  @Field(() => Professional, { nullable: true, description: 'Who it is; null for the citizen.' })
  professional(): Professional | null {
    return this.isCitizen() ? null : professionalOf(this);
  }
}
