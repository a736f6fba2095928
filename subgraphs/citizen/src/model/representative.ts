import { DataCategoryEnum, Consent } from '@sammen/subgraph-kit';
import type { DataCategory } from '@sammen/consent';
import { GraphQLDateTime } from 'graphql-scalars';
import { Field, ID, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Somebody who acts for the citizen, within a mandate. */
@Entity('representative')
@ObjectType({ description: 'Somebody who acts for the citizen within a mandate (værge, fuldmægtig, forælder).' })
@Consent('REPRESENTATIVES')
export class Representative {
  @PrimaryColumn('uuid', { name: 'citizen_id' })
  citizenId!: string;

  @PrimaryColumn('uuid')
  @Field(() => ID, { nullable: true, description: 'Unique among the representatives of this citizen.' })
  id!: string;

  @Column('text', { name: 'actor_id' })
  actorId!: string;

  @Column('text')
  @Field(() => String, { nullable: true, description: 'Who it is.' })
  name!: string;

  @Column('text')
  @Field(() => String, { nullable: true, description: 'GUARDIAN, PROXY or PARENT.' })
  kind!: string;

  @Column('text')
  @Field(() => String, { nullable: true, description: 'The mandate in words.' })
  mandate!: string;

  @Column('text', { array: true })
  @Field(() => [DataCategoryEnum], { nullable: true, description: 'What the mandate covers.' })
  categories!: DataCategory[];

  @Column('timestamptz', { name: 'valid_from' })
  @Field(() => GraphQLDateTime, { nullable: true, description: 'From when.' })
  validFrom!: Date;

  @Column('timestamptz', { name: 'valid_to', nullable: true })
  @Field(() => GraphQLDateTime, { nullable: true, description: 'Until when; null when open.' })
  validTo!: Date | null;
}
