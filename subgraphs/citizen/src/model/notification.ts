import type { DataCategory, Role } from '@sammen/consent';
import { Consent, codeEnum, connectionOf } from '@sammen/subgraph-kit';
import { GraphQLDateTime } from 'graphql-scalars';
import { Field, ID, ObjectType } from 'type-graphql';
import type { ReviewOutcome } from './emergencyReview.js';

/** What a citizen is notified of. */
export type NotificationKind =
  'EMERGENCY_ACCESS_OPENED' | 'EMERGENCY_REVIEWED' | 'CONSENT_REQUESTED' | 'CONSENT_LAPSES_SOON' | 'CONSENT_LAPSED';

/** What a citizen is notified of, as the graph has it. */
export const NotificationKindEnum = codeEnum<NotificationKind>(
  'NotificationKind',
  'What a notification is about (besked).',
  [
    { code: 'EMERGENCY_ACCESS_OPENED', da: 'værdispring', en: 'Somebody opened an emergency access' },
    { code: 'EMERGENCY_REVIEWED', da: 'værdispring gennemgået', en: 'A data protection officer reviewed one' },
    { code: 'CONSENT_REQUESTED', da: 'anmodning om samtykke', en: 'Somebody asks for a consent' },
    { code: 'CONSENT_LAPSES_SOON', da: 'samtykke udløber snart', en: 'A consent lapses within 30 days' },
    { code: 'CONSENT_LAPSED', da: 'samtykke udløbet', en: 'A consent has lapsed' },
  ],
);

/**
 * Something the citizen should know. Nobody sends it, so it cannot be lost: it follows from what is recorded, whenever the
 * citizen looks, and its text is made of codes, not stored.
 */
@ObjectType({ description: 'Something the citizen should know (besked).' })
@Consent('ACCESS_LOG')
export class Notification {
  citizenId!: string;

  @Field(() => ID, { nullable: true, description: 'Unique among the notifications of this citizen.' })
  id!: string;

  @Field(() => NotificationKindEnum, { nullable: true, description: 'What it is about.' })
  kind!: NotificationKind;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When it came about.' })
  at!: Date;

  @Field(() => ID, {
    nullable: true,
    description: 'The emergency access, the request or the consent that it is about.',
  })
  subjectId!: string;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When you read it; null while it is unread.' })
  readAt!: Date | null;

  role!: Role | null;
  organisationId!: string | null;
  categories!: DataCategory[];
  outcome!: ReviewOutcome | null;
  /** When the consent lapses, or the emergency access was opened that was reviewed. */
  day!: Date | null;
}

/** The notifications of one citizen. */
export const NotificationConnection = connectionOf(Notification, 'ACCESS_LOG');
