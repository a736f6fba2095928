import { Length, Max, Min } from 'class-validator';
import { GraphQLDate } from 'graphql-scalars';
import { Field, ID, InputType, Int } from 'type-graphql';
import { HousingBenefitKind, IncomeKind } from '../model/codes.js';
import { DwellingKind } from '../model/dwellingKind.js';
import { LARGEST_AMOUNT_OERE, LARGEST_AREA } from './limits.js';

/** Persons of a household; more live in no dwelling that housing benefit is paid for. */
const LARGEST_HOUSEHOLD = 20;

@InputType({ description: 'An application for housing benefit.' })
export class ApplyForHousingBenefitInput {
  @Field(() => ID, { description: 'Who applies.' })
  citizenId!: string;

  @Field(() => ID, { nullable: true, description: 'The responsible unit of your organisation; your own if left out.' })
  unitId?: string | null;

  @Field(() => HousingBenefitKind, { description: 'Boligsikring or boligydelse; has to fit the income.' })
  kind!: HousingBenefitKind;

  @Field(() => IncomeKind, { description: 'What the applicant lives on.' })
  incomeKind!: IncomeKind;

  @Field(() => GraphQLDate, { nullable: true, description: 'Since when the applicant has a pension.' })
  pensionFrom?: Date | null;

  @Field(() => Int, { description: 'Monthly rent in øre, without heat, water and power.' })
  @Min(1)
  @Max(LARGEST_AMOUNT_OERE)
  rentBasisOere!: number;

  @Field(() => Int, { description: 'Area of the dwelling in square metres.' })
  @Min(1)
  @Max(LARGEST_AREA)
  areaSquareMetres!: number;

  @Field(() => Int, { description: 'Persons in the household, 1 to 20.' })
  @Min(1)
  @Max(LARGEST_HOUSEHOLD)
  householdSize!: number;

  @Field(() => DwellingKind, { description: 'What the dwelling has.' })
  dwelling!: DwellingKind;

  @Field(() => GraphQLDate, { description: 'From when; the first day of a month.' })
  validFrom!: Date;

  @Field(() => String, { nullable: true, description: 'Makes a repeated call harmless: the same key applies once.' })
  @Length(1, 200)
  idempotencyKey?: string | null;
}

@InputType({ description: 'The decision on an application: granted with an amount, or refused with a reason.' })
export class DecideHousingBenefitInput {
  @Field(() => ID, { description: 'Who applied.' })
  citizenId!: string;

  @Field(() => ID, { description: 'Which application.' })
  benefitId!: string;

  @Field(() => Int, { description: 'The version that you saw; refused when somebody changed it since.' })
  version!: number;

  @Field(() => Int, { nullable: true, description: 'Monthly amount in øre; grants the benefit.' })
  @Min(1)
  @Max(LARGEST_AMOUNT_OERE)
  monthlyAmountOere?: number | null;

  @Field(() => String, { nullable: true, description: 'Why not, at most 1,000 characters; refuses the benefit.' })
  @Length(1, 1000)
  refusalReason?: string | null;

  @Field(() => GraphQLDate, { nullable: true, description: 'When it is reckoned anew; 1 January if left out.' })
  recalculationOn?: Date | null;
}

@InputType({ description: 'A recalculation of a granted benefit. What is left out stays.' })
export class RecalculateHousingBenefitInput {
  @Field(() => ID, { description: 'Whose benefit.' })
  citizenId!: string;

  @Field(() => ID, { description: 'Which benefit.' })
  benefitId!: string;

  @Field(() => Int, { description: 'The version that you saw; refused when somebody changed it since.' })
  version!: number;

  @Field(() => Int, { description: 'The new monthly amount in øre.' })
  @Min(1)
  @Max(LARGEST_AMOUNT_OERE)
  monthlyAmountOere!: number;

  @Field(() => Int, { nullable: true, description: 'The new monthly rent in øre.' })
  @Min(1)
  @Max(LARGEST_AMOUNT_OERE)
  rentBasisOere?: number | null;

  @Field(() => Int, { nullable: true, description: 'The new number of persons in the household.' })
  @Min(1)
  @Max(LARGEST_HOUSEHOLD)
  householdSize?: number | null;

  @Field(() => GraphQLDate, { description: 'When it is reckoned anew the next time.' })
  recalculationOn!: Date;
}

@InputType({ description: 'The end of a granted benefit.' })
export class EndHousingBenefitInput {
  @Field(() => ID, { description: 'Whose benefit.' })
  citizenId!: string;

  @Field(() => ID, { description: 'Which benefit.' })
  benefitId!: string;

  @Field(() => Int, { description: 'The version that you saw; refused when somebody changed it since.' })
  version!: number;

  @Field(() => GraphQLDate, { description: 'First day without it; the first day of a month.' })
  validTo!: Date;

  @Field(() => String, { description: 'Why it ends, at most 1,000 characters.' })
  @Length(1, 1000)
  reason!: string;

  @Field(() => Int, { nullable: true, description: 'What is to be repaid, in øre; left out when nothing is.' })
  @Min(1)
  @Max(LARGEST_AMOUNT_OERE)
  repayAmountOere?: number | null;
}
