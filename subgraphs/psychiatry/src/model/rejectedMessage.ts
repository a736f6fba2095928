import { Public } from '@sammen/subgraph-kit';
import { GraphQLDateTime } from 'graphql-scalars';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/**
 * A message that could not be taken: when it came and why it was refused, and nothing of what it says. The message
 * itself may name people, so whoever mends it reads it in the database, table `inbox_rejected`.
 */
@Entity('inbox_rejected')
@ObjectType({ description: 'A message of a hospital that could not be taken and waits for a person (afvist advis).' })
@Public()
export class RejectedMessage {
  @PrimaryColumn('uuid')
  @Field(() => ID, { description: 'Names the kept message.' })
  id!: string;

  @Column('text')
  @Field(() => String, { description: 'The code of the refusal, as the sender got it.' })
  code!: string;

  @Column('text')
  @Field(() => String, { description: 'Why it was refused, in words; quotes nothing of the message.' })
  reason!: string;

  @Column('text', { nullable: true })
  @Field(() => String, { nullable: true, description: 'The element at fault, as a FHIRPath expression.' })
  expression!: string | null;

  @Column('timestamptz', { name: 'received_at' })
  @Field(() => GraphQLDateTime, { description: 'When it came first.' })
  receivedAt!: Date;

  @Column('timestamptz', { name: 'last_received_at' })
  @Field(() => GraphQLDateTime, { description: 'When it came last.' })
  lastReceivedAt!: Date;

  @Column('int')
  @Field(() => Int, { description: 'How often it came.' })
  times!: number;
}
