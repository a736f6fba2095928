import type { DataCategory } from '@sammen/consent';
import { DataCategoryEnum } from '@sammen/subgraph-kit';
import { Field, ID, InputType, Int } from 'type-graphql';
import { EmergencyKindEnum } from '../model/enums.js';

/** No rules here but types: what is refused is put on record, so the rules stand in `write/emergencyRules.ts`. */
@InputType({
  description: 'Breaks the glass: one citizen, a closed list of data, at most 60 minutes. The citizen is told.',
})
export class OpenEmergencyAccessInput {
  @Field(() => ID, { description: 'To whose data.' })
  citizenId!: string;

  @Field(() => EmergencyKindEnum, { description: 'Which kind of emergency.' })
  kind!: 'CITIZEN_AGREED_ORALLY' | 'VITAL_INTEREST';

  @Field(() => String, {
    description:
      'Why, in words the citizen can read: at least 10 characters besides blanks, at most 1,000 (begrundelse).',
  })
  reason!: string;

  @Field(() => [DataCategoryEnum], { description: 'What you need to see, and no more: at least one, each once.' })
  categories!: DataCategory[];

  @Field(() => Int, { defaultValue: 60, description: 'For how many minutes, 1 to 60.' })
  minutes!: number;
}
