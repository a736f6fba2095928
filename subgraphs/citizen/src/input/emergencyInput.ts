import type { DataCategory } from '@sammen/consent';
import { DataCategoryEnum } from '@sammen/subgraph-kit';
import { ArrayMinSize, ArrayUnique, Length, Max, Min } from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';
import { EmergencyKindEnum } from '../model/enums.js';

@InputType({
  description: 'Breaks the glass: one citizen, a closed list of data, at most 60 minutes. The citizen is told.',
})
export class OpenEmergencyAccessInput {
  @Field(() => ID, { description: 'To whose data.' })
  citizenId!: string;

  @Field(() => EmergencyKindEnum, { description: 'Which kind of emergency.' })
  kind!: 'CITIZEN_AGREED_ORALLY' | 'VITAL_INTEREST';

  @Field(() => String, { description: 'Why, in words the citizen can read: 10 to 1,000 characters.' })
  @Length(10, 1000)
  reason!: string;

  @Field(() => [DataCategoryEnum], { description: 'What you need to see, and no more.' })
  @ArrayMinSize(1)
  @ArrayUnique()
  categories!: DataCategory[];

  @Field(() => Int, { defaultValue: 60, description: 'For how many minutes, 1 to 60.' })
  @Min(1)
  @Max(60)
  minutes!: number;
}
