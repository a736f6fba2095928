import { Consent, Public } from '@sammen/subgraph-kit';
import { GraphQLDateTime } from 'graphql-scalars';
import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Professional, ProfessionalColumns, professionalOf } from './professional.js';

/** How somebody was in contact. */
export enum ContactChannel {
  VISIT = 'VISIT',
  PHONE = 'PHONE',
  VIDEO = 'VIDEO',
  MESSAGE = 'MESSAGE',
  LETTER = 'LETTER',
}
registerEnumType(ContactChannel, {
  name: 'ContactChannel',
  description: 'How somebody was in contact (kontaktform).',
  valuesConfig: {
    VISIT: { description: 'Face to face (besøg).' },
    PHONE: { description: 'By telephone (telefon).' },
    VIDEO: { description: 'By video (video).' },
    MESSAGE: { description: 'By message (besked).' },
    LETTER: { description: 'By letter (brev).' },
  },
});

/** An entry of the contact log: who was in contact with the citizen, how and when. */
@Entity('care_contact')
@ObjectType({ description: 'A contact with the citizen (kontakt): who, how and when.' })
@Consent('CARE_TEAM')
export class CareContact extends ProfessionalColumns {
  @PrimaryColumn('uuid', { name: 'citizen_id' })
  citizenId!: string;

  @PrimaryColumn('uuid')
  @Field(() => ID, { description: 'Unique among the contacts with this citizen.' })
  @Public()
  id!: string;

  @Column('uuid', { name: 'case_id' })
  caseId!: string;

  @Column('timestamptz')
  @Field(() => GraphQLDateTime, { nullable: true, description: 'When.' })
  at!: Date;

  @Column('text')
  @Field(() => ContactChannel, { nullable: true, description: 'How.' })
  channel!: ContactChannel;

  @Column('text', { nullable: true })
  @Field(() => String, { nullable: true, description: 'About what, in short.' })
  note!: string | null;

  @Field(() => Professional, { nullable: true, description: 'Who was in contact with the citizen.' })
  professional(): Professional {
    return professionalOf(this);
  }
}
