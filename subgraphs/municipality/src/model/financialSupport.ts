import { Citizen, citizenReference, Consent, Key, Organisation, organisationOf, Public } from '@sammen/subgraph-kit';
import { GraphQLDate } from 'graphql-scalars';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { EffortStatus, effortStatus } from './effortStatus.js';
import { FinancialSupportKind, lawOfSupport, PaymentFrequency } from './financialSupportKind.js';

/** Help in money beside income. Amounts are in øre (1/100 DKK). */
@Entity('financial_support')
@ObjectType({ description: 'Help in money beside income (økonomisk støtte).' })
@Key('citizenId id')
@Consent('FINANCIAL_SUPPORT')
export class FinancialSupport {
  @PrimaryColumn('uuid', { name: 'citizen_id' })
  @Field(() => ID, { description: 'Whose support it is.' })
  @Public()
  citizenId!: string;

  @PrimaryColumn('uuid')
  @Field(() => ID, { description: 'Unique among the supports of this citizen.' })
  @Public()
  id!: string;

  @Column('text', { name: 'unit_id' })
  unitId!: string;

  @Column('text')
  @Field(() => FinancialSupportKind, { nullable: true, description: 'What it is for.' })
  kind!: FinancialSupportKind;

  @Column('int', { name: 'amount_oere' })
  @Field(() => Int, { nullable: true, description: 'Amount in øre, once or each month.' })
  amountOere!: number;

  @Column('text')
  @Field(() => PaymentFrequency, { nullable: true, description: 'How often it is paid.' })
  frequency!: PaymentFrequency;

  @Column('text')
  @Field(() => String, { nullable: true, description: 'What the money is for, in words (formål).' })
  purpose!: string;

  @Column('date', { name: 'decided_on' })
  @Field(() => GraphQLDate, { nullable: true, description: 'The day of the decision (afgørelsesdato).' })
  decidedOn!: string;

  @Column('date', { name: 'valid_from' })
  @Field(() => GraphQLDate, { nullable: true, description: 'First day (fra).' })
  validFrom!: string;

  @Column('date', { name: 'valid_to', nullable: true })
  @Field(() => GraphQLDate, { nullable: true, description: 'First day without it (til); null while it is open-ended.' })
  validTo!: string | null;

  @Column('text', { name: 'end_reason', nullable: true })
  @Field(() => String, { nullable: true, description: 'Why it was ended (årsag).' })
  endReason!: string | null;

  @Column('int')
  @Field(() => Int, { nullable: true, description: 'Rises with every change; send it along when you change it.' })
  version!: number;

  @Field(() => String, { nullable: true, description: 'The law that it rests on, in Danish.' })
  law(): string {
    return lawOfSupport(this.kind);
  }

  @Field(() => EffortStatus, { nullable: true, description: 'Where it stands today (status).' })
  status(): EffortStatus {
    return effortStatus(this);
  }

  @Field(() => Organisation, { nullable: true, description: 'The responsible unit (ansvarlig enhed).' })
  responsibleUnit(): Organisation {
    return organisationOf(this.unitId);
  }

  @Field(() => Citizen, { description: 'Whose support it is.' })
  @Public()
  citizen(): Citizen {
    return citizenReference(this.citizenId);
  }
}
