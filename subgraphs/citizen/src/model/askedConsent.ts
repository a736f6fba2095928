import type { DataCategory, Purpose } from '@sammen/consent';
import { Citizen, DataCategoryEnum, Public, citizenReference, codeEnum, connectionOf } from '@sammen/subgraph-kit';
import { GraphQLDateTime } from 'graphql-scalars';
import { Field, ID, ObjectType } from 'type-graphql';
import type { ConsentRequest } from './consentRequest.js';
import { PurposeEnum } from './enums.js';

/** All that whoever asked is told. */
export type AskedStatus = 'GRANTED' | 'NOT_GRANTED';

/** What the asker is told, as the graph has it. */
export const AskedStatusEnum = codeEnum<AskedStatus>('AskedConsentStatus', 'What came of asking for a consent.', [
  { code: 'GRANTED', da: 'samtykke givet', en: 'The citizen said yes, and you may see something of it now' },
  {
    code: 'NOT_GRANTED',
    da: 'intet samtykke',
    en: 'There is no consent; whether there is no answer, a no, a withdrawal or no such citizen is not told',
  },
]);

/**
 * A request for consent as who made it sees it: what they said themselves, and whether there is a consent. It holds
 * nothing else about the citizen, whom it names whether or not there is such a citizen (INVARIANT I-3, INVARIANT I-6).
 */
@ObjectType({ description: 'A request for consent that you made (din anmodning om samtykke).' })
@Public()
export class AskedConsent {
  @Field(() => ID, { description: 'Unique.' })
  id!: string;

  @Field(() => Citizen, { description: 'Whom you asked, whether or not there is such a citizen.' })
  citizen!: Citizen;

  @Field(() => [DataCategoryEnum], { description: 'What you asked to see.' })
  categories!: DataCategory[];

  @Field(() => PurposeEnum, { description: 'For what purpose.' })
  purpose!: Purpose;

  @Field(() => GraphQLDateTime, { description: 'When you asked.' })
  askedAt!: Date;

  @Field(() => GraphQLDateTime, {
    description: 'Until when it can be answered (not including); you cannot ask again before.',
  })
  lapsesAt!: Date;

  /** Whether it was answered with a consent, standing or not: for `status`, not in the graph. */
  consentId!: string | null;

  /** Of the request, nothing that the citizen did to it. */
  static of({ id, citizenId, categories, purpose, askedAt, lapsesAt, consentId }: ConsentRequest): AskedConsent {
    const citizen = citizenReference(citizenId);
    return Object.assign(new AskedConsent(), { id, citizen, categories, purpose, askedAt, lapsesAt, consentId });
  }
}

/** The requests that one person made. */
export const AskedConsentConnection = connectionOf(AskedConsent, null);
