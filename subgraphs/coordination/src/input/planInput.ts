import { ArrayMaxSize, IsOptional, Length, MaxLength, ValidateNested } from 'class-validator';
import { GraphQLDate } from 'graphql-scalars';
import { Field, ID, InputType, Int } from 'type-graphql';
import { CareSector } from '../model/careSector.js';
import { PlanKind } from '../model/plan.js';
import { PersonInput } from './personInput.js';

@InputType({ description: 'A party of a plan: a professional, or an organisation or unit when nobody is named yet.' })
export class PartyInput {
  @Field(() => CareSector, { description: 'Which sector they answer for; one of their organisation.' })
  sector!: CareSector;

  @Field(() => PersonInput, { nullable: true, description: 'Who it is.' })
  @IsOptional()
  @ValidateNested()
  person?: PersonInput | null;

  @Field(() => ID, { nullable: true, description: 'The organisation, when nobody is named.' })
  @IsOptional()
  @MaxLength(200)
  organisationId?: string | null;

  @Field(() => ID, { nullable: true, description: 'The unit of that organisation.' })
  @IsOptional()
  @MaxLength(200)
  unitId?: string | null;
}

@InputType({ description: 'A new plan. The citizen is a party of it, except of a coordination plan, and so are you.' })
export class OpenPlanInput {
  @Field(() => ID, { description: 'Whose plan.' })
  citizenId!: string;

  @Field(() => ID, { nullable: true, description: 'Of which case; only plans of §§ 13 a and 13 b can do without.' })
  caseId?: string | null;

  @Field(() => PlanKind, { description: 'What kind of plan.' })
  kind!: PlanKind;

  @Field(() => [PartyInput], { defaultValue: [], description: 'Who else shares it and has to agree to it.' })
  @ArrayMaxSize(40)
  @ValidateNested({ each: true })
  parties!: PartyInput[];

  @Field(() => [String], { defaultValue: [], description: 'Which other plans a holistic plan replaces.' })
  @ArrayMaxSize(20)
  @Length(1, 200, { each: true })
  replaces!: string[];

  @Field(() => GraphQLDate, {
    nullable: true,
    description: 'When the citizen consented to one plan for everything; mandatory for a holistic plan.',
  })
  consentGivenOn?: Date | null;

  @Field(() => String, { nullable: true, description: 'Makes a repeated call harmless: the same key opens once.' })
  @IsOptional()
  @MaxLength(200)
  idempotencyKey?: string | null;
}

@InputType({ description: 'A change of a plan.' })
export class PlanEditInput {
  @Field(() => ID, { description: 'Whose plan.' })
  citizenId!: string;

  @Field(() => ID, { description: 'Which plan.' })
  planId!: string;

  @Field(() => Int, { description: 'The version of the plan that you saw; refused when somebody changed it since.' })
  version!: number;
}

@InputType({ description: 'The end of a plan.' })
export class ClosePlanInput extends PlanEditInput {
  @Field(() => String, { description: 'Why it ends.' })
  @Length(1, 1000)
  reason!: string;
}

@InputType({ description: 'A new party of a plan.' })
export class AddPlanPartyInput extends PlanEditInput {
  @Field(() => PartyInput, { description: 'Who joins.' })
  @ValidateNested()
  party!: PartyInput;
}

@InputType({ description: 'A party that leaves a plan.' })
export class RemovePlanPartyInput extends PlanEditInput {
  @Field(() => ID, { description: 'Which party.' })
  partyId!: string;
}
