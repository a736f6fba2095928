import { Consent, Public } from '@sammen/subgraph-kit';
import { GraphQLDateTime } from 'graphql-scalars';
import { Field, ID, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { CareSector } from './careSector.js';
import { CareRole } from './careRole.js';
import { Professional, ProfessionalColumns, professionalOf } from './professional.js';

/** Who shares a plan and has to agree to it: the citizen, named professionals, organisations. */
@Entity('plan_party')
@ObjectType({ description: 'A party of a plan (part): shares it, and every version waits for their answer.' })
@Consent('PLAN')
export class PlanParty extends ProfessionalColumns {
  @PrimaryColumn('uuid', { name: 'citizen_id' })
  citizenId!: string;

  @PrimaryColumn('uuid')
  @Field(() => ID, { description: 'Unique among the parties of plans of this citizen.' })
  @Public()
  id!: string;

  @Column('uuid', { name: 'plan_id' })
  planId!: string;

  @Column('text')
  @Field(() => CareSector, { nullable: true, description: 'Which sector they answer for.' })
  sector!: CareSector;

  @Column('timestamptz', { name: 'joined_at' })
  @Field(() => GraphQLDateTime, { nullable: true, description: 'Since when.' })
  joinedAt!: Date;

  @Column('timestamptz', { name: 'left_at', nullable: true })
  leftAt!: Date | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether this is the citizen.' })
  isCitizen(): boolean {
    return this.role === CareRole.CITIZEN;
  }

  @Field(() => Professional, { nullable: true, description: 'Who it is; null for the citizen.' })
  professional(): Professional | null {
    return this.isCitizen() ? null : professionalOf(this);
  }
}
