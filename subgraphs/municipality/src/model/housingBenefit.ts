import { countedArea } from '@sammen/reference-data';
import { Citizen, citizenReference, Consent, Key, Organisation, organisationOf, Public } from '@sammen/subgraph-kit';
import { GraphQLDate } from 'graphql-scalars';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { HousingBenefitKind, HousingBenefitStatus, IncomeKind } from './codes.js';
import { DwellingKind } from './dwellingKind.js';

/** A housing benefit from application to end, paid by Udbetaling Danmark. All amounts are in øre (1/100 DKK). */
@Entity('housing_benefit')
@ObjectType({ description: 'A housing benefit (boligstøtte), paid by Udbetaling Danmark.' })
@Key('citizenId id')
@Consent('HOUSING_BENEFIT')
export class HousingBenefit {
  @PrimaryColumn('uuid', { name: 'citizen_id' })
  @Field(() => ID, { description: 'Whose benefit it is.' })
  @Public()
  citizenId!: string;

  @PrimaryColumn('uuid')
  @Field(() => ID, { description: 'Unique among the benefits of this citizen.' })
  @Public()
  id!: string;

  @Column('text', { name: 'unit_id' })
  unitId!: string;

  @Column('text')
  @Field(() => HousingBenefitKind, { nullable: true, description: 'Boligsikring or boligydelse.' })
  kind!: HousingBenefitKind;

  @Column('text')
  @Field(() => HousingBenefitStatus, { nullable: true, description: 'Where it stands (status).' })
  status!: HousingBenefitStatus;

  @Column('int', { name: 'monthly_amount_oere', nullable: true })
  @Field(() => Int, { nullable: true, description: 'Monthly amount in øre; null until it is granted.' })
  monthlyAmountOere!: number | null;

  @Column('int', { name: 'rent_basis_oere' })
  @Field(() => Int, {
    nullable: true,
    description: 'Monthly rent in øre that it is reckoned from, without heat, water and power (huslejegrundlag).',
  })
  rentBasisOere!: number;

  @Column('int', { name: 'area_square_metres' })
  @Field(() => Int, { nullable: true, description: 'Area of the dwelling in square metres.' })
  areaSquareMetres!: number;

  @Column('int', { name: 'household_size' })
  @Field(() => Int, { nullable: true, description: 'Persons in the household (husstand).' })
  householdSize!: number;

  @Column('text')
  @Field(() => DwellingKind, { nullable: true, description: 'What the dwelling has (boligtype).' })
  dwelling!: DwellingKind;

  @Column('text', { name: 'income_kind' })
  @Field(() => IncomeKind, { nullable: true, description: 'What the applicant lived on when applying.' })
  incomeKind!: IncomeKind;

  @Column('date', { name: 'pension_from', nullable: true })
  @Field(() => GraphQLDate, { nullable: true, description: 'Since when the applicant has a pension; null without.' })
  pensionFrom!: string | null;

  @Column('date', { name: 'applied_on' })
  @Field(() => GraphQLDate, { nullable: true, description: 'The day of the application (ansøgningsdato).' })
  appliedOn!: string;

  @Column('date', { name: 'decided_on', nullable: true })
  @Field(() => GraphQLDate, { nullable: true, description: 'The day of the decision (afgørelsesdato).' })
  decidedOn!: string | null;

  @Column('text', { nullable: true })
  @Field(() => String, { nullable: true, description: 'Why it was refused or ended.' })
  reason!: string | null;

  @Column('date', { name: 'valid_from' })
  @Field(() => GraphQLDate, { nullable: true, description: 'First day that it is paid or applied for.' })
  validFrom!: string;

  @Column('date', { name: 'valid_to', nullable: true })
  @Field(() => GraphQLDate, { nullable: true, description: 'First day without it (til); null while it is open-ended.' })
  validTo!: string | null;

  @Column('date', { name: 'recalculation_on', nullable: true })
  @Field(() => GraphQLDate, { nullable: true, description: 'When it is reckoned anew (genberegning).' })
  recalculationOn!: string | null;

  @Column('int', { name: 'repay_amount_oere', nullable: true })
  @Field(() => Int, { nullable: true, description: 'What is to be repaid, in øre (tilbagebetaling).' })
  repayAmountOere!: number | null;

  @Column('int')
  @Field(() => Int, { nullable: true, description: 'Rises with every change; send it along when you change it.' })
  version!: number;

  @Field(() => Int, {
    nullable: true,
    description: 'The area that counts: usually at most 65 m² for the first person and 20 m² for each further one.',
  })
  countedAreaSquareMetres(): number {
    return Math.min(this.areaSquareMetres, countedArea(this.householdSize));
  }

  @Field(() => Organisation, { nullable: true, description: 'The responsible unit (ansvarlig enhed).' })
  responsibleUnit(): Organisation {
    return organisationOf(this.unitId);
  }

  @Field(() => Citizen, { description: 'Whose benefit it is.' })
  @Public()
  citizen(): Citizen {
    return citizenReference(this.citizenId);
  }
}
