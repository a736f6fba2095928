import type { DataCategory, Purpose, Recipient } from '@sammen/consent';
import { Consent, DataCategoryEnum, Key, Public, Sector } from '@sammen/subgraph-kit';
import { GraphQLDateTime } from 'graphql-scalars';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { ChoiceEffectEnum, ChoiceFormEnum, LegalBasisEnum, PurposeEnum, RoleEnum } from './enums.js';

/** Who a choice is about; everything that is set must match. */
@ObjectType({ description: 'Who a consent or block is about (modtager); everything that is set must match.' })
@Consent('CONSENTS')
export class ChoiceRecipient {
  @Field(() => String, { nullable: true, description: 'An organisation.' })
  organisationId?: string;

  @Field(() => String, { nullable: true, description: 'A unit and the units below it.' })
  unitId?: string;

  @Field(() => RoleEnum, { nullable: true, description: 'A role.' })
  role?: Recipient['role'];

  @Field(() => String, { nullable: true, description: 'One person.' })
  actorId?: string;
}

/**
 * One version of a consent or a block. A change makes a new version; nothing is ever overwritten but its end, and when
 * it was recorded and ended the database says.
 */
@Entity('consent_choice')
@ObjectType('Consent', { description: 'A consent (samtykke) or a block (spærring) of the citizen.' })
@Key('citizenId id')
@Consent('CONSENTS')
export class ConsentChoice {
  @PrimaryColumn('uuid', { name: 'citizen_id' })
  @Field(() => ID, { description: 'Whose choice it is.' })
  @Public()
  citizenId!: string;

  @PrimaryColumn('uuid')
  @Field(() => ID, { description: 'Unique among the choices of this citizen; the same in every version.' })
  @Public()
  id!: string;

  @PrimaryColumn('int')
  @Field(() => Int, { nullable: true, description: 'Counts up from 1; send it along when you change or withdraw.' })
  version!: number;

  @Column('text')
  @Field(() => ChoiceEffectEnum, { nullable: true, description: 'Yes or no.' })
  effect!: 'CONSENT' | 'BLOCK';

  @Column('jsonb')
  @Field(() => [ChoiceRecipient], { nullable: true, description: 'Who may, or may not.' })
  recipients!: Recipient[];

  @Column('text', { array: true })
  @Field(() => [Sector], { nullable: true, description: 'Where the data may come from; empty means everywhere.' })
  sources!: Sector[];

  @Column('text', { array: true })
  @Field(() => [DataCategoryEnum], { nullable: true, description: 'What may be seen, or may not.' })
  categories!: DataCategory[];

  @Column('text', { array: true })
  @Field(() => [PurposeEnum], { nullable: true, description: 'For which purposes.' })
  purposes!: Purpose[];

  @Column('uuid', { array: true })
  @Field(() => [ID], {
    nullable: true,
    description: 'Blocks that this consent was given in full knowledge of, and overrides.',
  })
  lifts!: string[];

  @Column('text', { nullable: true })
  @Field(() => String, { nullable: true, description: 'For a block: the law whose opening the citizen declines.' })
  declines!: string | null;

  @Column('text', { name: 'legal_basis', nullable: true })
  @Field(() => LegalBasisEnum, { nullable: true, description: 'The law that it is given under; null for a block.' })
  legalBasis!: string | null;

  @Column('text', { name: 'gdpr_basis', nullable: true })
  @Field(() => String, {
    nullable: true,
    description: 'The basis in the data protection regulation, kept apart from the law above.',
  })
  gdprBasis!: string | null;

  @Column('timestamptz', { name: 'valid_from' })
  @Field(() => GraphQLDateTime, { nullable: true, description: 'From when.' })
  validFrom!: Date;

  @Column('timestamptz', { name: 'valid_to', nullable: true })
  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: 'Until when (not including); always set for a consent.',
  })
  validTo!: Date | null;

  @Column('text')
  @Field(() => ChoiceFormEnum, { nullable: true, description: 'How it was given.' })
  form!: string;

  @Column('text', { nullable: true })
  @Field(() => String, { nullable: true, description: 'Where the evidence is.' })
  evidence!: string | null;

  @Column('boolean', { name: 'consequences_explained' })
  @Field(() => Boolean, { nullable: true, description: 'Whether the consequences were explained.' })
  consequencesExplained!: boolean;

  @Column('text', { name: 'given_by' })
  givenBy!: string;

  @Column('uuid', { name: 'mandate_id', nullable: true })
  @Field(() => ID, {
    nullable: true,
    description: 'The representative under whose mandate it was given; null when the citizen gave it.',
  })
  mandateId!: string | null;

  @Column('text', { name: 'recorded_by' })
  recordedBy!: string;

  @Column({ type: 'timestamptz', name: 'recorded_at', insert: false, update: false })
  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: 'When it was recorded. Earlier looks are not made legal by it.',
  })
  recordedAt!: Date;

  @Column({ type: 'timestamptz', name: 'superseded_at', nullable: true, insert: false, update: false })
  supersededAt!: Date | null;

  @Column({ type: 'timestamptz', name: 'withdrawn_at', nullable: true, insert: false, update: false })
  @Field(() => GraphQLDateTime, { nullable: true, description: 'When it was withdrawn; null while it stands.' })
  withdrawnAt!: Date | null;

  @Column({ type: 'text', name: 'withdrawn_by', nullable: true, insert: false, update: false })
  withdrawnBy!: string | null;

  @Column('text', { name: 'policy_version' })
  policyVersion!: string;

  /** Whether this version counts now: not withdrawn, not superseded, begun and not over. */
  get stands(): boolean {
    const now = new Date();
    const { withdrawnAt, supersededAt, validFrom, validTo } = this;
    return withdrawnAt === null && supersededAt === null && validFrom <= now && (validTo === null || validTo > now);
  }
}
