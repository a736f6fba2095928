import { Citizen, citizenReference, Consent, Public, today } from '@sammen/subgraph-kit';
import { GraphQLDate } from 'graphql-scalars';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A follow-up talk: planned until it is held. */
@Entity('job_centre_follow_up')
@ObjectType({ description: 'A follow-up talk at the job centre (opfølgningssamtale).' })
@Consent('EMPLOYMENT')
export class JobCentreFollowUp {
  @PrimaryColumn('uuid', { name: 'citizen_id' })
  citizenId!: string;

  @PrimaryColumn('uuid')
  @Field(() => ID, { description: 'Unique among the talks of this citizen.' })
  @Public()
  id!: string;

  @Column('uuid', { name: 'case_id' })
  caseId!: string;

  /** The unit of the case, repeated here so that a unit's overdue talks are one index range. */
  @Column('text', { name: 'unit_id' })
  unitId!: string;

  @Column('date', { name: 'due_on' })
  @Field(() => GraphQLDate, { nullable: true, description: 'The day that it is planned for.' })
  dueOn!: string;

  @Column('date', { name: 'held_on', nullable: true })
  @Field(() => GraphQLDate, { nullable: true, description: 'The day on which it was held; null until then.' })
  heldOn!: string | null;

  @Column('int')
  @Field(() => Int, { nullable: true, description: 'Rises with every change; send it along when you change it.' })
  version!: number;

  @Field(() => Boolean, { nullable: true, description: 'Whether its day has passed without it being held.' })
  isOverdue(): boolean {
    return this.heldOn === null && this.dueOn < today();
  }

  @Field(() => Citizen, { description: 'With whom the talk is.' })
  @Public()
  citizen(): Citizen {
    return citizenReference(this.citizenId);
  }
}
