import { Citizen, citizenReference, Consent, Key, Public } from '@sammen/subgraph-kit';
import { GraphQLDateTime } from 'graphql-scalars';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { ContactStatus } from './contactStatus.js';

/** One visit of a volunteer, inside its agreement. */
@Entity('volunteer_visit')
@ObjectType({ description: 'A visit of a volunteer (frivilligt besøg).' })
@Key('citizenId id')
@Consent('VOLUNTEER_VISIT')
export class VolunteerVisit {
  @PrimaryColumn('uuid', { name: 'citizen_id' })
  @Field(() => ID, { description: 'Who was visited.' })
  @Public()
  citizenId!: string;

  @PrimaryColumn('uuid')
  @Field(() => ID, { description: 'Unique among the visits of this citizen.' })
  @Public()
  id!: string;

  @Column('uuid', { name: 'agreement_id' })
  agreementId!: string;

  @Column('timestamptz')
  @Field(() => GraphQLDateTime, { nullable: true, description: 'When.' })
  at!: Date;

  @Column('int')
  @Field(() => Int, { nullable: true, description: 'How long, in minutes.' })
  minutes!: number;

  @Column('text')
  @Field(() => String, { nullable: true, description: 'What they did, in a few neutral words.' })
  activity!: string;

  @Column('text')
  @Field(() => ContactStatus, { nullable: true, description: 'Whether it took place.' })
  status!: ContactStatus;

  @Field(() => Citizen, { description: 'Who was visited.' })
  @Public()
  citizen(): Citizen {
    return citizenReference(this.citizenId);
  }
}
