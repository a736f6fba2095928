import { ArrayMaxSize, IsOptional, Length, MaxLength, Min, ValidateNested } from 'class-validator';
import { GraphQLDate } from 'graphql-scalars';
import { Field, ID, InputType, Int } from 'type-graphql';
import { AgreementStatus, RankedBy } from '../model/agreement.js';
import { CareSector } from '../model/careSector.js';
import { PersonInput } from './personInput.js';
import { PlanEditInput } from './planInput.js';

@InputType({ description: 'An agreement on who does what by when. Responsible person, sector and date are mandatory.' })
export class AgreeInput extends PlanEditInput {
  @Field(() => String, { description: 'What is to be done, at most 1,000 characters.' })
  @Length(1, 1000)
  action!: string;

  @Field(() => PersonInput, { description: 'Who is responsible; becomes a party of the plan.' })
  @ValidateNested()
  responsible!: PersonInput;

  @Field(() => CareSector, { description: 'The one sector that answers for it; one of the responsible organisation.' })
  sector!: CareSector;

  @Field(() => GraphQLDate, { description: 'By when; not before today.' })
  dueOn!: Date;

  @Field(() => ID, { nullable: true, description: 'The challenge on the map that it meets.' })
  challengeId?: string | null;

  @Field(() => Int, { nullable: true, description: 'Its place, 1 first; last when left out.' })
  @IsOptional()
  @Min(1)
  rank?: number | null;

  @Field(() => GraphQLDate, { nullable: true, description: 'When it is first looked at; on its date when left out.' })
  followUpOn?: Date | null;

  @Field(() => String, { nullable: true, description: 'What is checked then; whether it is done when left out.' })
  @IsOptional()
  @Length(1, 500)
  whatIsChecked?: string | null;

  @Field(() => String, { nullable: true, description: 'Makes a repeated call harmless: the same key agrees once.' })
  @IsOptional()
  @MaxLength(200)
  idempotencyKey?: string | null;
}

@InputType({ description: 'A change of an agreement. What is left out stays as it is.' })
export class UpdateAgreementInput extends PlanEditInput {
  @Field(() => ID, { description: 'Which agreement.' })
  agreementId!: string;

  @Field(() => AgreementStatus, { nullable: true, description: 'Where it stands now.' })
  status?: AgreementStatus | null;

  @Field(() => String, { nullable: true, description: 'What is to be said about the status.' })
  @IsOptional()
  @MaxLength(1000)
  note?: string | null;

  @Field(() => String, { nullable: true, description: 'What is to be done.' })
  @IsOptional()
  @Length(1, 1000)
  action?: string | null;

  @Field(() => GraphQLDate, { nullable: true, description: 'By when.' })
  dueOn?: Date | null;

  @Field(() => PersonInput, { nullable: true, description: 'Who is responsible; needs the sector beside it.' })
  @IsOptional()
  @ValidateNested()
  responsible?: PersonInput | null;

  @Field(() => CareSector, { nullable: true, description: 'The one sector that answers for it.' })
  sector?: CareSector | null;
}

@InputType({ description: 'One agreement to another place.' })
export class MoveInput {
  @Field(() => ID, { description: 'Which agreement.' })
  agreementId!: string;

  @Field(() => Int, { description: 'Its new place, 1 first.' })
  @Min(1)
  rank!: number;
}

@InputType({ description: 'A new order of the open agreements: the whole list, or one agreement moved.' })
export class ReorderAgreementsInput extends PlanEditInput {
  @Field(() => RankedBy, { defaultValue: RankedBy.PROFESSIONALS, description: 'Whose order; the two are kept apart.' })
  rankedBy: RankedBy = RankedBy.PROFESSIONALS;

  @Field(() => [ID], {
    nullable: true,
    description:
      'Ids in their new order, most important first. All open agreements; the citizen may leave out what matters less.',
  })
  @IsOptional()
  @ArrayMaxSize(100)
  order?: string[] | null;

  @Field(() => MoveInput, { nullable: true, description: 'Instead of the whole order: one agreement moved.' })
  @IsOptional()
  @ValidateNested()
  move?: MoveInput | null;
}

@InputType({ description: 'A day on which an agreement is looked at.' })
export class PlanFollowUpInput {
  @Field(() => ID, { description: 'Whom it is about.' })
  citizenId!: string;

  @Field(() => ID, { description: 'Which agreement.' })
  agreementId!: string;

  @Field(() => GraphQLDate, { description: 'When; not before today.' })
  dueOn!: Date;

  @Field(() => String, { description: 'What is checked then.' })
  @Length(1, 500)
  whatIsChecked!: string;

  @Field(() => String, { nullable: true, description: 'Makes a repeated call harmless: the same key plans once.' })
  @IsOptional()
  @MaxLength(200)
  idempotencyKey?: string | null;
}

@InputType({ description: 'What came of a follow-up.' })
export class RecordFollowUpInput {
  @Field(() => ID, { description: 'Whom it is about.' })
  citizenId!: string;

  @Field(() => ID, { description: 'Which follow-up.' })
  followUpId!: string;

  @Field(() => String, { description: 'What came of it.' })
  @Length(1, 1000)
  result!: string;

  @Field(() => GraphQLDate, { nullable: true, description: 'When it was looked at; today when left out.' })
  heldOn?: Date | null;

  @Field(() => GraphQLDate, { nullable: true, description: 'When it is looked at next; plans that follow-up.' })
  nextOn?: Date | null;

  @Field(() => String, { nullable: true, description: 'What is checked next time; the same when left out.' })
  @IsOptional()
  @Length(1, 500)
  nextCheck?: string | null;
}
