import type { DataCategory, Purpose, Role } from '@sammen/consent';
import { Consent, DataCategoryEnum, Organisation, codeEnum, connectionOf, organisationOf } from '@sammen/subgraph-kit';
import { GraphQLDateTime } from 'graphql-scalars';
import { Field, ID, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { PurposeEnum, RoleEnum } from './enums.js';

/** What the citizen can answer. */
export type RequestAnswer = 'GRANT' | 'DECLINE';

/** What the citizen can answer, as the graph has it. */
export const RequestAnswerEnum = codeEnum<RequestAnswer>(
  'ConsentAnswer',
  'The answer to a request for consent (svar).',
  [
    { code: 'GRANT', da: 'ja', en: 'Yes: a consent is given' },
    { code: 'DECLINE', da: 'nej', en: 'No: nothing is given, and nothing else changes' },
  ],
);

/** Where a request stands, to the citizen. */
export type RequestState = 'OPEN' | 'GRANTED' | 'DECLINED' | 'LAPSED';

/** Where a request stands, as the graph has it. */
export const RequestStateEnum = codeEnum<RequestState>(
  'ConsentRequestState',
  'Where a request for consent stands, as only the citizen sees it.',
  [
    { code: 'OPEN', da: 'venter på svar', en: 'Not answered yet' },
    {
      code: 'GRANTED',
      da: 'besvaret med ja',
      en: 'Answered with yes; whether the consent still stands, it says itself',
    },
    { code: 'DECLINED', da: 'besvaret med nej', en: 'Answered with no' },
    { code: 'LAPSED', da: 'bortfaldet', en: 'Nobody answered in time' },
  ],
);

/** A request for consent as the citizen sees it. The citizen it names may not exist: that is nothing to tell the asker. */
@Entity('consent_request')
@ObjectType({ description: 'Somebody asks the citizen for a consent (anmodning om samtykke).' })
@Consent('CONSENTS')
export class ConsentRequest {
  @PrimaryColumn('uuid', { name: 'citizen_id' })
  citizenId!: string;

  @PrimaryColumn('uuid')
  @Field(() => ID, { nullable: true, description: 'Unique; name it when you answer.' })
  id!: string;

  @Column('text', { name: 'actor_id' })
  actorId!: string;

  @Column('text', { name: 'actor_role' })
  @Field(() => RoleEnum, { nullable: true, description: 'The role of who asks.' })
  actorRole!: Role;

  @Column('text', { name: 'organisation_id' })
  organisationId!: string;

  @Column('text', { array: true })
  @Field(() => [DataCategoryEnum], { nullable: true, description: 'What they ask to see.' })
  categories!: DataCategory[];

  @Column('text')
  @Field(() => PurposeEnum, { nullable: true, description: 'For what purpose.' })
  purpose!: Purpose;

  @Column('text')
  @Field(() => String, { nullable: true, description: 'Why, in their own words.' })
  text!: string;

  @Column('timestamptz', { name: 'asked_at' })
  @Field(() => GraphQLDateTime, { nullable: true, description: 'When they asked.' })
  askedAt!: Date;

  @Column('timestamptz', { name: 'lapses_at' })
  @Field(() => GraphQLDateTime, { nullable: true, description: 'Until when it can be answered (not including).' })
  lapsesAt!: Date;

  @Column('text', { nullable: true })
  answer!: RequestAnswer | null;

  @Column('timestamptz', { name: 'answered_at', nullable: true })
  @Field(() => GraphQLDateTime, { nullable: true, description: 'When it was answered; null when it was not.' })
  answeredAt!: Date | null;

  @Column('text', { name: 'answered_by', nullable: true })
  answeredBy!: string | null;

  @Column('uuid', { name: 'consent_id', nullable: true })
  consentId!: string | null;

  @Field(() => Organisation, { nullable: true, description: 'The organisation of who asks.' })
  get organisation(): Organisation {
    return organisationOf(this.organisationId);
  }

  @Field(() => RequestStateEnum, { nullable: true, description: 'Where it stands.' })
  get state(): RequestState {
    if (this.answer !== null) return this.answer === 'GRANT' ? 'GRANTED' : 'DECLINED';
    return this.lapsesAt > new Date() ? 'OPEN' : 'LAPSED';
  }
}

/** The requests to one citizen. */
export const ConsentRequestConnection = connectionOf(ConsentRequest, 'CONSENTS');
