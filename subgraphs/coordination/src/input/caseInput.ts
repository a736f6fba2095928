import { IsOptional, Length, Max, MaxLength, Min, ValidateNested } from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';
import { PersonInput } from './personInput.js';

@InputType({ description: 'A new case, as a candidate.' })
export class OpenCaseInput {
  @Field(() => ID, { description: 'Whose case.' })
  citizenId!: string;

  @Field(() => String, { description: 'What the coordination is for, at most 2,000 characters.' })
  @Length(1, 2000)
  purpose!: string;

  @Field(() => PersonInput, { nullable: true, description: 'Who is to manage it, if that is settled.' })
  @IsOptional()
  @ValidateNested()
  keyManager?: PersonInput | null;

  @Field(() => String, { nullable: true, description: 'Makes a repeated call harmless: the same key opens once.' })
  @IsOptional()
  @MaxLength(200)
  idempotencyKey?: string | null;
}

@InputType({ description: 'A step of a case.' })
export class CaseStepInput {
  @Field(() => ID, { description: 'Whose case.' })
  citizenId!: string;

  @Field(() => ID, { description: 'Which case.' })
  caseId!: string;

  @Field(() => Int, { description: 'The version of the case that you saw; refused when somebody changed it since.' })
  version!: number;
}

@InputType({ description: 'The choice of a candidate.' })
export class SelectCaseInput extends CaseStepInput {
  @Field(() => String, { description: 'Why this case.' })
  @Length(1, 1000)
  reason!: string;

  @Field(() => Boolean, { defaultValue: true, description: "Whether it takes one of the municipality's ten places." })
  inCohort: boolean = true;

  @Field(() => Int, { nullable: true, description: 'Which of the ten, 1 to 10; the first free one when left out.' })
  @IsOptional()
  @Min(1)
  @Max(10)
  rank?: number | null;

  @Field(() => Int, { nullable: true, description: 'How complex, 0 to 100.' })
  @IsOptional()
  @Min(0)
  @Max(100)
  complexityScore?: number | null;
}

@InputType({ description: 'The end of a case.' })
export class CloseCaseInput extends CaseStepInput {
  @Field(() => String, { description: 'Why it ends.' })
  @Length(1, 1000)
  reason!: string;
}

@InputType({ description: 'The first key manager of a case.' })
export class AssignKeyManagerInput extends CaseStepInput {
  @Field(() => PersonInput, { description: 'Who takes it on.' })
  @ValidateNested()
  keyManager!: PersonInput;
}

@InputType({ description: 'A case that changes hands.' })
export class HandOverInput extends CaseStepInput {
  @Field(() => PersonInput, { description: 'Who takes it on.' })
  @ValidateNested()
  to!: PersonInput;

  @Field(() => String, { description: 'Why it changes hands.' })
  @Length(1, 1000)
  reason!: string;
}
