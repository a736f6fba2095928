import { Citizen, citizenReference, Consent, Key, Organisation, Public, organisationOf } from '@sammen/subgraph-kit';
import { GraphQLDateTime } from 'graphql-scalars';
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What kind of stay. */
export enum AdmissionKind {
  INPATIENT = 'INPATIENT',
  EMERGENCY = 'EMERGENCY',
}
registerEnumType(AdmissionKind, {
  name: 'AdmissionKind',
  description: 'What kind of stay (indlæggelsesform).',
  valuesConfig: {
    INPATIENT: { description: 'Admitted to a ward (indlagt).' },
    EMERGENCY: { description: 'In the emergency department (akut ambulant).' },
  },
});

/** Where a stay stands. */
export enum AdmissionStatus {
  ADMITTED = 'ADMITTED',
  ON_LEAVE = 'ON_LEAVE',
  DISCHARGED = 'DISCHARGED',
  DECEASED = 'DECEASED',
  CANCELLED = 'CANCELLED',
}
registerEnumType(AdmissionStatus, {
  name: 'AdmissionStatus',
  description: 'Where a stay stands.',
  valuesConfig: {
    ADMITTED: { description: 'The citizen is there now (indlagt).' },
    ON_LEAVE: { description: 'The citizen is on leave (orlov) and expected back.' },
    DISCHARGED: { description: 'The stay has ended (udskrevet).' },
    DECEASED: { description: 'The stay ended with the death of the citizen (død).' },
    CANCELLED: { description: 'Reported by mistake; kept in the history only (annulleret).' },
  },
});

/**
 * One stay in a psychiatric hospital. That, when and where somebody is admitted is what the law lets the
 * municipality know; the ward and the course of events are not.
 */
@Entity('admission')
@ObjectType({ description: 'A stay in a psychiatric hospital (indlæggelse).' })
@Key('citizenId id')
@Consent('ADMISSION_NOTICE')
export class Admission {
  @PrimaryColumn('uuid', { name: 'citizen_id' })
  @Field(() => ID, { description: 'Whose stay it is.' })
  @Public()
  citizenId!: string;

  @PrimaryColumn('uuid')
  @Field(() => ID, { description: 'Unique among the stays of this citizen.' })
  @Public()
  id!: string;

  /** The hospital's own identifier of the episode; messages about one stay share it. */
  @Column('text', { name: 'episode_id' })
  episodeId!: string;

  @Column('text')
  @Field(() => AdmissionKind, { nullable: true, description: 'What kind of stay.' })
  kind!: AdmissionKind;

  @Column('text')
  @Field(() => AdmissionStatus, { nullable: true, description: 'Where the stay stands.' })
  status!: AdmissionStatus;

  @Column('timestamptz', { name: 'started_at' })
  @Field(() => GraphQLDateTime, { nullable: true, description: 'When it began.' })
  startedAt!: Date;

  @Column('timestamptz', { name: 'ended_at', nullable: true })
  @Field(() => GraphQLDateTime, { nullable: true, description: 'When it ended; null while it lasts.' })
  endedAt!: Date | null;

  @Column('text', { name: 'hospital_name' })
  @Field(() => String, { nullable: true, description: 'The hospital (hospital).' })
  hospital!: string;

  @Column('text', { name: 'hospital_sor', nullable: true })
  @Field(() => String, {
    nullable: true,
    description: "The hospital's number in the register of health organisations (SOR).",
  })
  hospitalSor!: string | null;

  @Column('text', { name: 'ward_name', nullable: true })
  @Field(() => String, { nullable: true, description: 'The ward (afsnit).' })
  @Consent('ADMISSION')
  ward!: string | null;

  /** The unit of the reference data that treats; null when the stay was reported by a hospital outside it. */
  @Column('text', { name: 'unit_id', nullable: true })
  unitId!: string | null;

  /** True for a stay that the messages of its hospital tell: then nothing else may change it. */
  @Column('boolean', { name: 'told_by_messages', default: false })
  toldByMessages!: boolean;

  @Column('int')
  @Field(() => Int, { nullable: true, description: 'Rises with every change; send it along when you change the stay.' })
  version!: number;

  @Field(() => Citizen, { description: 'Whose stay it is.' })
  @Public()
  citizen(): Citizen {
    return citizenReference(this.citizenId);
  }

  @Field(() => Organisation, { nullable: true, description: 'The unit that treats (behandlende enhed).' })
  @Consent('ADMISSION')
  unit(): Organisation | null {
    return this.unitId === null ? null : organisationOf(this.unitId);
  }
}
