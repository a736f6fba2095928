import type { DataCategory, Role } from '@sammen/consent';
import { Consent, DataCategoryEnum, Public, codeEnum, connectionOf } from '@sammen/subgraph-kit';
import { GraphQLDateTime } from 'graphql-scalars';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import type { ReviewOutcome } from './emergencyReview.js';
import { EmergencyKindEnum, RoleEnum } from './enums.js';

/** Where the review of an emergency access stands. */
export type ReviewStatus = 'OPEN' | ReviewOutcome;

/** Where a review stands, as the graph has it. */
export const ReviewStatusEnum = codeEnum<ReviewStatus>(
  'ReviewStatus',
  'Where the review of an emergency access stands.',
  [
    { code: 'OPEN', da: 'mangler gennemgang', en: 'Nobody has reviewed it yet' },
    { code: 'ACCEPTED', da: 'fundet i orden', en: 'Reviewed, and in order' },
    { code: 'OBJECTED', da: 'indsigelse', en: 'Reviewed, with an objection' },
  ],
);

/**
 * An emergency access as its data protection officer reviews it: who broke the glass, why, for what, and whether anything
 * was read. Of the citizen there is the opaque id, which names nobody: by it the guard and the gateway know whose case it is,
 * and the officer finds who else has looked.
 */
@ObjectType({
  description:
    'An emergency access to be reviewed (værdispring til gennemgang): who opened it, why, for what, and whether anything was read. Of the citizen it says the opaque id and nothing else.',
})
@Consent('ACCESS_LOG')
export class EmergencyCase {
  @Field(() => ID, {
    description: 'Whose data was opened: opaque, and as much as you are told about them besides who looked.',
  })
  @Public()
  citizenId!: string;

  @Field(() => ID, { nullable: true, description: 'The emergency access; name it when you review it.' })
  id!: string;

  @Field(() => ReviewStatusEnum, { nullable: true, description: 'Where its review stands.' })
  status!: ReviewStatus;

  @Field(() => Int, {
    nullable: true,
    description: 'How many reviews it has; send it along when you add one.',
  })
  version!: number;

  @Field(() => String, { nullable: true, description: 'Who opened it: the id of the member of staff.' })
  openedBy!: string;

  @Field(() => RoleEnum, { nullable: true, description: 'In which role.' })
  openedByRole!: Role;

  @Field(() => EmergencyKindEnum, { nullable: true, description: 'Which kind of emergency.' })
  kind!: 'CITIZEN_AGREED_ORALLY' | 'VITAL_INTEREST';

  @Field(() => String, { nullable: true, description: 'The reason in words.' })
  reason!: string;

  @Field(() => [DataCategoryEnum], { nullable: true, description: 'What was opened.' })
  categories!: DataCategory[];

  @Field(() => GraphQLDateTime, { nullable: true, description: 'From when.' })
  openedAt!: Date;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'Until when.' })
  expiresAt!: Date;
}

/** The review queue; each case is decided for its own citizen. */
export const EmergencyCaseConnection = connectionOf(EmergencyCase, null);
