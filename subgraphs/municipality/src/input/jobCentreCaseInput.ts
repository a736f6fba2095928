import { Length, Max, MaxLength, Min } from 'class-validator';
import { GraphQLDate } from 'graphql-scalars';
import { Field, ID, InputType, Int } from 'type-graphql';
import { IncomeKind } from '../model/codes.js';
import { NAME_LENGTH, TEXT_LENGTH } from './limits.js';

@InputType({ description: 'A new job-centre case.' })
export class OpenJobCentreCaseInput {
  @Field(() => ID, { description: 'Whose case.' })
  citizenId!: string;

  @Field(() => ID, {
    nullable: true,
    description: "The caseworker's unit, of your organisation; your own if left out.",
  })
  unitId?: string | null;

  @Field(() => Int, { description: 'The number in LAB § 6, 1 to 13.' })
  @Min(1)
  @Max(13)
  targetGroup!: number;

  @Field(() => IncomeKind, { description: 'What the citizen lives on today.' })
  incomeKind!: IncomeKind;

  @Field(() => String, { nullable: true, description: 'The name of the caseworker.' })
  @Length(1, NAME_LENGTH)
  caseworker?: string | null;

  @Field(() => String, { nullable: true, description: "The id of the citizen's own plan (Min Plan)." })
  @MaxLength(100)
  minPlanId?: string | null;

  @Field(() => String, { nullable: true, description: 'Makes a repeated call harmless: the same key opens once.' })
  @Length(1, 200)
  idempotencyKey?: string | null;
}

@InputType({ description: 'A change of a job-centre case. What is left out stays.' })
export class ChangeJobCentreCaseInput {
  @Field(() => ID, { description: 'Whose case.' })
  citizenId!: string;

  @Field(() => ID, { description: 'Which case.' })
  caseId!: string;

  @Field(() => Int, { description: 'The version that you saw; refused when somebody changed it since.' })
  version!: number;

  @Field(() => Int, { nullable: true, description: 'The new number in LAB § 6, 1 to 13.' })
  @Min(1)
  @Max(13)
  targetGroup?: number | null;

  @Field(() => IncomeKind, { nullable: true, description: 'What the citizen lives on from `incomeFrom` on.' })
  incomeKind?: IncomeKind | null;

  @Field(() => GraphQLDate, { nullable: true, description: 'First day of the new income; today when left out.' })
  incomeFrom?: Date | null;

  @Field(() => ID, { nullable: true, description: 'The unit of your organisation that takes the case over.' })
  unitId?: string | null;

  @Field(() => String, { nullable: true, description: 'The name of the caseworker.' })
  @Length(1, NAME_LENGTH)
  caseworker?: string | null;
}

@InputType({ description: 'The closing of a job-centre case.' })
export class CloseJobCentreCaseInput {
  @Field(() => ID, { description: 'Whose case.' })
  citizenId!: string;

  @Field(() => ID, { description: 'Which case.' })
  caseId!: string;

  @Field(() => Int, { description: 'The version that you saw; refused when somebody changed it since.' })
  version!: number;

  @Field(() => String, { description: 'Why it is closed, at most 1,000 characters.' })
  @Length(1, TEXT_LENGTH)
  reason!: string;
}
