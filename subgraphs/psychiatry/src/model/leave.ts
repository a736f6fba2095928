import { Consent } from '@sammen/subgraph-kit';
import { GraphQLDateTime } from 'graphql-scalars';
import { Field, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A period away from the ward during a stay; always inside it, never two at once. */
@Entity('leave')
@ObjectType({ description: 'A leave during a stay (orlov).' })
@Consent('ADMISSION')
export class Leave {
  @PrimaryColumn('uuid', { name: 'citizen_id' })
  citizenId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'admission_id' })
  admissionId!: string;

  @Column('timestamptz', { name: 'started_at' })
  @Field(() => GraphQLDateTime, { nullable: true, description: 'When the citizen left.' })
  startedAt!: Date;

  @Column('timestamptz', { name: 'ended_at', nullable: true })
  @Field(() => GraphQLDateTime, { nullable: true, description: 'When the citizen came back; null while away.' })
  endedAt!: Date | null;
}
