import { Citizen, Consent, Key, Organisation, Public, citizenReference, organisationOf } from '@sammen/subgraph-kit';
import { GraphQLDateTime } from 'graphql-scalars';
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Where a case stands. */
export enum CaseStatus {
  CANDIDATE = 'CANDIDATE',
  SELECTED = 'SELECTED',
  ACTIVE = 'ACTIVE',
  CLOSED = 'CLOSED',
}
registerEnumType(CaseStatus, {
  name: 'CaseStatus',
  description: 'Where a case stands; it only ever goes on to the next, or is closed.',
  valuesConfig: {
    CANDIDATE: { description: 'Proposed (kandidat).' },
    SELECTED: { description: 'Chosen (udvalgt).' },
    ACTIVE: { description: 'Being worked on; has a key manager (aktiv).' },
    CLOSED: { description: 'Ended (afsluttet).' },
  },
});

/** A citizen's case of cross-sector coordination. At most one is open, and an active one has one key manager. */
@Entity('coordination_case')
@ObjectType({ description: 'A case of coordination across sectors (sag).' })
@Key('citizenId id')
@Consent('CARE_TEAM')
export class CoordinationCase {
  @PrimaryColumn('uuid', { name: 'citizen_id' })
  @Field(() => ID, { description: 'Whose case it is.' })
  @Public()
  citizenId!: string;

  @PrimaryColumn('uuid')
  @Field(() => ID, { description: 'Unique among the cases of this citizen.' })
  @Public()
  id!: string;

  @Column('text', { name: 'organisation_id' })
  organisationId!: string;

  @Column('text')
  @Field(() => CaseStatus, { nullable: true, description: 'Where the case stands.' })
  status!: CaseStatus;

  @Column('text')
  @Field(() => String, { nullable: true, description: 'What the coordination is for (formål).' })
  purpose!: string;

  @Column('timestamptz', { name: 'opened_at' })
  @Field(() => GraphQLDateTime, { nullable: true, description: 'When it was opened.' })
  openedAt!: Date;

  /** Keeps a part in the case until it is closed. */
  @Column('text', { name: 'opened_by' })
  openedBy!: string;

  @Column('timestamptz', { name: 'closed_at', nullable: true })
  @Field(() => GraphQLDateTime, { nullable: true, description: 'When it was closed; null while it is open.' })
  closedAt!: Date | null;

  @Column('int')
  @Field(() => Int, { nullable: true, description: 'Rises with every change; send it along when you change the case.' })
  version!: number;

  @Field(() => Organisation, { nullable: true, description: 'The municipality that leads the case.' })
  organisation(): Organisation {
    return organisationOf(this.organisationId);
  }

  @Field(() => Citizen, { description: 'Whose case it is.' })
  @Public()
  citizen(): Citizen {
    return citizenReference(this.citizenId);
  }
}
