import { Citizen, Consent, Public, citizenReference } from '@sammen/subgraph-kit';
import { GraphQLDate } from 'graphql-scalars';
import { Field, ID, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** When an agreement is looked at again, what is checked then, and what came of it. */
@Entity('agreement_follow_up')
@ObjectType('AgreementFollowUp', {
  description: 'When an agreement is looked at again, and what came of it (opfølgning).',
})
@Consent('PLAN')
export class FollowUp {
  @PrimaryColumn('uuid', { name: 'citizen_id' })
  citizenId!: string;

  @PrimaryColumn('uuid')
  @Field(() => ID, { description: 'Unique among the follow-ups about this citizen.' })
  @Public()
  id!: string;

  @Column('uuid', { name: 'agreement_id' })
  agreementId!: string;

  @Column('date', { name: 'due_on' })
  @Field(() => GraphQLDate, { nullable: true, description: 'When it is to be looked at.' })
  dueOn!: string;

  @Column('text', { name: 'what_is_checked' })
  @Field(() => String, { nullable: true, description: 'What is checked then.' })
  whatIsChecked!: string;

  @Column('date', { name: 'held_on', nullable: true })
  @Field(() => GraphQLDate, { nullable: true, description: 'When it was looked at; null while it waits.' })
  heldOn!: string | null;

  @Column('text', { nullable: true })
  @Field(() => String, { nullable: true, description: 'What came of it; null while it waits.' })
  result!: string | null;

  @Column('date', { name: 'next_on', nullable: true })
  @Field(() => GraphQLDate, { nullable: true, description: 'When it is looked at next.' })
  nextOn!: string | null;

  @Field(() => Citizen, { description: 'Whom it is about.' })
  @Public()
  citizen(): Citizen {
    return citizenReference(this.citizenId);
  }
}
