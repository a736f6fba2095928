import type { DataCategory, Purpose, Role } from '@sammen/consent';
import { DataCategoryEnum, Sector } from '@sammen/subgraph-kit';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  Matches,
  MaxLength,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { GraphQLDateTime } from 'graphql-scalars';
import { Field, ID, InputType, Int } from 'type-graphql';
import { ChoiceFormEnum, LegalBasisEnum, PurposeEnum, RoleEnum } from '../model/enums.js';

/** What ids of people and places are made of; nobody else could ever be meant. */
const NAME = /^[\x21-\x7e]{0,200}$/;

@InputType({
  description: 'Who a consent or block is about; everything that is set must match, and something must be set.',
})
export class RecipientInput {
  @Field(() => String, { nullable: true, description: 'An organisation.' })
  @Matches(NAME)
  organisationId?: string | null;

  @Field(() => String, { nullable: true, description: 'A unit and the units below it.' })
  @Matches(NAME)
  unitId?: string | null;

  @Field(() => RoleEnum, { nullable: true, description: 'A role.' })
  role?: Role | null;

  @Field(() => String, { nullable: true, description: 'One person.' })
  @Matches(NAME)
  actorId?: string | null;
}

/** What consents and blocks have in common. */
@InputType()
abstract class ChoiceInput {
  @Field(() => ID, { description: 'Whose choice it is.' })
  citizenId!: string;

  @Field(() => [RecipientInput], { description: 'Who may, or may not; at least one.' })
  @ArrayMinSize(1)
  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  recipients!: RecipientInput[];

  @Field(() => [DataCategoryEnum], { description: 'What may be seen, or may not; at least one.' })
  @ArrayMinSize(1)
  @ArrayUnique()
  categories!: DataCategory[];

  @Field(() => [PurposeEnum], { description: 'For which purposes; at least one.' })
  @ArrayMinSize(1)
  @ArrayUnique()
  purposes!: Purpose[];

  @Field(() => [Sector], { defaultValue: [], description: 'Where the data may come from; empty means everywhere.' })
  @ArrayUnique()
  sources!: Sector[];

  @Field(() => GraphQLDateTime, { nullable: true, description: 'From when; at once when left out.' })
  validFrom?: Date | null;

  @Field(() => ChoiceFormEnum, { defaultValue: 'DIGITAL', description: 'How it is given.' })
  form!: string;

  @Field(() => String, { nullable: true, description: 'Where the evidence is, at most 500 characters.' })
  @ValidateIf((input: ChoiceInput) => typeof input.evidence === 'string')
  @MaxLength(500)
  evidence?: string | null;

  @Field(() => Boolean, { description: 'Whether the consequences were explained.' })
  consequencesExplained!: boolean;

  @Field(() => String, { nullable: true, description: 'Makes a repeated call harmless: the same key counts once.' })
  @ValidateIf((input: ChoiceInput) => typeof input.idempotencyKey === 'string')
  @MaxLength(200)
  idempotencyKey?: string | null;
}

@InputType({ description: 'A consent: who may see what, for which purposes, until when.' })
export class GiveConsentInput extends ChoiceInput {
  @Field(() => GraphQLDateTime, { description: 'Until when (not including).' })
  validTo!: Date;

  @Field(() => LegalBasisEnum, { description: 'The law that it is given under.' })
  legalBasis!: string;

  @Field(() => [ID], { defaultValue: [], description: 'Your blocks that this consent knowingly overrides.' })
  @ArrayMaxSize(100)
  lifts!: string[];
}

@InputType({ description: 'A block: who may not see what, for which purposes.' })
export class GiveBlockInput extends ChoiceInput {
  @Field(() => GraphQLDateTime, { nullable: true, description: 'Until when (not including); open when left out.' })
  validTo?: Date | null;

  @Field(() => String, { nullable: true, description: 'Code of a law whose opening you decline.' })
  declines?: string | null;
}

@InputType({ description: 'A change of a consent or a block; makes a new version. What is left out stays as it is.' })
export class ChangeConsentInput {
  @Field(() => ID, { description: 'Whose choice it is.' })
  citizenId!: string;

  @Field(() => ID, { description: 'Which consent or block.' })
  consentId!: string;

  @Field(() => Int, { description: 'The version that you saw; refused when it was changed since.' })
  version!: number;

  @Field(() => [RecipientInput], { nullable: true, description: 'Who may, or may not.' })
  @ValidateIf((input: ChangeConsentInput) => Array.isArray(input.recipients))
  @ArrayMinSize(1)
  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  recipients?: RecipientInput[] | null;

  @Field(() => [DataCategoryEnum], { nullable: true, description: 'What may be seen, or may not.' })
  @ValidateIf((input: ChangeConsentInput) => Array.isArray(input.categories))
  @ArrayMinSize(1)
  @ArrayUnique()
  categories?: DataCategory[] | null;

  @Field(() => [PurposeEnum], { nullable: true, description: 'For which purposes.' })
  @ValidateIf((input: ChangeConsentInput) => Array.isArray(input.purposes))
  @ArrayMinSize(1)
  @ArrayUnique()
  purposes?: Purpose[] | null;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'Until when (not including).' })
  validTo?: Date | null;
}

@InputType({ description: 'Withdraws a consent or a block at once.' })
export class WithdrawConsentInput {
  @Field(() => ID, { description: 'Whose choice it is.' })
  citizenId!: string;

  @Field(() => ID, { description: 'Which consent or block.' })
  consentId!: string;
}
