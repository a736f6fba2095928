import { Consent, LifeDomain, Public } from '@sammen/subgraph-kit';
import { GraphQLDateTime } from 'graphql-scalars';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What the citizen wants, as the citizen says it. Comes first in every view of a plan (domain.md E04). */
@Entity('plan_goal')
@ObjectType({ description: "A goal in the citizen's own words (mål og ønsker)." })
@Consent('PLAN')
export class PlanGoal {
  @PrimaryColumn('uuid', { name: 'citizen_id' })
  citizenId!: string;

  @PrimaryColumn('uuid')
  @Field(() => ID, { description: 'Unique among the goals of this citizen.' })
  @Public()
  id!: string;

  @Column('uuid', { name: 'plan_id' })
  planId!: string;

  @Column('int')
  @Field(() => Int, { nullable: true, description: 'Place among the goals, 1 first; never two alike.' })
  rank!: number;

  @Column('text', { name: 'life_domain', nullable: true })
  @Field(() => LifeDomain, { nullable: true, description: 'The domain of life it is about (tema).' })
  domain!: LifeDomain | null;

  @Column('text')
  @Field(() => String, { nullable: true, description: "The goal in the citizen's own words." })
  text!: string;

  @Column('timestamptz', { name: 'set_at' })
  @Field(() => GraphQLDateTime, { nullable: true, description: 'When it was set or last reworded.' })
  setAt!: Date;

  /** Null when the citizen wrote it themselves. */
  @Column('text', { name: 'noted_by', nullable: true })
  notedBy!: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether the citizen wrote it; else a professional noted what was said.',
  })
  writtenByCitizen(): boolean {
    return this.notedBy === null;
  }
}
