import { CATEGORY_DESCRIPTIONS, type DataCategory } from '@sammen/consent';
import { Consent, DataCategoryEnum, Organisation, connectionOf, organisationOf } from '@sammen/subgraph-kit';
import type { AccessLogEntry as LedgerEntry } from '@sammen/ledger';
import { GraphQLDateTime } from 'graphql-scalars';
import { Field, ID, ObjectType } from 'type-graphql';
import { PurposeEnum, RoleEnum } from './enums.js';

/** One category that somebody asked for, and what came of it. */
@ObjectType({ description: 'One kind of data that somebody asked for, and what came of it.' })
@Consent('ACCESS_LOG')
export class AccessLogDecision {
  @Field(() => DataCategoryEnum, { nullable: true, description: 'The kind of data.' })
  category!: DataCategory;

  @Field(() => String, { nullable: true, description: 'The kind of data in plain words.' })
  description!: string;

  @Field(() => String, { nullable: true, description: 'READ or WRITE.' })
  access!: string;

  @Field(() => Boolean, { nullable: true, description: 'Whether it was shown.' })
  permitted!: boolean;

  @Field(() => String, { nullable: true, description: 'Why: the exact reason, which only you are told.' })
  reason!: string;

  @Field(() => String, { nullable: true, description: 'What it rests on, such as your consent and its version.' })
  basis!: string | null;
}

/** One look at a citizen, as the citizen sees it. */
@ObjectType({ description: 'One look at your data (opslag): who, when, why, and what was shown.' })
@Consent('ACCESS_LOG')
export class AccessLogEntry {
  citizenId!: string;

  @Field(() => ID, { nullable: true, description: 'Unique.' })
  id!: string;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When.' })
  at!: Date;

  @Field(() => Boolean, { nullable: true, description: 'Whether it was an emergency access.' })
  emergency!: boolean;

  @Field(() => String, { nullable: true, description: 'Why the glass was broken, when it was.' })
  emergencyReason!: string | null;

  @Field(() => RoleEnum, { nullable: true, description: 'In which role; null once erased.' })
  role!: string | null;

  @Field(() => Organisation, { nullable: true, description: 'From which organisation.' })
  organisation!: Organisation | null;

  @Field(() => PurposeEnum, { nullable: true, description: 'For what purpose.' })
  purpose!: string | null;

  @Field(() => [AccessLogDecision], { nullable: true, description: 'What was asked for and what was shown.' })
  decisions!: AccessLogDecision[];

  /** The place of this entry in the log. */
  cursor!: string;

  static of(citizenId: string, { id, at, emergency, payload, cursor }: LedgerEntry): AccessLogEntry {
    return Object.assign(new AccessLogEntry(), {
      citizenId,
      id,
      at,
      emergency,
      cursor,
      emergencyReason: payload?.emergency?.reason ?? null,
      role: payload?.role ?? null,
      organisation: payload?.organisationId == null ? null : organisationOf(payload.organisationId),
      purpose: payload?.purpose ?? null,
      decisions: (payload?.decisions ?? []).map(({ category, access, effect, reason, basis }) =>
        Object.assign(new AccessLogDecision(), {
          category,
          description: CATEGORY_DESCRIPTIONS[category],
          access,
          permitted: effect === 'PERMIT',
          reason,
          basis,
        }),
      ),
    });
  }
}

/** The access log of one citizen. */
export const AccessLogConnection = connectionOf(AccessLogEntry, 'ACCESS_LOG', 'AccessLog');
