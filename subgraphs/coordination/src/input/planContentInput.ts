import { LifeDomain } from '@sammen/subgraph-kit';
import { IsOptional, Length, MaxLength, Min } from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';
import { CareSector } from '../model/careSector.js';
import { MapItemKind } from '../model/mapItem.js';
import { PlanEditInput } from './planInput.js';

@InputType({ description: 'Something for the shared map.' })
export class ContributeInput {
  @Field(() => ID, { description: 'On whose map.' })
  citizenId!: string;

  @Field(() => ID, { description: 'Of which plan.' })
  planId!: string;

  @Field(() => MapItemKind, { description: 'Challenge or opportunity.' })
  kind!: MapItemKind;

  @Field(() => LifeDomain, { description: 'The domain of life it is about.' })
  domain!: LifeDomain;

  @Field(() => String, { description: 'In words, at most 1,000 characters.' })
  @Length(1, 1000)
  text!: string;

  @Field(() => CareSector, {
    nullable: true,
    description:
      'Whose contribution it is; your own sector when left out. A key manager writes down those of others too.',
  })
  sector?: CareSector | null;

  @Field(() => String, {
    nullable: true,
    description: 'Makes a repeated call harmless: the same key contributes once.',
  })
  @IsOptional()
  @MaxLength(200)
  idempotencyKey?: string | null;
}

@InputType({ description: "A goal in the citizen's own words: new, or reworded when an id is given." })
export class SetGoalInput extends PlanEditInput {
  @Field(() => ID, { nullable: true, description: 'Which goal to reword or move; a new one when left out.' })
  goalId?: string | null;

  @Field(() => String, { description: "The goal in the citizen's own words, at most 1,000 characters." })
  @Length(1, 1000)
  text!: string;

  @Field(() => LifeDomain, { nullable: true, description: 'The domain of life it is about.' })
  domain?: LifeDomain | null;

  @Field(() => Int, { nullable: true, description: 'Place among the goals; where it is, or last, when left out.' })
  @IsOptional()
  @Min(1)
  rank?: number | null;

  @Field(() => String, { nullable: true, description: 'Makes a repeated call harmless: the same key sets once.' })
  @IsOptional()
  @MaxLength(200)
  idempotencyKey?: string | null;
}

@InputType({ description: 'A goal that is taken out.' })
export class RemoveGoalInput extends PlanEditInput {
  @Field(() => ID, { description: 'Which goal.' })
  goalId!: string;
}
