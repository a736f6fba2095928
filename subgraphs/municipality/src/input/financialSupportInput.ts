import { Length, Max, Min } from 'class-validator';
import { GraphQLDate } from 'graphql-scalars';
import { Field, ID, InputType, Int } from 'type-graphql';
import { FinancialSupportKind, PaymentFrequency } from '../model/financialSupportKind.js';
import { LARGEST_AMOUNT_OERE, TEXT_LENGTH } from './limits.js';

@InputType({ description: 'A grant of financial support.' })
export class GrantFinancialSupportInput {
  @Field(() => ID, { description: 'To whom.' })
  citizenId!: string;

  @Field(() => ID, { nullable: true, description: 'The responsible unit of your organisation; your own if left out.' })
  unitId?: string | null;

  @Field(() => FinancialSupportKind, { description: 'What it is for.' })
  kind!: FinancialSupportKind;

  @Field(() => PaymentFrequency, { description: 'How often it is paid; only additional expenses are paid monthly.' })
  frequency!: PaymentFrequency;

  @Field(() => Int, { description: 'Amount in øre, once or each month.' })
  @Min(1)
  @Max(LARGEST_AMOUNT_OERE)
  amountOere!: number;

  @Field(() => String, { description: 'What the money is for, in words, at most 1,000 characters.' })
  @Length(1, TEXT_LENGTH)
  purpose!: string;

  @Field(() => GraphQLDate, { description: 'First day, or the day of payment.' })
  validFrom!: Date;

  @Field(() => GraphQLDate, { nullable: true, description: 'First day without it; only for what is paid monthly.' })
  validTo?: Date | null;

  @Field(() => String, { nullable: true, description: 'Makes a repeated call harmless: the same key grants once.' })
  @Length(1, 200)
  idempotencyKey?: string | null;
}

@InputType({ description: 'The end of financial support.' })
export class EndFinancialSupportInput {
  @Field(() => ID, { description: 'Whose support.' })
  citizenId!: string;

  @Field(() => ID, { description: 'Which support.' })
  supportId!: string;

  @Field(() => Int, { description: 'The version that you saw; refused when somebody changed it since.' })
  version!: number;

  @Field(() => GraphQLDate, { nullable: true, description: 'First day without it; today when left out.' })
  validTo?: Date | null;

  @Field(() => String, { description: 'Why it ends, at most 1,000 characters.' })
  @Length(1, TEXT_LENGTH)
  reason!: string;
}
