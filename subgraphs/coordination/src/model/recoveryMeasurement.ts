import { Consent, Public } from '@sammen/subgraph-kit';
import { GraphQLDate, GraphQLDateTime } from 'graphql-scalars';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Professional, ProfessionalColumns, professionalOf } from './professional.js';
import { RECOVERY_SCALES, RecoveryAnsweredBy, RecoveryIndicator, RecoveryScale } from './recoveryScale.js';

/**
 * How the citizen fares on one day, by six indicators. What was not answered is null and makes the measurement
 * incomplete: there is no total then, and nothing is ever counted as zero that was not answered with zero.
 */
@Entity('recovery_measurement')
@ObjectType({ description: 'How the citizen fares on one day, by six indicators of own recovery (recovery-måling).' })
@Consent('PLAN')
export class RecoveryMeasurement extends ProfessionalColumns {
  @PrimaryColumn('uuid', { name: 'citizen_id' })
  citizenId!: string;

  @PrimaryColumn('uuid')
  @Field(() => ID, { description: 'Unique among the measurements of this citizen.' })
  @Public()
  id!: string;

  @Column('uuid', { name: 'case_id' })
  caseId!: string;

  @Column('date', { name: 'measured_on' })
  @Field(() => GraphQLDate, { nullable: true, description: 'The day of which the answers are (målt den).' })
  measuredOn!: string;

  @Column('text', { name: 'scale' })
  scaleName!: keyof typeof RECOVERY_SCALES;

  @Column('text', { name: 'answered_by' })
  @Field(() => RecoveryAnsweredBy, { nullable: true, description: 'Who answered (besvaret af).' })
  answeredBy!: RecoveryAnsweredBy;

  @Column('int', { nullable: true })
  @Field(() => Int, { nullable: true, description: 'Hope (håb); null when not answered.' })
  hope!: number | null;

  @Column('int', { nullable: true })
  @Field(() => Int, { nullable: true, description: 'Wellbeing (trivsel); null when not answered.' })
  wellbeing!: number | null;

  @Column('int', { nullable: true })
  @Field(() => Int, { nullable: true, description: 'Being included among others (inklusion); null when not answered.' })
  inclusion!: number | null;

  @Column('int', { nullable: true })
  @Field(() => Int, {
    nullable: true,
    description: 'Taking part as a citizen (medborgerskab); null when not answered.',
  })
  citizenship!: number | null;

  @Column('int', { nullable: true })
  @Field(() => Int, {
    nullable: true,
    description: 'Deciding over the own life (empowerment); null when not answered.',
  })
  empowerment!: number | null;

  @Column('int', { name: 'meaningful_life', nullable: true })
  @Field(() => Int, {
    nullable: true,
    description:
      'A meaningful life, as with education, a job or a day programme (et meningsfuldt liv); null when not answered.',
  })
  meaningfulLife!: number | null;

  @Column('timestamptz', { name: 'recorded_at' })
  @Field(() => GraphQLDateTime, { nullable: true, description: 'When it was written down (registreret).' })
  recordedAt!: Date;

  @Field(() => RecoveryScale, { nullable: true, description: 'How the numbers are to be read (skala).' })
  scale(): RecoveryScale {
    return Object.assign(new RecoveryScale(), RECOVERY_SCALES[this.scaleName]);
  }

  @Field(() => [RecoveryIndicator], { nullable: true, description: 'What was not answered (manglende svar).' })
  missing(): RecoveryIndicator[] {
    return Object.values(RecoveryIndicator).filter((indicator) => answersOf(this)[indicator] === null);
  }

  @Field(() => Boolean, { nullable: true, description: 'Whether all six were answered (fuldstændig).' })
  complete(): boolean {
    return this.missing().length === 0;
  }

  @Field(() => Int, {
    nullable: true,
    description: 'All six added up, 0–60; null unless all six were answered (samlet).',
  })
  total(): number | null {
    return totalOf(this);
  }

  @Field(() => Professional, { nullable: true, description: 'Who wrote it down (registreret af).' })
  recordedBy(): Professional {
    return professionalOf(this);
  }
}

/** The six answers by indicator; null for what was not answered. */
export function answersOf(row: RecoveryMeasurement): Record<RecoveryIndicator, number | null> {
  const { hope, wellbeing, inclusion, citizenship, empowerment, meaningfulLife } = row;
  return {
    HOPE: hope,
    WELLBEING: wellbeing,
    INCLUSION: inclusion,
    CITIZENSHIP: citizenship,
    EMPOWERMENT: empowerment,
    MEANINGFUL_LIFE: meaningfulLife,
  };
}

/** All six added up, or null when one is missing. */
export function totalOf(row: RecoveryMeasurement): number | null {
  const answers = Object.values(answersOf(row));
  return answers.reduce((sum, answer) => (sum === null || answer === null ? null : sum + answer), 0);
}
