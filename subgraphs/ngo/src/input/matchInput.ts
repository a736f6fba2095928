import { ArrayMaxSize, IsOptional, Length, Max, MaxLength, Min } from 'class-validator';
import { GraphQLDate, GraphQLDateTime } from 'graphql-scalars';
import { Field, ID, InputType, Int } from 'type-graphql';
import { ContactStatus } from '../model/contactStatus.js';
import { ContactFrequency, MatchEndReason } from '../model/match.js';
import { NoCpr } from './noCpr.js';

@InputType({ description: 'The end of a match.' })
export class EndMatchInput {
  @Field(() => ID, { description: 'Whose match.' })
  citizenId!: string;

  @Field(() => ID, { description: 'Which mentorship or agreement.' })
  matchId!: string;

  @Field(() => Int, { description: 'The version that you saw; refused when somebody changed it since.' })
  version!: number;

  @Field(() => MatchEndReason, { nullable: true, description: 'Why; needed when it ends before its planned end.' })
  reason?: MatchEndReason | null;
}

@InputType({ description: 'A meeting with a mentor or a visit of a volunteer.' })
export class ContactInput {
  @Field(() => ID, { description: 'Whom you met.' })
  citizenId!: string;

  @Field(() => ID, { description: 'Under which mentorship or agreement.' })
  matchId!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'The planned meeting or visit that this is; left out for a new one.',
  })
  plannedId?: string | null;

  @Field(() => GraphQLDateTime, { description: 'When; in the future only as PLANNED.' })
  at!: Date;

  @Field(() => Int, { description: 'How long, in minutes: 5 to 600.' })
  @Min(5)
  @Max(600)
  minutes!: number;

  @Field(() => String, { description: 'What you did, in a few neutral words: at most 280 characters.' })
  @Length(1, 280)
  @NoCpr()
  activity!: string;

  @Field(() => ContactStatus, { defaultValue: ContactStatus.HELD, description: 'Whether it took place.' })
  status: ContactStatus = ContactStatus.HELD;

  @Field(() => String, { nullable: true, description: 'Makes a repeated call harmless: the same key records once.' })
  @IsOptional()
  @Length(1, 200)
  idempotencyKey?: string | null;
}

@InputType({ description: 'An agreement that a volunteer visits a citizen.' })
export class ArrangeVolunteerInput {
  @Field(() => ID, { description: 'Who is to be visited.' })
  citizenId!: string;

  @Field(() => ID, { description: 'A volunteer of your own organisation.' })
  volunteerId!: string;

  @Field(() => [String], { description: 'What the visits are for: at most 5, each at most 300 characters.' })
  @ArrayMaxSize(5)
  @MaxLength(300, { each: true })
  @NoCpr()
  goals!: string[];

  @Field(() => ContactFrequency, { description: 'How often they mean to meet.' })
  frequency!: ContactFrequency;

  @Field(() => GraphQLDate, { nullable: true, description: 'First day; today when left out.' })
  startedOn?: Date | null;

  @Field(() => GraphQLDate, { nullable: true, description: 'Last day as planned; left out when none is agreed.' })
  plannedEndOn?: Date | null;

  @Field(() => String, { nullable: true, description: 'Makes a repeated call harmless: the same key arranges once.' })
  @IsOptional()
  @Length(1, 200)
  idempotencyKey?: string | null;
}
