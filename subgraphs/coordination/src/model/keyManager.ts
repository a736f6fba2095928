import { Consent, Public } from '@sammen/subgraph-kit';
import { GraphQLDateTime } from 'graphql-scalars';
import { Field, ID, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Professional, ProfessionalColumns, professionalOf } from './professional.js';

/** A period of being the key manager of a case; at most one is open per case, which the database holds too. */
@Entity('key_manager')
@ObjectType({ description: 'Who brings citizen and professionals together (tovholder), and since when.' })
@Consent('CARE_TEAM')
export class KeyManager extends ProfessionalColumns {
  @PrimaryColumn('uuid', { name: 'citizen_id' })
  citizenId!: string;

  @PrimaryColumn('uuid')
  @Field(() => ID, { description: 'Unique among the key managers of this citizen.' })
  @Public()
  id!: string;

  @Column('uuid', { name: 'case_id' })
  caseId!: string;

  @Column('timestamptz', { name: 'valid_from' })
  @Field(() => GraphQLDateTime, { nullable: true, description: 'Since when.' })
  validFrom!: Date;

  @Column('timestamptz', { name: 'valid_to', nullable: true })
  @Field(() => GraphQLDateTime, { nullable: true, description: 'Until when; null while they are.' })
  validTo!: Date | null;

  /** Why it ended: the reason of the hand-over, or of closing the case. */
  @Column('text', { name: 'end_reason', nullable: true })
  @Field(() => String, { nullable: true, description: 'Why it ended; null while they are.' })
  endReason!: string | null;

  @Field(() => Professional, { nullable: true, description: 'Who it is.' })
  professional(): Professional {
    return professionalOf(this);
  }
}

/** One change of hands. */
@ObjectType({ description: 'A case handed over from one key manager to the next (overdragelse).' })
@Consent('CARE_TEAM')
export class KeyManagerHandOver {
  @Field(() => GraphQLDateTime, { nullable: true, description: 'When.' })
  at!: Date;

  @Field(() => Professional, { nullable: true, description: 'Who gave the case away.' })
  from!: Professional;

  @Field(() => Professional, { nullable: true, description: 'Who took it on.' })
  to!: Professional;

  @Field(() => String, { nullable: true, description: 'Why.' })
  reason!: string | null;
}
