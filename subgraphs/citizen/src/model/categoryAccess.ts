import { type DataCategory, NEXT_STEPS, WITHHELD_STATES } from '@sammen/consent';
import { DataCategoryEnum, Public } from '@sammen/subgraph-kit';
import { Field, ObjectType, registerEnumType } from 'type-graphql';

const AccessState = Object.fromEntries(['PERMITTED', ...WITHHELD_STATES].map((state) => [state, state]));
registerEnumType(AccessState, {
  name: 'AccessState',
  description: 'Whether you may see a kind of data of this citizen now.',
});

const NextStepEnum = Object.fromEntries(NEXT_STEPS.map((step) => [step, step]));
registerEnumType(NextStepEnum, { name: 'NextStep', description: 'What you can do about something that is withheld.' });

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
