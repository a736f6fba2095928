import { ArrayMaxSize, ArrayMinSize, IsOptional, Length, MaxLength, ValidateNested } from 'class-validator';
import { GraphQLDateTime } from 'graphql-scalars';
import { Field, ID, InputType, Int } from 'type-graphql';
import { CareSector } from '../model/careSector.js';
import { DecisionSubject } from '../model/decisionSubject.js';
import { MeetingRole } from '../model/meetingParticipant.js';
import { PersonInput } from './personInput.js';

@InputType({ description: 'Somebody to be invited.' })
export class ParticipantInput {
  @Field(() => PersonInput, { description: 'Who.' })
  @ValidateNested()
  person!: PersonInput;

  @Field(() => CareSector, { description: 'For which sector; one of their organisation.' })
  sector!: CareSector;

  @Field(() => MeetingRole, { defaultValue: MeetingRole.CONTRIBUTOR, description: 'What they do at the meeting.' })
  meetingRole: MeetingRole = MeetingRole.CONTRIBUTOR;

  @Field(() => String, { nullable: true, description: 'What is expected of them.' })
  @IsOptional()
  @MaxLength(500)
  expectation?: string | null;

  @Field(() => [DecisionSubject], { defaultValue: [], description: 'What they can decide on for their sector.' })
  @ArrayMaxSize(8)
  mandate!: DecisionSubject[];
}

@InputType({ description: 'A meeting to be called. Its agenda starts with the open agreements of the plan.' })
export class CallMeetingInput {
  @Field(() => ID, { description: 'About whom.' })
  citizenId!: string;

  @Field(() => ID, { nullable: true, description: 'About which case.' })
  caseId?: string | null;

  @Field(() => ID, { nullable: true, description: 'About which plan; the newest one of the case when left out.' })
  planId?: string | null;

  @Field(() => GraphQLDateTime, { description: 'When it begins; still to come.' })
  startsAt!: Date;

  @Field(() => String, { description: 'Where.' })
  @Length(1, 300)
  place!: string;

  @Field(() => String, { description: 'What it is for and within which frame; stands in every invitation.' })
  @Length(1, 2000)
  purpose!: string;

  @Field(() => [ParticipantInput], { description: 'Whom to invite beside the citizen.' })
  @ArrayMinSize(1)
  @ArrayMaxSize(40)
  @ValidateNested({ each: true })
  participants!: ParticipantInput[];

  @Field(() => Boolean, { defaultValue: true, description: 'Whether the citizen is invited.' })
  citizenInvited: boolean = true;

  @Field(() => String, { nullable: true, description: 'Whom the citizen brings along.' })
  @IsOptional()
  @Length(1, 200)
  supportPerson?: string | null;

  @Field(() => [CareSector], {
    nullable: true,
    description: 'Which sectors have something to decide; all public ones that are invited when left out.',
  })
  decidingSectors?: CareSector[] | null;

  @Field(() => [String], { defaultValue: [], description: 'Topics after the open agreements.' })
  @ArrayMaxSize(20)
  @Length(1, 300, { each: true })
  topics!: string[];

  @Field(() => Boolean, { defaultValue: false, description: 'Whether somebody has gone through it with the citizen.' })
  preBriefed: boolean = false;

  @Field(() => String, {
    nullable: true,
    description: 'How and when the citizen said yes to what goes beyond their wishes.',
  })
  @IsOptional()
  @Length(1, 500)
  citizenYes?: string | null;

  @Field(() => String, { nullable: true, description: 'Makes a repeated call harmless: the same key calls once.' })
  @IsOptional()
  @MaxLength(200)
  idempotencyKey?: string | null;
}

@InputType({ description: 'A change of a meeting.' })
export class MeetingEditInput {
  @Field(() => ID, { description: 'About whom.' })
  citizenId!: string;

  @Field(() => ID, { description: 'Which meeting.' })
  meetingId!: string;

  @Field(() => Int, { description: 'The version of the meeting that you saw; refused when somebody changed it since.' })
  version!: number;
}

@InputType({ description: 'More people for a meeting.' })
export class InviteToMeetingInput extends MeetingEditInput {
  @Field(() => [ParticipantInput], { description: 'Whom to invite.' })
  @ArrayMinSize(1)
  @ArrayMaxSize(40)
  @ValidateNested({ each: true })
  participants!: ParticipantInput[];

  @Field(() => String, {
    nullable: true,
    description: 'How and when the citizen said yes to what goes beyond their wishes.',
  })
  @IsOptional()
  @Length(1, 500)
  citizenYes?: string | null;
}
