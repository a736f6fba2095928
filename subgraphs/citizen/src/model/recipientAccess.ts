import type { DataCategory, Purpose, Reason } from '@sammen/consent';
import { codeEnum, Consent, DataCategoryEnum, Organisation } from '@sammen/subgraph-kit';
import { Field, ID, ObjectType } from 'type-graphql';
import { PurposeEnum, RoleEnum } from './enums.js';

/** Why a recipient may or may not see something: the reasons of a decision that can be about a professional. */
export type GroundKind = Extract<Reason, 'LAW' | 'EMERGENCY' | 'OWN' | 'CONSENT' | 'BLOCKED' | 'NO_BASIS'>;

/** What a recipient's access rests on, as the graph has it. */
export const GroundKindEnum = codeEnum<GroundKind>(
  'AccessGroundKind',
  'Why somebody may, or may not, see a kind of data.',
  [
    { code: 'LAW', da: 'loven giver adgang', en: 'A law opens it without a consent' },
    { code: 'EMERGENCY', da: 'værdispring', en: 'An emergency access that is open now' },
    { code: 'OWN', da: 'egne oplysninger', en: 'They are responsible for this data and work with the citizen' },
    { code: 'CONSENT', da: 'samtykke', en: 'The citizen has given a consent' },
    { code: 'BLOCKED', da: 'spærring', en: 'The citizen has blocked it' },
    { code: 'NO_BASIS', da: 'ingen adgang', en: 'Nothing opens it; a consent would' },
  ],
);

/** What one purpose opens or leaves closed to a recipient, and why. */
@ObjectType({ description: 'Why a recipient may, or may not, see a kind of data for one purpose (grundlag).' })
@Consent('CONSENTS')
export class AccessGround {
  @Field(() => PurposeEnum, { nullable: true, description: 'For which purpose.' })
  purpose!: Purpose;

  @Field(() => GroundKindEnum, { nullable: true, description: 'Why, or why not.' })
  kind!: GroundKind;

  @Field(() => String, { nullable: true, description: 'The code of the law, where one opens it.' })
  law!: string | null;

  @Field(() => [ID], { nullable: true, description: 'The consent that opens it, or the blocks that close it.' })
  choiceIds!: string[];

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether it holds for everybody of this role there; else only for those who have to do with it.',
  })
  everybody!: boolean;
}

/** One cell: a kind of data and a recipient. */
@ObjectType({ description: 'What a recipient may see of one kind of data.' })
@Consent('CONSENTS')
export class RecipientCategory {
  @Field(() => DataCategoryEnum, { nullable: true, description: 'The kind of data.' })
  category!: DataCategory;

  @Field(() => [AccessGround], {
    nullable: true,
    description: 'For each purpose, why or why not; empty where this role is never shown it, whatever anybody allows.',
  })
  grounds!: AccessGround[];
}

/** One column: everybody of a role in an organisation. */
@ObjectType({ description: 'Everybody of one role in an organisation, and what they may see now (modtager).' })
@Consent('CONSENTS')
export class RecipientAccess {
  @Field(() => RoleEnum, { nullable: true, description: 'The role.' })
  role!: string;

  @Field(() => Organisation, { nullable: true, description: 'The organisation.' })
  organisation!: Organisation;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'Whether the organisation has to do with the citizen now, or the citizen has chosen something about it.',
  })
  related!: boolean;

  @Field(() => [RecipientCategory], { nullable: true, description: 'Every kind of data, in fixed order.' })
  data!: RecipientCategory[];
}
