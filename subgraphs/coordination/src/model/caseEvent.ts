import { Consent } from '@sammen/subgraph-kit';
import { GraphQLDateTime } from 'graphql-scalars';
import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Professional, ProfessionalColumns, professionalOf } from './professional.js';

/** What happened to a case. */
export enum CaseEventKind {
  OPENED = 'OPENED',
  SELECTED = 'SELECTED',
  KEY_MANAGER_ASSIGNED = 'KEY_MANAGER_ASSIGNED',
  ACTIVATED = 'ACTIVATED',
  HANDED_OVER = 'HANDED_OVER',
  MEMBER_JOINED = 'MEMBER_JOINED',
  MEMBER_LEFT = 'MEMBER_LEFT',
  CLOSED = 'CLOSED',
}
registerEnumType(CaseEventKind, {
  name: 'CaseEventKind',
  description: 'What happened to a case (hændelse).',
  valuesConfig: {
    OPENED: { description: 'The case was opened as a candidate.' },
    SELECTED: { description: 'The case was chosen.' },
    KEY_MANAGER_ASSIGNED: { description: 'The first key manager took it on.' },
    ACTIVATED: { description: 'The work began.' },
    HANDED_OVER: { description: 'Another key manager took over (overdragelse).' },
    MEMBER_JOINED: { description: 'Somebody joined the care team.' },
    MEMBER_LEFT: { description: 'Somebody left the care team.' },
    CLOSED: { description: 'The case was closed.' },
  },
});

/** One entry of a case's history. Entries are added, never changed. */
@Entity('case_event')
@ObjectType({ description: 'One entry of the history of a case (historik).' })
@Consent('CARE_TEAM')
export class CaseEvent extends ProfessionalColumns {
  @PrimaryColumn('uuid', { name: 'citizen_id' })
  citizenId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'case_id' })
  caseId!: string;

  @Column('text')
  @Field(() => CaseEventKind, { nullable: true, description: 'What happened.' })
  kind!: CaseEventKind;

  @Column('timestamptz')
  @Field(() => GraphQLDateTime, { nullable: true, description: 'When.' })
  at!: Date;

  @Column('text', { nullable: true })
  @Field(() => String, { nullable: true, description: 'Why, in words.' })
  reason!: string | null;

  @Field(() => Professional, { nullable: true, description: 'Who did it.' })
  by(): Professional {
    return professionalOf(this);
  }
}
