import { IsOptional, Length, MaxLength, ValidateNested } from 'class-validator';
import { GraphQLDateTime } from 'graphql-scalars';
import { Field, ID, InputType } from 'type-graphql';
import { ContactChannel } from '../model/careContact.js';
import { CareSector } from '../model/careSector.js';
import { PersonInput } from './personInput.js';

@InputType({ description: 'Somebody who joins the care team.' })
export class AddToCareTeamInput {
  @Field(() => ID, { description: 'Around whom.' })
  citizenId!: string;

  @Field(() => ID, { description: 'In which case.' })
  caseId!: string;

  @Field(() => PersonInput, { description: 'Who joins.' })
  @ValidateNested()
  person!: PersonInput;

  @Field(() => CareSector, { description: 'Which sector they answer for; one of their organisation.' })
  sector!: CareSector;

  @Field(() => String, { description: 'What they do for the citizen.' })
  @Length(1, 1000)
  task!: string;

  @Field(() => String, { nullable: true, description: 'How to reach them at work.' })
  @IsOptional()
  @MaxLength(50)
  phone?: string | null;

  @Field(() => Boolean, { defaultValue: false, description: 'Whether they are the responsible one of their sector.' })
  responsible: boolean = false;

  @Field(() => Boolean, { defaultValue: false, description: 'Whether they answer for it that changes are made.' })
  answersForChange: boolean = false;

  @Field(() => String, { nullable: true, description: 'Makes a repeated call harmless: the same key adds once.' })
  @IsOptional()
  @MaxLength(200)
  idempotencyKey?: string | null;
}

@InputType({ description: 'Somebody who leaves the care team.' })
export class LeaveCareTeamInput {
  @Field(() => ID, { description: 'Around whom.' })
  citizenId!: string;

  @Field(() => ID, { description: 'Which member.' })
  memberId!: string;

  @Field(() => String, { nullable: true, description: 'Why.' })
  @IsOptional()
  @MaxLength(1000)
  reason?: string | null;
}

@InputType({ description: 'An entry of the contact log.' })
export class LogContactInput {
  @Field(() => ID, { description: 'With whom.' })
  citizenId!: string;

  @Field(() => ID, { description: 'In which case.' })
  caseId!: string;

  @Field(() => ContactChannel, { description: 'How.' })
  channel!: ContactChannel;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When; now when left out. Not in the future.' })
  at?: Date | null;

  @Field(() => String, { nullable: true, description: 'About what, in short.' })
  @IsOptional()
  @MaxLength(1000)
  note?: string | null;

  @Field(() => String, { nullable: true, description: 'Makes a repeated call harmless: the same key logs once.' })
  @IsOptional()
  @MaxLength(200)
  idempotencyKey?: string | null;
}
