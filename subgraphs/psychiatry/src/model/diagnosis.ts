import { Consent, Key, Public } from '@sammen/subgraph-kit';
import { diagnosisText } from '@sammen/reference-data';
import { GraphQLDate } from 'graphql-scalars';
import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Whether a diagnosis is the main one. */
export enum DiagnosisRank {
  PRIMARY = 'PRIMARY',
  SECONDARY = 'SECONDARY',
}
registerEnumType(DiagnosisRank, {
  name: 'DiagnosisRank',
  description: 'Whether a diagnosis is the main one.',
  valuesConfig: {
    PRIMARY: { description: 'The main diagnosis (aktionsdiagnose).' },
    SECONDARY: { description: 'A further diagnosis (bidiagnose).' },
  },
});

/** A psychiatric diagnosis, coded by ICD-10 chapter F as used in Danish hospitals (SKS). */
@Entity('diagnosis')
@ObjectType({ description: 'A psychiatric diagnosis (diagnose), ICD-10 chapter F.' })
@Key('citizenId id')
@Consent('DIAGNOSIS')
export class Diagnosis {
  @PrimaryColumn('uuid', { name: 'citizen_id' })
  @Field(() => ID, { description: 'Whose diagnosis it is.' })
  @Public()
  citizenId!: string;

  @PrimaryColumn('uuid')
  @Field(() => ID, { description: 'Unique among the diagnoses of this citizen.' })
  @Public()
  id!: string;

  /** SKS: a D and the ICD-10 code without its dot. */
  @Column('text', { name: 'sks_code' })
  @Field(() => String, { nullable: true, description: 'The SKS code, such as DF200.' })
  code!: string;

  @Column('text')
  @Field(() => DiagnosisRank, { nullable: true, description: 'Main or further diagnosis.' })
  rank!: DiagnosisRank;

  @Column('date', { name: 'first_diagnosed_on' })
  @Field(() => GraphQLDate, { nullable: true, description: 'When it was first made.' })
  firstDiagnosedOn!: string;

  @Column('date', { name: 'ended_on', nullable: true })
  @Field(() => GraphQLDate, {
    nullable: true,
    description: 'When it was withdrawn or in remission; null while it stands.',
  })
  endedOn!: string | null;

  @Field(() => String, { nullable: true, description: 'The Danish text of the code.' })
  text(): string | null {
    return diagnosisText(this.code) ?? null;
  }
}
