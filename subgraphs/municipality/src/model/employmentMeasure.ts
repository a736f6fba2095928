import { Citizen, citizenReference, Consent, Public } from '@sammen/subgraph-kit';
import { GraphQLDate } from 'graphql-scalars';
import { Field, Float, ID, Int, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { EmploymentMeasureKind } from './codes.js';
import { EffortStatus, effortStatus } from './effortStatus.js';
import { PARTICIPATION_OF_MEASURE, Participation } from './participation.js';

/** A measure of the employment act. One that is closed to new cases goes on for those who are in it. */
@Entity('employment_measure')
@ObjectType({ description: 'A measure of the employment act (beskæftigelsesindsats).' })
@Consent('EMPLOYMENT')
export class EmploymentMeasure {
  @PrimaryColumn('uuid', { name: 'citizen_id' })
  citizenId!: string;

  @PrimaryColumn('uuid')
  @Field(() => ID, { description: 'Unique among the measures of this citizen.' })
  @Public()
  id!: string;

  @Column('uuid', { name: 'case_id' })
  caseId!: string;

  @Column('text')
  @Field(() => EmploymentMeasureKind, { nullable: true, description: 'Which measure (indsats).' })
  measure!: EmploymentMeasureKind;

  @Column('text')
  @Field(() => String, { nullable: true, description: 'The employer or the place (arbejdsgiver).' })
  employer!: string;

  @Column('float8', { name: 'hours_per_week' })
  @Field(() => Float, { nullable: true, description: 'Hours a week (timer pr. uge).' })
  hoursPerWeek!: number;

  @Column('text')
  @Field(() => String, { nullable: true, description: 'What it is to achieve (formål).' })
  purpose!: string;

  @Column('date', { name: 'valid_from' })
  @Field(() => GraphQLDate, { nullable: true, description: 'First day (fra).' })
  validFrom!: string;

  @Column('date', { name: 'valid_to', nullable: true })
  @Field(() => GraphQLDate, { nullable: true, description: 'First day without it (til); null while it is open-ended.' })
  validTo!: string | null;

  @Column('text', { name: 'end_reason', nullable: true })
  @Field(() => String, { nullable: true, description: 'Why it was ended (årsag).' })
  endReason!: string | null;

  @Column('int')
  @Field(() => Int, { nullable: true, description: 'Rises with every change; send it along when you change it.' })
  version!: number;

  @Field(() => EffortStatus, { nullable: true, description: 'Where it stands today (status).' })
  status(): EffortStatus {
    return effortStatus(this);
  }

  @Field(() => Participation, {
    nullable: true,
    description: 'The way of taking part that it is; null when it is none (deltagelse).',
  })
  participation(): Participation | null {
    return PARTICIPATION_OF_MEASURE[this.measure] ?? null;
  }

  @Field(() => Citizen, { description: 'Whose measure it is.' })
  @Public()
  citizen(): Citizen {
    return citizenReference(this.citizenId);
  }
}
