import { Consent, Organisation, organisationOf } from '@sammen/subgraph-kit';
import { GraphQLDateTime } from 'graphql-scalars';
import { Field, ID, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { ExperienceTag } from './experienceTag.js';

/** A citizen's opt-in: they wish an NGO to find them a mentor who has lived through the same. One per NGO at a time. */
@Entity('peer_wish')
@ObjectType({ description: "A citizen's wish for a mentor with the same experiences (ønske om peer): their opt-in." })
@Consent('MENTORSHIP')
export class PeerWish {
  @PrimaryColumn('uuid', { name: 'citizen_id' })
  citizenId!: string;

  @PrimaryColumn('uuid')
  @Field(() => ID, { nullable: true, description: 'Unique among the wishes of this citizen.' })
  id!: string;

  @Column('text', { name: 'organisation_id' })
  organisationId!: string;

  @Column('text', { array: true })
  @Field(() => [ExperienceTag], { nullable: true, description: 'What the citizen says they have lived through.' })
  tags!: ExperienceTag[];

  @Column('timestamptz', { name: 'wished_at' })
  @Field(() => GraphQLDateTime, { nullable: true, description: 'When the citizen opted in.' })
  wishedAt!: Date;

  @Column('timestamptz', { name: 'withdrawn_at', nullable: true })
  @Field(() => GraphQLDateTime, { nullable: true, description: 'When the citizen took it back; null while it holds.' })
  withdrawnAt!: Date | null;

  @Column('text', { name: 'recorded_by' })
  recordedBy!: string;

  @Field(() => Organisation, { nullable: true, description: 'The NGO that the citizen turned to (forening).' })
  organisation(): Organisation {
    return organisationOf(this.organisationId);
  }
}
