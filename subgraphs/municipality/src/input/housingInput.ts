import { Length, Max, Min } from 'class-validator';
import { GraphQLDate } from 'graphql-scalars';
import { Field, ID, InputType, Int } from 'type-graphql';
import { HousingKind } from '../model/housingKind.js';
import { LARGEST_AMOUNT_OERE, LARGEST_AREA, NAME_LENGTH } from './limits.js';

@InputType({ description: 'Where a citizen lives from a day on.' })
export class RegisterHousingInput {
  @Field(() => ID, { description: 'Who lives there.' })
  citizenId!: string;

  @Field(() => ID, { nullable: true, description: 'The responsible unit of your organisation; your own if left out.' })
  unitId?: string | null;

  @Field(() => HousingKind, { description: 'How the citizen lives.' })
  kind!: HousingKind;

  @Field(() => String, { nullable: true, description: 'The name of the residence; needed for a residence.' })
  @Length(1, NAME_LENGTH)
  place?: string | null;

  @Field(() => Int, { nullable: true, description: 'Monthly rent in øre, without heat, water and power.' })
  @Min(0)
  @Max(LARGEST_AMOUNT_OERE)
  monthlyRentOere?: number | null;

  @Field(() => Int, { nullable: true, description: 'Area in square metres.' })
  @Min(1)
  @Max(LARGEST_AREA)
  areaSquareMetres?: number | null;

  @Field(() => GraphQLDate, { description: 'First day. Housing that is running then ends on that day.' })
  validFrom!: Date;

  @Field(() => GraphQLDate, { nullable: true, description: 'First day elsewhere; left out while open-ended.' })
  validTo?: Date | null;

  @Field(() => String, { nullable: true, description: 'Makes a repeated call harmless: the same key registers once.' })
  @Length(1, 200)
  idempotencyKey?: string | null;
}

@InputType({ description: 'A correction of housing. What is left out stays; null removes.' })
export class ChangeHousingInput {
  @Field(() => ID, { description: 'Who lives there.' })
  citizenId!: string;

  @Field(() => ID, { description: 'Which housing.' })
  housingId!: string;

  @Field(() => Int, { description: 'The version that you saw; refused when somebody changed it since.' })
  version!: number;

  @Field(() => String, { nullable: true, description: 'The name of the residence.' })
  @Length(1, NAME_LENGTH)
  place?: string | null;

  @Field(() => Int, { nullable: true, description: 'Monthly rent in øre, without heat, water and power.' })
  @Min(0)
  @Max(LARGEST_AMOUNT_OERE)
  monthlyRentOere?: number | null;

  @Field(() => Int, { nullable: true, description: 'Area in square metres.' })
  @Min(1)
  @Max(LARGEST_AREA)
  areaSquareMetres?: number | null;
}

@InputType({ description: 'The end of housing.' })
export class EndHousingInput {
  @Field(() => ID, { description: 'Who lived there.' })
  citizenId!: string;

  @Field(() => ID, { description: 'Which housing.' })
  housingId!: string;

  @Field(() => Int, { description: 'The version that you saw; refused when somebody changed it since.' })
  version!: number;

  @Field(() => GraphQLDate, { nullable: true, description: 'First day elsewhere; today when left out.' })
  validTo?: Date | null;
}
