import type { DataCategory, NextStep, WithheldState } from '@sammen/consent';
import { codeEnum, DataCategoryEnum, Public } from '@sammen/subgraph-kit';
import { Field, ObjectType } from 'type-graphql';

/** What a category is to the viewer, as the graph has it. */
export const AccessState = codeEnum<'PERMITTED' | WithheldState>(
  'AccessState',
  'Whether you may see a kind of data of this citizen now.',
  [
    { code: 'PERMITTED', da: 'du har adgang', en: 'You may see it' },
    { code: 'NO_ACCESS', da: 'ingen adgang', en: 'You may not see it, for a reason that is not told' },
    { code: 'OUT_OF_SCOPE', da: 'uden for rolle og formål', en: 'Your role never sees it for this purpose' },
    { code: 'UNAVAILABLE', da: 'kan ikke afgøres', en: 'It cannot be decided at the moment' },
  ],
);

/** What the viewer can do about it, as the graph has it. */
export const NextStepEnum = codeEnum<NextStep>('NextStep', 'What you can do about something that is withheld.', [
  { code: 'NONE', da: 'intet', en: 'Nothing' },
  { code: 'ASK_CITIZEN', da: 'spørg borgeren', en: 'Ask the citizen for a consent' },
  {
    code: 'EMERGENCY_ACCESS',
    da: 'værdispring',
    en: 'Ask the citizen, or open an emergency access where the law allows it',
  },
]);

/** Whether the viewer may see one category; the same as `extensions.consent`, in the graph, where no client drops it. */
@ObjectType({ description: 'Whether you may see one kind of data of this citizen, for the purpose of this request.' })
@Public()
export class CategoryAccess {
  @Field(() => DataCategoryEnum, { description: 'The kind of data.' })
  category!: DataCategory;

  @Field(() => AccessState, { description: 'Whether you may see it.' })
  state!: string;

  @Field(() => NextStepEnum, { description: 'What you can do when you may not.' })
  nextStep!: string;
}
