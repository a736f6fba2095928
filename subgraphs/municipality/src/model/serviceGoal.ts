import { Consent, LifeDomain } from '@sammen/subgraph-kit';
import { Field, ObjectType } from 'type-graphql';
import { GoalKind } from './codes.js';

/** What a social service is to achieve. */
@ObjectType({ description: 'A goal of a social service (indsatsmål).' })
@Consent('SOCIAL_SERVICE')
export class ServiceGoal {
  @Field(() => String, { nullable: true, description: 'The goal in words (mål).' })
  text!: string;

  @Field(() => GoalKind, { nullable: true, description: 'What it aims at (måltype).' })
  kind!: GoalKind;

  @Field(() => LifeDomain, { nullable: true, description: 'The domain of life that it belongs to (tema).' })
  theme!: LifeDomain;
}
