import { ArrayMaxSize, ArrayMinSize, IsOptional, Length, MaxLength } from 'class-validator';
import { GraphQLDate } from 'graphql-scalars';
import { Field, ID, InputType, Int } from 'type-graphql';
import { ContactFrequency } from '../model/match.js';
import { NoCpr } from './noCpr.js';

@InputType({ description: 'A match of a citizen with a mentor of your own organisation.' })
export class MatchMentorInput {
  @Field(() => ID, { description: 'Who gets the mentor.' })
  citizenId!: string;

  @Field(() => ID, { description: 'A mentor of your own organisation.' })
  mentorId!: string;

  @Field(() => [String], { description: 'What the two want to reach: 1 to 5, each at most 300 characters.' })
  @ArrayMinSize(1)
  @ArrayMaxSize(5)
  @MaxLength(300, { each: true })
  @NoCpr()
  goals!: string[];

  @Field(() => ContactFrequency, { description: 'How often they mean to meet.' })
  frequency!: ContactFrequency;

  @Field(() => GraphQLDate, { nullable: true, description: 'First day; today when left out, at most 30 days ago.' })
  startedOn?: Date | null;

  @Field(() => GraphQLDate, { nullable: true, description: 'Last day as planned; 6 months when left out, not more.' })
  plannedEndOn?: Date | null;

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'Match on experience: refused unless both have opted in and have an experience in common.',
  })
  onExperience: boolean = false;

  @Field(() => ID, { nullable: true, description: 'The organisation that referred the citizen.' })
  @IsOptional()
  @Length(1, 200)
  referredById?: string | null;

  @Field(() => String, { nullable: true, description: 'Makes a repeated call harmless: the same key matches once.' })
  @IsOptional()
  @Length(1, 200)
  idempotencyKey?: string | null;
}

@InputType({ description: 'A longer mentorship.' })
export class ExtendMentorshipInput {
  @Field(() => ID, { description: 'Whose mentorship.' })
  citizenId!: string;

  @Field(() => ID, { description: 'Which mentorship.' })
  matchId!: string;

  @Field(() => Int, { description: 'The version that you saw; refused when somebody changed it since.' })
  version!: number;

  @Field(() => GraphQLDate, { description: 'The new last day: later than planned, at most 9 months from the start.' })
  plannedEndOn!: Date;
}
