import { Consent, Key, Organisation, Public, organisationOf } from '@sammen/subgraph-kit';
import { GraphQLDate } from 'graphql-scalars';
import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What a treatment consists of. */
export enum TreatmentKind {
  MEDICATION = 'MEDICATION',
  PSYCHOTHERAPY = 'PSYCHOTHERAPY',
  OUTPATIENT_COURSE = 'OUTPATIENT_COURSE',
  OUTREACH = 'OUTREACH',
  PSYCHO_EDUCATION = 'PSYCHO_EDUCATION',
  ECT = 'ECT',
}
registerEnumType(TreatmentKind, {
  name: 'TreatmentKind',
  description: 'What a treatment consists of (behandlingsform).',
  valuesConfig: {
    MEDICATION: { description: 'Medication (medicinsk behandling).' },
    PSYCHOTHERAPY: { description: 'Psychotherapy (psykoterapi).' },
    OUTPATIENT_COURSE: { description: 'A course at the outpatient clinic (ambulant forløb).' },
    OUTREACH: { description: 'Outreach team (opsøgende team).' },
    PSYCHO_EDUCATION: { description: 'Psycho-education by the region (psykoedukation).' },
    ECT: { description: 'Electroconvulsive therapy (ECT).' },
  },
});

/** Where a treatment stands. */
export enum TreatmentStatus {
  ACTIVE = 'ACTIVE',
  COMPLETED = 'COMPLETED',
  STOPPED = 'STOPPED',
}
registerEnumType(TreatmentStatus, {
  name: 'TreatmentStatus',
  description: 'Where a treatment stands.',
  valuesConfig: {
    ACTIVE: { description: 'Goes on (i gang).' },
    COMPLETED: { description: 'Completed as planned (afsluttet).' },
    STOPPED: { description: 'Stopped before its end (afbrudt).' },
  },
});

/** A course of treatment and who is responsible for it. */
@Entity('treatment')
@ObjectType({ description: 'A course of treatment (behandlingsforløb).' })
@Key('citizenId id')
@Consent('TREATMENT')
export class Treatment {
  @PrimaryColumn('uuid', { name: 'citizen_id' })
  @Field(() => ID, { description: 'Whose treatment it is.' })
  @Public()
  citizenId!: string;

  @PrimaryColumn('uuid')
  @Field(() => ID, { description: 'Unique among the treatments of this citizen.' })
  @Public()
  id!: string;

  @Column('text')
  @Field(() => TreatmentKind, { nullable: true, description: 'What it consists of.' })
  kind!: TreatmentKind;

  @Column('text')
  @Field(() => String, { nullable: true, description: 'The course in words (forløb).' })
  course!: string;

  @Column('text')
  @Field(() => TreatmentStatus, { nullable: true, description: 'Where it stands.' })
  status!: TreatmentStatus;

  @Column('text', { name: 'responsible_name' })
  @Field(() => String, { nullable: true, description: 'Who is responsible (behandlingsansvarlig).' })
  responsible!: string;

  @Column('text', { name: 'unit_id' })
  unitId!: string;

  @Column('date', { name: 'started_on' })
  @Field(() => GraphQLDate, { nullable: true, description: 'First day.' })
  startedOn!: string;

  @Column('date', { name: 'ended_on', nullable: true })
  @Field(() => GraphQLDate, { nullable: true, description: 'Last day; null while it goes on.' })
  endedOn!: string | null;

  @Field(() => Organisation, { nullable: true, description: 'The responsible unit (behandlingsansvarlig enhed).' })
  unit(): Organisation {
    return organisationOf(this.unitId);
  }
}
