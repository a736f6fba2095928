import { IsOptional, Length, MaxLength, Min } from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';
import { SignOffState } from '../model/signOff.js';

@InputType({ description: "A party's answer to a version of a plan." })
export class SignPlanInput {
  @Field(() => ID, { description: 'Whose plan.' })
  citizenId!: string;

  @Field(() => ID, { description: 'Which plan.' })
  planId!: string;

  @Field(() => Int, { description: 'The version that was read; refused when there is a newer one.' })
  @Min(1)
  versionNumber!: number;

  @Field(() => SignOffState, { description: 'READ, AGREES or DISAGREES.' })
  state!: SignOffState;

  @Field(() => String, { nullable: true, description: 'In their own words, such as what they do not agree with.' })
  @IsOptional()
  @MaxLength(1000)
  note?: string | null;

  @Field(() => ID, { nullable: true, description: 'Whose answer; your own when left out.' })
  partyId?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'How it was given, when you record the answer of somebody else.',
  })
  @IsOptional()
  @Length(1, 500)
  evidence?: string | null;
}
