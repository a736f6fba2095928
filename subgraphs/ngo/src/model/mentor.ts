import { Organisation, Public, organisationOf } from '@sammen/subgraph-kit';
import { GraphQLDate } from 'graphql-scalars';
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** On what terms a mentor works. */
export enum MentorEngagement {
  PAID = 'PAID',
  VOLUNTARY = 'VOLUNTARY',
}
registerEnumType(MentorEngagement, {
  name: 'MentorEngagement',
  description: 'On what terms a mentor works (ansættelsesform).',
  valuesConfig: {
    PAID: { description: 'Employed (lønnet).' },
    VOLUNTARY: { description: 'Voluntary (frivillig).' },
  },
});

/** Whom a mentor can be assigned to. */
export enum AssignmentTarget {
  CITIZEN = 'CITIZEN',
  PROFESSIONAL_TEAM = 'PROFESSIONAL_TEAM',
}
registerEnumType(AssignmentTarget, {
  name: 'AssignmentTarget',
  description: 'Whom a mentor can be assigned to.',
  valuesConfig: {
    CITIZEN: { description: 'A citizen (borger).' },
    PROFESSIONAL_TEAM: { description: 'A team of professionals, as their user peer (fagligt team).' },
  },
});

/**
 * A mentor as the own organisation sees them. What they have lived through is not here but in a table of its own,
 * which is read through `ownExperience` only; no field of the citizen leads to this type.
 */
@Entity('mentor')
@ObjectType({ description: 'A mentor with lived experience (peer-mentor), seen by the own organisation only.' })
@Public()
export class Mentor {
  @PrimaryColumn('uuid')
  @Field(() => ID, { description: 'Unique among mentors.' })
  id!: string;

  @Column('text', { name: 'organisation_id' })
  organisationId!: string;

  /** The subject of the mentor's own access tokens. */
  @Column('text', { name: 'actor_id' })
  actorId!: string;

  @Column('text')
  @Field(() => String, { description: 'The name that the mentor goes by (navn).' })
  name!: string;

  @Column('text')
  @Field(() => MentorEngagement, { description: 'Paid or voluntary.' })
  engagement!: MentorEngagement;

  @Column('int', { name: 'hours_per_week' })
  @Field(() => Int, { description: 'Hours a week (timer pr. uge).' })
  hoursPerWeek!: number;

  @Column('text', { name: 'municipality_code' })
  municipalityCode!: string;

  @Column('int')
  @Field(() => Int, { description: 'How many citizens at once (antal borgere ad gangen).' })
  capacity!: number;

  @Column('text', { array: true })
  @Field(() => [AssignmentTarget], { description: 'Citizens, teams of professionals, or both.' })
  targets!: AssignmentTarget[];

  @Column('date', { name: 'active_from' })
  @Field(() => GraphQLDate, { description: 'First day as a mentor.' })
  activeFrom!: string;

  @Column('date', { name: 'active_to', nullable: true })
  @Field(() => GraphQLDate, { nullable: true, description: 'Last day as a mentor; null while it goes on.' })
  activeTo!: string | null;

  @Column('int')
  @Field(() => Int, { description: 'Rises with every change; send it along when you change the mentor.' })
  version!: number;

  @Field(() => Organisation, { description: 'The NGO (forening).' })
  organisation(): Organisation {
    return organisationOf(this.organisationId);
  }

  @Field(() => Organisation, { description: 'The municipality where the mentor works (kommune).' })
  municipality(): Organisation {
    return organisationOf(`municipality-${this.municipalityCode}`);
  }
}
