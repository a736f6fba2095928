import { Consent, LifeDomain, Public } from '@sammen/subgraph-kit';
import { GraphQLDateTime } from 'graphql-scalars';
import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { CareRole } from './careRole.js';
import { CareSector } from './careSector.js';
import { Professional, ProfessionalColumns, professionalOf } from './professional.js';

/** Whether something on the map stands in the way or opens one. */
export enum MapItemKind {
  CHALLENGE = 'CHALLENGE',
  OPPORTUNITY = 'OPPORTUNITY',
}
registerEnumType(MapItemKind, {
  name: 'MapItemKind',
  description: 'Whether something on the map stands in the way or opens one.',
  valuesConfig: {
    CHALLENGE: { description: 'A challenge (udfordring).' },
    OPPORTUNITY: { description: 'An opportunity (mulighed).' },
  },
});

/** Something on the one map that citizen and sectors draw together; whoever contributes, it lands in one list. */
@Entity('map_item')
@ObjectType({ description: 'A challenge or an opportunity on the shared map (fælles kortlægning).' })
@Consent('PLAN')
export class MapItem extends ProfessionalColumns {
  @PrimaryColumn('uuid', { name: 'citizen_id' })
  citizenId!: string;

  @PrimaryColumn('uuid')
  @Field(() => ID, { description: 'Unique on the map of this citizen.' })
  @Public()
  id!: string;

  @Column('uuid', { name: 'plan_id' })
  planId!: string;

  @Column('uuid', { name: 'case_id', nullable: true })
  caseId!: string | null;

  @Column('text')
  @Field(() => MapItemKind, { nullable: true, description: 'Challenge or opportunity.' })
  kind!: MapItemKind;

  @Column('text', { name: 'life_domain' })
  @Field(() => LifeDomain, { nullable: true, description: 'The domain of life it is about (tema).' })
  domain!: LifeDomain;

  @Column('text')
  @Field(() => String, { nullable: true, description: 'In words.' })
  text!: string;

  @Column('text')
  @Field(() => CareSector, { nullable: true, description: 'Which sector contributed it; CITIZEN for the citizen.' })
  sector!: CareSector;

  @Column('timestamptz', { name: 'contributed_at' })
  @Field(() => GraphQLDateTime, { nullable: true, description: 'When.' })
  contributedAt!: Date;

  @Field(() => Professional, { nullable: true, description: 'Who put it there; null when it was the citizen.' })
  contributedBy(): Professional | null {
    return this.role === CareRole.CITIZEN ? null : professionalOf(this);
  }
}
