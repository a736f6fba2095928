import { Consent } from '@sammen/subgraph-kit';
import { GraphQLDateTime } from 'graphql-scalars';
import { Field, Int, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { PlanStatus } from './plan.js';
import { Professional, ProfessionalColumns, professionalOf } from './professional.js';

/** A version of a plan's text. Once agreed it is never changed: the next change begins the next version. */
@Entity('plan_version')
@ObjectType({ description: 'A version of a plan (version): where it stands and what changed in it.' })
@Consent('PLAN')
export class PlanVersion extends ProfessionalColumns {
  @PrimaryColumn('uuid', { name: 'citizen_id' })
  citizenId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'plan_id' })
  planId!: string;

  @Column('int')
  @Field(() => Int, { nullable: true, description: 'Counts up from 1.' })
  number!: number;

  @Column('text')
  @Field(() => PlanStatus, { nullable: true, description: 'Where this version stands or ended.' })
  status!: PlanStatus;

  @Column('timestamptz', { name: 'begun_at' })
  @Field(() => GraphQLDateTime, { nullable: true, description: 'When it was begun.' })
  begunAt!: Date;

  @Column('timestamptz', { name: 'agreed_at', nullable: true })
  @Field(() => GraphQLDateTime, { nullable: true, description: 'When every party had agreed to it.' })
  agreedAt!: Date | null;

  @Field(() => Professional, { nullable: true, description: 'Who began it.' })
  begunBy(): Professional {
    return professionalOf(this);
  }
}
