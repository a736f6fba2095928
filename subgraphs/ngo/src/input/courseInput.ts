import { ArrayMaxSize, ArrayMinSize, IsOptional, Length, Max, MaxLength, Min, ValidateNested } from 'class-validator';
import { GraphQLDateTime } from 'graphql-scalars';
import { Field, ID, InputType, Int } from 'type-graphql';
import { EducatorKind } from '../model/course.js';
import { EnrolmentRole } from '../model/courseEnrolment.js';

@InputType({ description: 'Somebody who will teach a course.' })
export class EducatorInput {
  @Field(() => EducatorKind, { description: 'By profession or by lived experience.' })
  kind!: EducatorKind;

  @Field(() => String, { description: 'The name that they teach under, at most 100 characters.' })
  @Length(1, 100)
  name!: string;

  @Field(() => ID, { description: 'The organisation that they come from: an NGO, a municipality or a region.' })
  @Length(1, 200)
  organisationId!: string;
}

@InputType({ description: 'A session of a new course.' })
export class SessionInput {
  @Field(() => GraphQLDateTime, { description: 'When it begins.' })
  at!: Date;

  @Field(() => String, { description: 'What it is about, at most 200 characters.' })
  @Length(1, 200)
  topic!: string;
}

@InputType({ description: 'A new course of your own organisation.' })
export class CreateCourseInput {
  @Field(() => String, { description: 'What it is about, at most 200 characters.' })
  @Length(1, 200)
  title!: string;

  @Field(() => String, { nullable: true, description: 'Where it is held, at most 200 characters.' })
  @IsOptional()
  @MaxLength(200)
  place?: string | null;

  @Field(() => Int, { description: 'How many can take part: 1 to 60.' })
  @Min(1)
  @Max(60)
  capacity!: number;

  @Field(() => [EducatorInput], { description: 'At least one practitioner and one peer; at most 10.' })
  @ArrayMaxSize(10)
  @ValidateNested({ each: true })
  educators!: EducatorInput[];

  @Field(() => [SessionInput], { description: 'The sessions: 1 to 40, no two at the same time.' })
  @ArrayMinSize(1)
  @ArrayMaxSize(40)
  @ValidateNested({ each: true })
  sessions!: SessionInput[];

  @Field(() => String, { nullable: true, description: 'Makes a repeated call harmless: the same key creates once.' })
  @IsOptional()
  @Length(1, 200)
  idempotencyKey?: string | null;
}

@InputType({ description: 'An enrolment in a course of your own organisation.' })
export class EnrolInput {
  @Field(() => ID, { description: 'Who takes part.' })
  citizenId!: string;

  @Field(() => ID, { description: 'The course.' })
  courseId!: string;

  @Field(() => EnrolmentRole, { defaultValue: EnrolmentRole.PARTICIPANT, description: 'What they do on the course.' })
  role: EnrolmentRole = EnrolmentRole.PARTICIPANT;

  @Field(() => String, { nullable: true, description: 'Makes a repeated call harmless: the same key enrols once.' })
  @IsOptional()
  @Length(1, 200)
  idempotencyKey?: string | null;
}

@InputType({ description: 'Whether a citizen came to a session.' })
export class AttendanceInput {
  @Field(() => ID, { description: 'Who.' })
  citizenId!: string;

  @Field(() => ID, { description: 'Under which enrolment.' })
  enrolmentId!: string;

  @Field(() => ID, { description: 'The session.' })
  sessionId!: string;

  @Field(() => Boolean, { description: 'Whether they came. Recorded again, it is corrected.' })
  attended!: boolean;
}

@InputType({ description: 'A citizen leaves a course.' })
export class WithdrawInput {
  @Field(() => ID, { description: 'Who.' })
  citizenId!: string;

  @Field(() => ID, { description: 'Which enrolment.' })
  enrolmentId!: string;

  @Field(() => Int, { description: 'The version that you saw; refused when somebody changed it since.' })
  version!: number;
}
