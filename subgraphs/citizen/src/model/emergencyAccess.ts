import type { DataCategory } from '@sammen/consent';
import { Consent, DataCategoryEnum, Key, Organisation, organisationOf, Public } from '@sammen/subgraph-kit';
import { GraphQLDateTime } from 'graphql-scalars';
import { Field, ID, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { EmergencyKindEnum, RoleEnum } from './enums.js';

/** An opened emergency access (værdispring): one citizen, one actor, a closed list, at most 60 minutes. */
@Entity('emergency_access')
@ObjectType({
  description: 'An emergency access (værdispring): one person, a closed list of data, at most 60 minutes.',
})
@Key('citizenId id')
@Consent('ACCESS_LOG')
export class EmergencyAccess {
  @PrimaryColumn('uuid', { name: 'citizen_id' })
  @Field(() => ID, { description: 'Whose data was opened.' })
  @Public()
  citizenId!: string;

  @PrimaryColumn('uuid')
  @Field(() => ID, { description: 'Unique among the emergency accesses to this citizen.' })
  @Public()
  id!: string;

  @Column('text', { name: 'actor_id' })
  actorId!: string;

  @Column('text', { name: 'actor_role' })
  @Field(() => RoleEnum, { nullable: true, description: 'The role of who opened it.' })
  actorRole!: string;

  @Column('text', { name: 'organisation_id', nullable: true })
  @Field(() => String, { nullable: true, description: 'The organisation of who opened it.' })
  organisationId!: string | null;

  @Column('text')
  @Field(() => EmergencyKindEnum, { nullable: true, description: 'Which kind of emergency.' })
  kind!: 'CITIZEN_AGREED_ORALLY' | 'VITAL_INTEREST';

  @Column('text')
  @Field(() => String, { nullable: true, description: 'The reason in words.' })
  reason!: string;

  @Column('text', { array: true })
  @Field(() => [DataCategoryEnum], { nullable: true, description: 'What was opened.' })
  categories!: DataCategory[];

  @Column('timestamptz', { name: 'opened_at' })
  @Field(() => GraphQLDateTime, { nullable: true, description: 'From when.' })
  openedAt!: Date;

  @Column('timestamptz', { name: 'expires_at' })
  @Field(() => GraphQLDateTime, { nullable: true, description: 'Until when.' })
  expiresAt!: Date;

  @Field(() => Organisation, { nullable: true, description: 'Who opened it works here.' })
  get organisation(): Organisation | null {
    return this.organisationId === null ? null : organisationOf(this.organisationId);
  }
}
