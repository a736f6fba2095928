import { IsOptional, Max, MaxLength, Min } from 'class-validator';
import { GraphQLDate } from 'graphql-scalars';
import { Field, ID, InputType, Int } from 'type-graphql';
import { RecoveryAnsweredBy } from '../model/recoveryScale.js';

/** An answer on the scale, or none. */
function Answer(description: string): PropertyDecorator {
  return (target, property) => {
    Field(() => Int, { nullable: true, description })(target, property);
    IsOptional()(target, property);
    Min(0)(target, property);
    Max(10)(target, property);
  };
}

@InputType({
  description: 'How the citizen fares: each indicator 0–10, ten is best. What is left out was not answered.',
})
export class RecordRecoveryInput {
  @Field(() => ID, { description: 'Who is measured.' })
  citizenId!: string;

  @Field(() => ID, { description: 'In which case.' })
  caseId!: string;

  @Field(() => RecoveryAnsweredBy, { description: 'Who answered; a citizen who signs in answers for themselves.' })
  answeredBy!: RecoveryAnsweredBy;

  @Field(() => GraphQLDate, {
    nullable: true,
    description: 'The day of which the answers are; today when left out. Not in the future.',
  })
  measuredOn?: Date | null;

  @Answer('Hope (håb).')
  hope?: number | null;

  @Answer('Wellbeing (trivsel).')
  wellbeing?: number | null;

  @Answer('Being included among others (inklusion).')
  inclusion?: number | null;

  @Answer('Taking part as a citizen (medborgerskab).')
  citizenship?: number | null;

  @Answer('Deciding over the own life (empowerment).')
  empowerment?: number | null;

  @Answer('A meaningful life (et meningsfuldt liv).')
  meaningfulLife?: number | null;

  @Field(() => String, { nullable: true, description: 'Makes a repeated call harmless: the same key records once.' })
  @IsOptional()
  @MaxLength(200)
  idempotencyKey?: string | null;
}
