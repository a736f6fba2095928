import type { DataCategory, Purpose } from '@sammen/consent';
import { DataCategoryEnum } from '@sammen/subgraph-kit';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, MaxLength, ValidateIf } from 'class-validator';
import { GraphQLDateTime } from 'graphql-scalars';
import { Field, ID, InputType } from 'type-graphql';
import { type RequestAnswer, RequestAnswerEnum } from '../model/consentRequest.js';
import { PurposeEnum } from '../model/enums.js';

@InputType({ description: 'Asks a citizen for a consent to see more.' })
export class RequestConsentInput {
  @Field(() => ID, { description: 'Whom you ask.' })
  citizenId!: string;

  @Field(() => [DataCategoryEnum], {
    description: 'What you ask to see: what is withheld from you with another next step than NONE.',
  })
  @ArrayMinSize(1)
  @ArrayUnique()
  categories!: DataCategory[];

  @Field(() => PurposeEnum, { description: 'For what purpose: that of this request.' })
  purpose!: Purpose;

  @Field(() => String, {
    description: 'Why, in words to the citizen: 10 to 1,000 characters. Nobody else reads it (begrundelse).',
  })
  text!: string;

  @Field(() => String, { nullable: true, description: 'Makes a repeated call harmless: the same key counts once.' })
  @ValidateIf((input: RequestConsentInput) => typeof input.idempotencyKey === 'string')
  @MaxLength(200)
  idempotencyKey?: string | null;
}

@InputType({ description: 'Answers a request for consent; a yes gives the consent at once.' })
export class AnswerConsentRequestInput {
  @Field(() => ID, { description: 'Whose answer it is.' })
  citizenId!: string;

  @Field(() => ID, { description: 'Which request.' })
  requestId!: string;

  @Field(() => RequestAnswerEnum, { description: 'Yes or no.' })
  answer!: RequestAnswer;

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: 'For a yes: until when (not including). The law sets how far that may be.',
  })
  validTo?: Date | null;

  @Field(() => [DataCategoryEnum], {
    nullable: true,
    description: 'For a yes: what of it you allow; everything that was asked for when left out.',
  })
  @ValidateIf((input: AnswerConsentRequestInput) => Array.isArray(input.categories))
  @ArrayMinSize(1)
  @ArrayUnique()
  categories?: DataCategory[] | null;

  @Field(() => [ID], { defaultValue: [], description: 'For a yes: your blocks that it knowingly overrides.' })
  @ArrayMaxSize(100)
  lifts!: string[];

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'For a yes: that `whatItMeans` and `whatRefusingMeans` were shown. Without that there is no consent.',
  })
  consequencesExplained!: boolean;

  @Field(() => String, { nullable: true, description: 'Makes a repeated call harmless: the same key counts once.' })
  @ValidateIf((input: AnswerConsentRequestInput) => typeof input.idempotencyKey === 'string')
  @MaxLength(200)
  idempotencyKey?: string | null;
}
