import { LifeDomain } from '@sammen/subgraph-kit';
import { ArrayMaxSize, ArrayMinSize, Length, Max, MaxLength, Min, ValidateIf, ValidateNested } from 'class-validator';
import { GraphQLDate } from 'graphql-scalars';
import { Field, ID, InputType, Int } from 'type-graphql';

@InputType({ description: 'How able the citizen is in one domain of life.' })
export class AssessedDomainInput {
  @Field(() => LifeDomain, { description: 'The domain.' })
  domain!: LifeDomain;

  @Field(() => Int, { nullable: true, description: '0 no to 4 complete limitation; left out when not assessed.' })
  @ValidateIf((input: AssessedDomainInput) => input.level !== null && input.level !== undefined)
  @Min(0)
  @Max(4)
  level?: number | null;

  @Field(() => String, { nullable: true, description: 'In words, at most 1,000 characters.' })
  @ValidateIf((input: AssessedDomainInput) => input.note !== null && input.note !== undefined)
  @MaxLength(1000)
  note?: string | null;
}

@InputType({ description: 'A new version of the functional description.' })
export class RecordAssessmentInput {
  @Field(() => ID, { description: 'Whom it describes.' })
  citizenId!: string;

  @Field(() => Int, {
    description: 'The version that you started from; 0 for the first. Refused when there is a newer one.',
  })
  @Min(0)
  basedOnVersion!: number;

  @Field(() => GraphQLDate, { description: 'The day of the assessment; not in the future.' })
  assessedOn!: Date;

  @Field(() => String, { description: 'The description in words, at most 4,000 characters.' })
  @Length(1, 4000)
  summary!: string;

  @Field(() => [AssessedDomainInput], { description: 'Domain by domain; each at most once.' })
  @ArrayMinSize(1)
  @ArrayMaxSize(11)
  @ValidateNested({ each: true })
  domains!: AssessedDomainInput[];

  @Field(() => String, { nullable: true, description: 'Makes a repeated call harmless: the same key records once.' })
  @MaxLength(200)
  idempotencyKey?: string | null;
}
