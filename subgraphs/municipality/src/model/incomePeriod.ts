import { Consent } from '@sammen/subgraph-kit';
import { GraphQLDate } from 'graphql-scalars';
import { Field, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { IncomeKind } from './codes.js';
import { PARTICIPATION_OF_INCOME, Participation } from './participation.js';

/** A period of living on one kind of income. It is the citizen's, whichever case knows of it; periods never overlap. */
@Entity('income_period')
@ObjectType({ description: 'A period of living on one kind of income (forsørgelse).' })
@Consent('EMPLOYMENT')
export class IncomePeriod {
  @PrimaryColumn('uuid', { name: 'citizen_id' })
  citizenId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  @Field(() => IncomeKind, { nullable: true, description: 'The kind of income (forsørgelse).' })
  kind!: IncomeKind;

  @Column('date', { name: 'valid_from' })
  @Field(() => GraphQLDate, { nullable: true, description: 'First day (fra).' })
  validFrom!: string;

  @Column('date', { name: 'valid_to', nullable: true })
  @Field(() => GraphQLDate, { nullable: true, description: 'First day without it (til); null while it is open-ended.' })
  validTo!: string | null;

  @Field(() => Participation, {
    nullable: true,
    description: 'The way of taking part that it shows; null when it shows none (deltagelse).',
  })
  participation(): Participation | null {
    return PARTICIPATION_OF_INCOME[this.kind] ?? null;
  }
}
