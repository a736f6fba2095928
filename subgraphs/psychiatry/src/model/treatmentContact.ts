import { Consent, Organisation, organisationOf } from '@sammen/subgraph-kit';
import { GraphQLDateTime } from 'graphql-scalars';
import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How a contact took place. */
export enum ContactKind {
  VISIT = 'VISIT',
  HOME_VISIT = 'HOME_VISIT',
  VIDEO = 'VIDEO',
  PHONE = 'PHONE',
}
registerEnumType(ContactKind, {
  name: 'ContactKind',
  description: 'How a contact took place (kontaktform).',
  valuesConfig: {
    VISIT: { description: 'At the clinic (fremmøde).' },
    HOME_VISIT: { description: 'At home (hjemmebesøg).' },
    VIDEO: { description: 'By video.' },
    PHONE: { description: 'By telephone.' },
  },
});

/** One contact in a treatment. */
@Entity('treatment_contact')
@ObjectType({ description: 'One contact in a course of treatment (kontakt).' })
@Consent('TREATMENT')
export class TreatmentContact {
  @PrimaryColumn('uuid', { name: 'citizen_id' })
  citizenId!: string;

  @PrimaryColumn('uuid')
  @Field(() => ID, { nullable: true, description: 'Unique among the contacts of this citizen.' })
  id!: string;

  @Column('uuid', { name: 'treatment_id' })
  @Field(() => ID, { nullable: true, description: 'The treatment that it is part of.' })
  treatmentId!: string;

  @Column('timestamptz')
  @Field(() => GraphQLDateTime, { nullable: true, description: 'When.' })
  at!: Date;

  @Column('text')
  @Field(() => ContactKind, { nullable: true, description: 'How.' })
  kind!: ContactKind;

  @Column('text', { name: 'unit_id' })
  unitId!: string;

  @Field(() => Organisation, { nullable: true, description: 'With which unit.' })
  unit(): Organisation {
    return organisationOf(this.unitId);
  }
}
