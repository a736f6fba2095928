import { type DataCategory, type Purpose, purposesOf, type Role, ROLE_CAPS } from '@sammen/consent';
import { DataCategoryEnum, Organisation, Public } from '@sammen/subgraph-kit';
import { Field, ObjectType } from 'type-graphql';
import { PurposeEnum, RoleEnum } from './enums.js';

/** A role's cap for one purpose, as docs/caps.md has it. */
@ObjectType({
  description: 'The most that your role can be shown for one purpose, whatever consent, law or emergency there is.',
})
@Public()
export class PurposeCap {
  @Field(() => PurposeEnum, { description: 'For what purpose.' })
  purpose!: Purpose;

  @Field(() => [DataCategoryEnum], { description: 'What can be shown, in fixed order.' })
  categories!: readonly DataCategory[];
}

/** Whoever asks, as their token says; nothing about any citizen. */
@ObjectType({ description: 'You, as your token says (den, der spørger).' })
@Public()
export class Viewer {
  @Field(() => RoleEnum, { description: 'Your role.' })
  role!: Role;

  @Field(() => Organisation, { nullable: true, description: 'Where you work; null for who works nowhere.' })
  organisation!: Organisation | null;

  @Field(() => Organisation, { nullable: true, description: 'The unit you work in; null when none is said.' })
  unit!: Organisation | null;

  @Field(() => [PurposeCap], { description: 'The most that you can be shown, by purpose; the default purpose first.' })
  caps!: readonly PurposeCap[];
}

/** The caps of a role. */
export function capsOf(role: Role): readonly PurposeCap[] {
  return purposesOf(role).map((purpose) =>
    Object.assign(new PurposeCap(), { purpose, categories: ROLE_CAPS[role][purpose] ?? [] }),
  );
}
