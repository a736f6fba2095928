import { Consent } from '@sammen/subgraph-kit';
import { GraphQLDateTime } from 'graphql-scalars';
import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What happened to a stay. */
export enum AdmissionEventKind {
  ADMITTED = 'ADMITTED',
  LEAVE_STARTED = 'LEAVE_STARTED',
  LEAVE_ENDED = 'LEAVE_ENDED',
  DISCHARGED = 'DISCHARGED',
  DIED = 'DIED',
  CORRECTED = 'CORRECTED',
  CANCELLED = 'CANCELLED',
}
registerEnumType(AdmissionEventKind, {
  name: 'AdmissionEventKind',
  description: 'What happened to a stay (hændelse).',
  valuesConfig: {
    ADMITTED: { description: 'Admitted, or moved to another kind of stay or hospital (indlagt).' },
    LEAVE_STARTED: { description: 'Went on leave (orlov påbegyndt).' },
    LEAVE_ENDED: { description: 'Came back from leave (orlov afsluttet).' },
    DISCHARGED: { description: 'Discharged (udskrevet).' },
    DIED: { description: 'Died during the stay or on arrival (død).' },
    CORRECTED: { description: 'An earlier entry was corrected (rettet).' },
    CANCELLED: { description: 'An earlier entry was reported by mistake (annulleret).' },
  },
});

/** One entry of a stay's history. Entries are added, never changed. */
@Entity('admission_event')
@ObjectType({ description: "One entry of a stay's history (statushistorik)." })
@Consent('ADMISSION')
export class AdmissionEvent {
  @PrimaryColumn('uuid', { name: 'citizen_id' })
  citizenId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'admission_id' })
  admissionId!: string;

  @Column('text')
  @Field(() => AdmissionEventKind, { nullable: true, description: 'What happened.' })
  kind!: AdmissionEventKind;

  @Column('text', { nullable: true })
  @Field(() => AdmissionEventKind, {
    nullable: true,
    description: 'What a correction or a cancellation is about; null for everything else.',
  })
  concerns!: AdmissionEventKind | null;

  @Column('timestamptz', { name: 'occurred_at' })
  @Field(() => GraphQLDateTime, { nullable: true, description: 'When it happened.' })
  occurredAt!: Date;

  @Column('timestamptz', { name: 'recorded_at' })
  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: 'When it was recorded: by the ward, or by the hospital that sent word of it.',
  })
  recordedAt!: Date;
}
