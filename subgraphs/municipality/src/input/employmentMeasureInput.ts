import { Length, Max, Min } from 'class-validator';
import { GraphQLDate } from 'graphql-scalars';
import { Field, Float, ID, InputType, Int } from 'type-graphql';
import { EmploymentMeasureKind } from '../model/codes.js';
import { FULL_TIME_HOURS, NAME_LENGTH, TEXT_LENGTH } from './limits.js';

@InputType({ description: 'The start of a measure in an open case.' })
export class StartEmploymentMeasureInput {
  @Field(() => ID, { description: 'Whose case.' })
  citizenId!: string;

  @Field(() => ID, { description: 'Which case.' })
  caseId!: string;

  @Field(() => EmploymentMeasureKind, {
    description: 'Which measure; it has to be open to new cases on its first day.',
  })
  measure!: EmploymentMeasureKind;

  @Field(() => String, { description: 'The employer or the place.' })
  @Length(1, NAME_LENGTH)
  employer!: string;

  @Field(() => Float, { description: 'Hours a week, at most 37.' })
  @Min(0.25)
  @Max(FULL_TIME_HOURS)
  hoursPerWeek!: number;

  @Field(() => String, { description: 'What it is to achieve, at most 1,000 characters.' })
  @Length(1, TEXT_LENGTH)
  purpose!: string;

  @Field(() => GraphQLDate, { description: 'First day.' })
  validFrom!: Date;

  @Field(() => GraphQLDate, { nullable: true, description: 'First day without it; left out while open-ended.' })
  validTo?: Date | null;

  @Field(() => String, { nullable: true, description: 'Makes a repeated call harmless: the same key starts once.' })
  @Length(1, 200)
  idempotencyKey?: string | null;
}

@InputType({ description: 'A change of a measure. What is left out stays; null removes the last day.' })
export class ChangeEmploymentMeasureInput {
  @Field(() => ID, { description: 'Whose measure.' })
  citizenId!: string;

  @Field(() => ID, { description: 'Which measure.' })
  measureId!: string;

  @Field(() => Int, { description: 'The version that you saw; refused when somebody changed it since.' })
  version!: number;

  @Field(() => String, { nullable: true, description: 'The employer or the place.' })
  @Length(1, NAME_LENGTH)
  employer?: string | null;

  @Field(() => Float, { nullable: true, description: 'Hours a week, at most 37.' })
  @Min(0.25)
  @Max(FULL_TIME_HOURS)
  hoursPerWeek?: number | null;

  @Field(() => String, { nullable: true, description: 'What it is to achieve, at most 1,000 characters.' })
  @Length(1, TEXT_LENGTH)
  purpose?: string | null;

  @Field(() => GraphQLDate, { nullable: true, description: 'First day without it.' })
  validTo?: Date | null;
}

@InputType({ description: 'The end of a measure.' })
export class EndEmploymentMeasureInput {
  @Field(() => ID, { description: 'Whose measure.' })
  citizenId!: string;

  @Field(() => ID, { description: 'Which measure.' })
  measureId!: string;

  @Field(() => Int, { description: 'The version that you saw; refused when somebody changed it since.' })
  version!: number;

  @Field(() => GraphQLDate, { nullable: true, description: 'First day without it; today when left out.' })
  validTo?: Date | null;

  @Field(() => String, { description: 'Why it ends, at most 1,000 characters.' })
  @Length(1, TEXT_LENGTH)
  reason!: string;
}
