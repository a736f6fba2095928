import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsOptional, Length } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import { ExperienceTag } from '../model/experienceTag.js';

/** A citizen's opt-in. */

@InputType({ description: "A citizen's wish for a mentor who has lived through the same: their opt-in." })
export class PeerWishInput {
  @Field(() => ID, { description: 'Whose wish.' })
  citizenId!: string;

  @Field(() => ID, { description: 'The NGO that is to look for a mentor; a coordinator names the own one.' })
  @Length(1, 200)
  organisationId!: string;

  @Field(() => [ExperienceTag], { description: 'What the citizen says they have lived through: 1 to 10.' })
  @ArrayMinSize(1)
  @ArrayMaxSize(10)
  @ArrayUnique()
  tags!: ExperienceTag[];

  @Field(() => String, { nullable: true, description: 'Makes a repeated call harmless: the same key wishes once.' })
  @IsOptional()
  @Length(1, 200)
  idempotencyKey?: string | null;
}
