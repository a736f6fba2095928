import { Consent } from '@sammen/subgraph-kit';
import { Field, Int, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A point of a meeting. The first ones are always the agreements that were open when it was called (domain.md C11). */
@Entity('agenda_item')
@ObjectType({ description: 'A point on the agenda of a meeting (dagsordenspunkt).' })
@Consent('MEETING')
export class AgendaItem {
  @PrimaryColumn('uuid', { name: 'citizen_id' })
  citizenId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'meeting_id' })
  meetingId!: string;

  @Column('int')
  @Field(() => Int, { nullable: true, description: 'Place on the agenda, 1 first.' })
  position!: number;

  @Column('uuid', { name: 'agreement_id', nullable: true })
  agreementId!: string | null;

  @Column('text', { nullable: true })
  @Field(() => String, { nullable: true, description: 'The topic; null when it is an open agreement.' })
  topic!: string | null;
}
