import { Consent, Public } from '@sammen/subgraph-kit';
import { GraphQLDateTime } from 'graphql-scalars';
import { Field, ID, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { CareSector } from './careSector.js';
import { Professional, ProfessionalColumns, professionalOf } from './professional.js';

/** Somebody around the citizen and what they do. At most one per sector and case is the responsible one. */
@Entity('care_team_member')
@ObjectType({ description: 'Somebody around the citizen and what they do (medlem af netværket).' })
@Consent('CARE_TEAM')
export class CareTeamMember extends ProfessionalColumns {
  @PrimaryColumn('uuid', { name: 'citizen_id' })
  citizenId!: string;

  @PrimaryColumn('uuid')
  @Field(() => ID, { description: 'Unique in the care team of this citizen.' })
  @Public()
  id!: string;

  @Column('uuid', { name: 'case_id' })
  caseId!: string;

  @Column('text')
  @Field(() => CareSector, { nullable: true, description: 'Which sector they answer for.' })
  sector!: CareSector;

  @Column('boolean')
  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether they are the responsible professional of their sector.',
  })
  responsible!: boolean;

  @Column('boolean', { name: 'answers_for_change' })
  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether they take responsibility when a change is needed; if nobody does, the key manager does.',
  })
  answersForChange!: boolean;

  @Column('text')
  @Field(() => String, { nullable: true, description: 'What they do for the citizen.' })
  task!: string;

  @Column('text', { nullable: true })
  @Field(() => String, { nullable: true, description: 'How to reach them at work.' })
  phone!: string | null;

  @Column('timestamptz', { name: 'valid_from' })
  @Field(() => GraphQLDateTime, { nullable: true, description: 'Since when.' })
  validFrom!: Date;

  @Column('timestamptz', { name: 'valid_to', nullable: true })
  @Field(() => GraphQLDateTime, { nullable: true, description: 'Until when; null while they are part of it.' })
  validTo!: Date | null;

  @Field(() => Professional, { nullable: true, description: 'Who it is, with role and organisation.' })
  professional(): Professional {
    return professionalOf(this);
  }
}
