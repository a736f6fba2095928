import { Length } from 'class-validator';
import { GraphQLDate } from 'graphql-scalars';
import { PageArguments } from '@sammen/subgraph-kit';
import { ArgsType, Field, ID, InputType, Int } from 'type-graphql';

@InputType({ description: 'A follow-up talk to be held.' })
export class ScheduleJobCentreFollowUpInput {
  @Field(() => ID, { description: 'With whom.' })
  citizenId!: string;

  @Field(() => ID, { description: 'In which case.' })
  caseId!: string;

  @Field(() => GraphQLDate, { description: 'The day of the talk, today or later.' })
  dueOn!: Date;

  @Field(() => String, { nullable: true, description: 'Makes a repeated call harmless: the same key schedules once.' })
  @Length(1, 200)
  idempotencyKey?: string | null;
}

@InputType({ description: 'A follow-up talk that was held.' })
export class HoldJobCentreFollowUpInput {
  @Field(() => ID, { description: 'With whom.' })
  citizenId!: string;

  @Field(() => ID, { description: 'Which talk.' })
  followUpId!: string;

  @Field(() => Int, { description: 'The version that you saw; refused when somebody changed it since.' })
  version!: number;

  @Field(() => GraphQLDate, { nullable: true, description: 'The day on which it was held; today when left out.' })
  heldOn?: Date | null;
}

/** Which overdue talks of the own unit. */
@ArgsType()
export class OverdueFollowUpArguments extends PageArguments {
  @Field(() => Boolean, { defaultValue: false, description: 'Only those of cases that are your own.' })
  mine: boolean = false;

  @Field(() => GraphQLDate, { nullable: true, description: 'Only those that were due on this day or later.' })
  dueFrom?: Date | null;
}
