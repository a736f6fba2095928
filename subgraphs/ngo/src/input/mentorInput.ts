import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsOptional,
  Length,
  Matches,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import { GraphQLDate } from 'graphql-scalars';
import { Field, ID, InputType, Int } from 'type-graphql';
import { ExperienceTag } from '../model/experienceTag.js';
import { AssignmentTarget, MentorEngagement } from '../model/mentor.js';
import { NoCpr } from './noCpr.js';

/** What coordinators say of mentors, and mentors of themselves. */

@InputType({ description: 'A new mentor of your own organisation.' })
export class RegisterMentorInput {
  @Field(() => ID, { description: "The subject of the mentor's sign-in." })
  @Length(1, 200)
  actorId!: string;

  @Field(() => String, { description: 'The name that the mentor goes by, at most 100 characters.' })
  @Length(1, 100)
  @NoCpr()
  name!: string;

  @Field(() => MentorEngagement, { description: 'Paid or voluntary.' })
  engagement!: MentorEngagement;

  @Field(() => Int, { description: 'Hours a week: 1 to 37.' })
  @Min(1)
  @Max(37)
  hoursPerWeek!: number;

  @Field(() => String, { description: 'Four digits of the municipality where the mentor works.' })
  @Matches(/^\d{4}$/)
  municipalityCode!: string;

  @Field(() => Int, { description: 'How many citizens at once: 0 to 20.' })
  @Min(0)
  @Max(20)
  capacity!: number;

  @Field(() => [AssignmentTarget], { description: 'Citizens, teams of professionals, or both.' })
  @ArrayMinSize(1)
  @ArrayUnique()
  targets!: AssignmentTarget[];

  @Field(() => GraphQLDate, { nullable: true, description: 'First day; today when left out.' })
  activeFrom?: Date | null;

  @Field(() => String, { nullable: true, description: 'Makes a repeated call harmless: the same key registers once.' })
  @IsOptional()
  @Length(1, 200)
  idempotencyKey?: string | null;
}

@InputType({ description: 'What changes about a mentor; what is left out stays.' })
export class ChangeMentorInput {
  @Field(() => ID, { description: 'Which mentor.' })
  mentorId!: string;

  @Field(() => Int, { description: 'The version that you saw; refused when somebody changed it since.' })
  version!: number;

  @Field(() => MentorEngagement, { nullable: true, description: 'Paid or voluntary.' })
  engagement?: MentorEngagement | null;

  @Field(() => Int, { nullable: true, description: 'Hours a week: 1 to 37.' })
  @IsOptional()
  @Min(1)
  @Max(37)
  hoursPerWeek?: number | null;

  @Field(() => Int, { nullable: true, description: 'How many citizens at once: 0 to 20.' })
  @IsOptional()
  @Min(0)
  @Max(20)
  capacity?: number | null;

  @Field(() => GraphQLDate, { nullable: true, description: 'Last day as a mentor; refused while matches last longer.' })
  activeTo?: Date | null;
}

@InputType({ description: 'What a mentor says of themself.' })
export class DescribeExperienceInput {
  @Field(() => String, { description: 'In your own words, at most 2,000 characters.' })
  @MaxLength(2000)
  @NoCpr()
  statement!: string;

  @Field(() => [ExperienceTag], { description: 'The same as tags, at most 10.' })
  @ArrayMaxSize(10)
  @ArrayUnique()
  tags!: ExperienceTag[];

  @Field(() => Boolean, { description: 'Whether you want to be matched on these tags.' })
  optedIn!: boolean;
}

@InputType({ description: 'A mentor as user peer for a team of professionals.' })
export class AssignMentorInput {
  @Field(() => ID, { description: 'A mentor of your own organisation who takes teams.' })
  mentorId!: string;

  @Field(() => ID, { description: 'The team: a unit of a region or a municipality.' })
  @Length(1, 200)
  unitId!: string;

  @Field(() => String, { description: 'What the mentor does there, at most 300 characters.' })
  @Length(1, 300)
  @NoCpr()
  purpose!: string;

  @Field(() => String, { nullable: true, description: 'Makes a repeated call harmless: the same key assigns once.' })
  @IsOptional()
  @Length(1, 200)
  idempotencyKey?: string | null;
}
