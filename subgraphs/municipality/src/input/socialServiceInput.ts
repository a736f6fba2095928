import { LifeDomain } from '@sammen/subgraph-kit';
import { ArrayMaxSize, Length, Max, MaxLength, Min, ValidateNested } from 'class-validator';
import { GraphQLDate } from 'graphql-scalars';
import { Field, Float, ID, InputType, Int } from 'type-graphql';
import { GoalKind, SocialAct } from '../model/codes.js';
import { HOURS_OF_A_WEEK, NAME_LENGTH, TEXT_LENGTH } from './limits.js';

@InputType({ description: 'A goal of a social service.' })
export class ServiceGoalInput {
  @Field(() => String, { description: 'The goal in words, at most 1,000 characters.' })
  @Length(1, TEXT_LENGTH)
  text!: string;

  @Field(() => GoalKind, { description: 'What it aims at.' })
  kind!: GoalKind;

  @Field(() => LifeDomain, { description: 'The domain of life that it belongs to.' })
  theme!: LifeDomain;
}

@InputType({ description: "Which version of the region's functional description a service rests on." })
export class BaselineInput {
  @Field(() => ID, { description: 'The id of the description, as psychiatry gives it.' })
  assessmentId!: string;

  @Field(() => Int, { description: 'Its version.' })
  @Min(1)
  version!: number;
}

@InputType({ description: 'A grant of a social service.' })
export class GrantSocialServiceInput {
  @Field(() => ID, { description: 'To whom.' })
  citizenId!: string;

  @Field(() => ID, { nullable: true, description: 'The responsible unit of your organisation; your own if left out.' })
  unitId?: string | null;

  @Field(() => SocialAct, { description: 'The act that it rests on.' })
  act!: SocialAct;

  @Field(() => String, { description: 'The paragraph, such as 85 or 101 a.' })
  @MaxLength(10)
  paragraph!: string;

  @Field(() => Float, { nullable: true, description: 'Hours a week, where the paragraph knows hours.' })
  @Min(0.25)
  @Max(HOURS_OF_A_WEEK)
  hoursPerWeek?: number | null;

  @Field(() => String, { description: 'Who provides it.' })
  @Length(1, NAME_LENGTH)
  provider!: string;

  @Field(() => [ServiceGoalInput], { defaultValue: [], description: 'What it is to achieve; at most 20 goals.' })
  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  goals!: ServiceGoalInput[];

  @Field(() => String, { nullable: true, description: 'The name of the caseworker.' })
  @Length(1, NAME_LENGTH)
  caseworker?: string | null;

  @Field(() => GraphQLDate, { description: 'First day.' })
  validFrom!: Date;

  @Field(() => GraphQLDate, { nullable: true, description: 'First day without it; left out while open-ended.' })
  validTo?: Date | null;

  @Field(() => GraphQLDate, { nullable: true, description: 'When it is to be followed up.' })
  followUpOn?: Date | null;

  @Field(() => BaselineInput, {
    nullable: true,
    description:
      'The functional description that it rests on. Not checked here: the description belongs to the region.',
  })
  @ValidateNested()
  restsOn?: BaselineInput | null;

  @Field(() => String, { nullable: true, description: 'Makes a repeated call harmless: the same key grants once.' })
  @Length(1, 200)
  idempotencyKey?: string | null;
}

@InputType({ description: 'A change of a social service. What is left out stays; null removes.' })
export class ChangeSocialServiceInput {
  @Field(() => ID, { description: 'Whose service.' })
  citizenId!: string;

  @Field(() => ID, { description: 'Which service.' })
  serviceId!: string;

  @Field(() => Int, { description: 'The version that you saw; refused when somebody changed it since.' })
  version!: number;

  @Field(() => Float, { nullable: true, description: 'Hours a week.' })
  @Min(0.25)
  @Max(HOURS_OF_A_WEEK)
  hoursPerWeek?: number | null;

  @Field(() => String, { nullable: true, description: 'Who provides it; cannot be removed.' })
  @Length(1, NAME_LENGTH)
  provider?: string | null;

  @Field(() => [ServiceGoalInput], { nullable: true, description: 'All goals, in place of the old ones.' })
  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  goals?: ServiceGoalInput[] | null;

  @Field(() => GraphQLDate, { nullable: true, description: 'First day without it.' })
  validTo?: Date | null;

  @Field(() => GraphQLDate, { nullable: true, description: 'When it is to be followed up.' })
  followUpOn?: Date | null;

  @Field(() => BaselineInput, { nullable: true, description: 'The functional description that it rests on from now.' })
  @ValidateNested()
  restsOn?: BaselineInput | null;
}

@InputType({ description: 'The end of a social service.' })
export class EndSocialServiceInput {
  @Field(() => ID, { description: 'Whose service.' })
  citizenId!: string;

  @Field(() => ID, { description: 'Which service.' })
  serviceId!: string;

  @Field(() => Int, { description: 'The version that you saw; refused when somebody changed it since.' })
  version!: number;

  @Field(() => GraphQLDate, { nullable: true, description: 'First day without it; today when left out.' })
  validTo?: Date | null;

  @Field(() => String, { description: 'Why it ends, at most 1,000 characters.' })
  @Length(1, TEXT_LENGTH)
  reason!: string;
}
