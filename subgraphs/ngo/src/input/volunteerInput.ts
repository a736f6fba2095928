import { ArrayMaxSize, IsOptional, Length, Matches, Max, MaxLength, Min } from 'class-validator';
import { GraphQLDate } from 'graphql-scalars';
import { Field, ID, InputType, Int } from 'type-graphql';
import { NoCpr } from './noCpr.js';

/** What coordinators say of volunteers. */

@InputType({ description: 'A new volunteer of your own organisation.' })
export class RegisterVolunteerInput {
  @Field(() => ID, { description: "The subject of the volunteer's sign-in." })
  @Length(1, 200)
  actorId!: string;

  @Field(() => String, { description: 'The name that the volunteer goes by, at most 100 characters.' })
  @Length(1, 100)
  @NoCpr()
  name!: string;

  @Field(() => String, { description: 'Four digits of the municipality where the volunteer visits.' })
  @Matches(/^\d{4}$/)
  municipalityCode!: string;

  @Field(() => [String], { description: 'What the volunteer likes to do: at most 10, each at most 60 characters.' })
  @ArrayMaxSize(10)
  @MaxLength(60, { each: true })
  @NoCpr()
  interests!: string[];

  @Field(() => Int, { description: 'How many citizens at once: 0 to 20.' })
  @Min(0)
  @Max(20)
  capacity!: number;

  @Field(() => GraphQLDate, { nullable: true, description: 'First day; today when left out.' })
  activeFrom?: Date | null;

  @Field(() => String, { nullable: true, description: 'Makes a repeated call harmless: the same key registers once.' })
  @IsOptional()
  @Length(1, 200)
  idempotencyKey?: string | null;
}

@InputType({ description: 'What changes about a volunteer; what is left out stays.' })
export class ChangeVolunteerInput {
  @Field(() => ID, { description: 'Which volunteer.' })
  volunteerId!: string;

  @Field(() => Int, { description: 'The version that you saw; refused when somebody changed it since.' })
  version!: number;

  @Field(() => Int, { nullable: true, description: 'How many citizens at once: 0 to 20.' })
  @IsOptional()
  @Min(0)
  @Max(20)
  capacity?: number | null;

  @Field(() => GraphQLDate, { nullable: true, description: 'Last day; refused while agreements last longer.' })
  activeTo?: Date | null;
}
