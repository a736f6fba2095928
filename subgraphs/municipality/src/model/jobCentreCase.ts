import { TARGET_GROUPS } from '@sammen/reference-data';
import { Citizen, citizenReference, Consent, Key, Organisation, organisationOf, Public } from '@sammen/subgraph-kit';
import { GraphQLDate } from 'graphql-scalars';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The case of work and income; a citizen has at most one open. "Job centre" is what a unit does, not an organisation. */
@Entity('job_centre_case')
@ObjectType({ description: 'The case of work and income (beskæftigelsessag).' })
@Key('citizenId id')
@Consent('EMPLOYMENT')
export class JobCentreCase {
  @PrimaryColumn('uuid', { name: 'citizen_id' })
  @Field(() => ID, { description: 'Whose case it is.' })
  @Public()
  citizenId!: string;

  @PrimaryColumn('uuid')
  @Field(() => ID, { description: 'Unique among the cases of this citizen.' })
  @Public()
  id!: string;

  @Column('text', { name: 'unit_id' })
  unitId!: string;

  @Column('int', { name: 'target_group' })
  @Field(() => Int, { nullable: true, description: 'The number in LAB § 6, 1 to 13 (målgruppe).' })
  targetGroup!: number;

  @Column('text', { name: 'min_plan_id', nullable: true })
  @Field(() => String, { nullable: true, description: "The id of the citizen's own plan (Min Plan), when known." })
  minPlanId!: string | null;

  @Column('text', { name: 'caseworker_id' })
  caseworkerId!: string;

  @Column('text', { name: 'caseworker_name', nullable: true })
  @Field(() => String, { nullable: true, description: 'The name of the caseworker (jobkonsulent), when known.' })
  caseworker!: string | null;

  @Column('date', { name: 'opened_on' })
  @Field(() => GraphQLDate, { nullable: true, description: 'The day on which it was opened.' })
  openedOn!: string;

  @Column('date', { name: 'closed_on', nullable: true })
  @Field(() => GraphQLDate, { nullable: true, description: 'The day on which it was closed; null while it is open.' })
  closedOn!: string | null;

  @Column('text', { name: 'close_reason', nullable: true })
  @Field(() => String, { nullable: true, description: 'Why it was closed (årsag).' })
  closeReason!: string | null;

  @Column('int')
  @Field(() => Int, { nullable: true, description: 'Rises with every change; send it along when you change it.' })
  version!: number;

  @Field(() => String, { nullable: true, description: 'The target group in Danish.' })
  targetGroupTitle(): string | null {
    return TARGET_GROUPS.find(({ number }) => number === this.targetGroup)?.da ?? null;
  }

  @Field(() => Organisation, { nullable: true, description: "The caseworker's unit (ansvarlig enhed)." })
  responsibleUnit(): Organisation {
    return organisationOf(this.unitId);
  }

  @Field(() => Citizen, { description: 'Whose case it is.' })
  @Public()
  citizen(): Citizen {
    return citizenReference(this.citizenId);
  }
}
