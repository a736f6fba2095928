import { Consent } from '@sammen/subgraph-kit';
import { GraphQLDateTime } from 'graphql-scalars';
import { Field, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The citizen's no to statistics (GDPR article 21(6)); without one their data counts, by section 10 of the Data Protection Act. */
@Entity('statistics_objection')
@ObjectType({
  description: 'An objection to the use of the citizen’s data for statistics (indsigelse mod brug til statistik).',
})
@Consent('CONSENTS')
export class StatisticsObjection {
  @PrimaryColumn('uuid', { name: 'citizen_id' })
  citizenId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('timestamptz', { name: 'objected_at' })
  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: 'When it was made; no figure released later counts them.',
  })
  objectedAt!: Date;

  @Column('timestamptz', { name: 'withdrawn_at', nullable: true })
  withdrawnAt!: Date | null;
}
