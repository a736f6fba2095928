import { MaxLength, Min, ValidateIf } from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';
import { type ReviewOutcome, ReviewOutcomeEnum } from '../model/emergencyReview.js';

@InputType({
  description: 'Reviews an emergency access. Nothing is overwritten: a second review is added to the first.',
})
export class ReviewEmergencyAccessInput {
  @Field(() => ID, { description: 'Which emergency access, as `emergencyReviews` gave it.' })
  id!: string;

  @Field(() => ReviewOutcomeEnum, { description: 'What you found.' })
  outcome!: ReviewOutcome;

  @Field(() => String, {
    description: 'Why, in words that the citizen can read: 10 to 2,000 characters, no health data (begrundelse).',
  })
  note!: string;

  @Field(() => Int, {
    description: 'How many reviews you saw, 0 for none; refused when somebody added one since.',
  })
  @Min(0)
  version!: number;

  @Field(() => String, { nullable: true, description: 'Makes a repeated call harmless: the same key counts once.' })
  @ValidateIf((input: ReviewEmergencyAccessInput) => typeof input.idempotencyKey === 'string')
  @MaxLength(200)
  idempotencyKey?: string | null;
}
