import { ArrayMaxSize, IsOptional, Length, Max, MaxLength, Min, ValidateNested } from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';

@InputType({ description: 'Somebody named in a wish.' })
export class WishedPersonInput {
  @Field(() => ID, {
    nullable: true,
    description: 'Who it is when signed in; left out for somebody described in words.',
  })
  @IsOptional()
  @Length(1, 200)
  actorId?: string | null;

  @Field(() => String, { description: 'Who it is, in words.' })
  @Length(1, 200)
  description!: string;
}

@InputType({ description: 'What the citizen wishes so that meetings are safe. Replaces what was said before.' })
export class SetSafeSettingInput {
  @Field(() => ID, { description: 'Whose wishes.' })
  citizenId!: string;

  @Field(() => String, { nullable: true, description: 'Where meetings are best held.' })
  @IsOptional()
  @MaxLength(300)
  place?: string | null;

  @Field(() => Int, { nullable: true, description: 'How many people at most, beside the citizen.' })
  @IsOptional()
  @Min(1)
  @Max(100)
  mostPeople?: number | null;

  @Field(() => [WishedPersonInput], { defaultValue: [], description: 'Who has to be there.' })
  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  mustAttend!: WishedPersonInput[];

  @Field(() => [WishedPersonInput], { defaultValue: [], description: 'Who must not be there.' })
  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  mustNotAttend!: WishedPersonInput[];

  @Field(() => String, { nullable: true, description: 'Whom the citizen brings along.' })
  @IsOptional()
  @MaxLength(200)
  supportPerson?: string | null;

  @Field(() => Boolean, { defaultValue: false, description: 'Whether there should be breaks.' })
  breaks: boolean = false;

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'Whether somebody should go through the meeting beforehand.',
  })
  preBrief: boolean = false;

  @Field(() => Boolean, { defaultValue: true, description: 'That the citizen may leave at any time.' })
  mayLeave: boolean = true;

  @Field(() => String, { nullable: true, description: 'Anything else.' })
  @IsOptional()
  @MaxLength(1000)
  note?: string | null;
}
