import { Citizen, citizenReference, Consent, Key, Organisation, organisationOf, Public } from '@sammen/subgraph-kit';
import { GraphQLDate } from 'graphql-scalars';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { SocialAct } from './codes.js';
import { effortStatus } from './effortStatus.js';
import { HousingKind, lawOfHousing } from './housingKind.js';

/** A period of living somewhere. Somebody lives in one place at a time, so periods of a citizen never overlap. */
@Entity('housing')
@ObjectType({ description: 'A period of living somewhere (boligsituation).' })
@Key('citizenId id')
@Consent('HOUSING')
export class Housing {
  @PrimaryColumn('uuid', { name: 'citizen_id' })
  @Field(() => ID, { description: 'Whose housing it is.' })
  @Public()
  citizenId!: string;

  @PrimaryColumn('uuid')
  @Field(() => ID, { description: 'Unique among the housing of this citizen.' })
  @Public()
  id!: string;

  @Column('text', { name: 'unit_id' })
  unitId!: string;

  @Column('text')
  @Field(() => HousingKind, { nullable: true, description: 'How the citizen lives (boform).' })
  kind!: HousingKind;

  @Column('text', { nullable: true })
  @Field(() => String, { nullable: true, description: 'The name of the residence; null for a home of their own.' })
  place!: string | null;

  @Column('int', { name: 'monthly_rent_oere', nullable: true })
  @Field(() => Int, {
    nullable: true,
    description: 'Monthly rent in øre (1/100 DKK), without heat, water and power (husleje).',
  })
  monthlyRentOere!: number | null;

  @Column('int', { name: 'area_square_metres', nullable: true })
  @Field(() => Int, { nullable: true, description: 'Area in square metres (areal).' })
  areaSquareMetres!: number | null;

  @Column('date', { name: 'registered_on' })
  @Field(() => GraphQLDate, { nullable: true, description: 'The day on which the municipality registered it.' })
  registeredOn!: string;

  @Column('date', { name: 'valid_from' })
  @Field(() => GraphQLDate, { nullable: true, description: 'First day (fra).' })
  validFrom!: string;

  @Column('date', { name: 'valid_to', nullable: true })
  @Field(() => GraphQLDate, { nullable: true, description: 'First day elsewhere (til); null while it is open-ended.' })
  validTo!: string | null;

  @Column('int')
  @Field(() => Int, { nullable: true, description: 'Rises with every change; send it along when you change it.' })
  version!: number;

  @Field(() => Boolean, { nullable: true, description: 'Whether the citizen lives there today.' })
  isCurrent(): boolean {
    return effortStatus(this) === 'ACTIVE';
  }

  @Field(() => SocialAct, { nullable: true, description: 'The act of a residence; null for a home of their own.' })
  act(): SocialAct | null {
    return lawOfHousing(this.kind)?.[0] ?? null;
  }

  @Field(() => String, { nullable: true, description: 'The paragraph of a residence, such as 107 or 110.' })
  paragraph(): string | null {
    return lawOfHousing(this.kind)?.[1] ?? null;
  }

  @Field(() => Organisation, { nullable: true, description: 'The responsible unit (ansvarlig enhed).' })
  responsibleUnit(): Organisation {
    return organisationOf(this.unitId);
  }

  @Field(() => Citizen, { description: 'Whose housing it is.' })
  @Public()
  citizen(): Citizen {
    return citizenReference(this.citizenId);
  }
}
