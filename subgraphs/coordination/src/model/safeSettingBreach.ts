import { registerEnumType } from 'type-graphql';

/** How an invitation goes beyond what the citizen wishes. */
export enum SafeSettingBreach {
  TOO_MANY_PEOPLE = 'TOO_MANY_PEOPLE',
  UNWANTED_PERSON = 'UNWANTED_PERSON',
  MISSING_PERSON = 'MISSING_PERSON',
}
registerEnumType(SafeSettingBreach, {
  name: 'SafeSettingBreach',
  description: 'How a meeting goes beyond what the citizen wishes.',
  valuesConfig: {
    TOO_MANY_PEOPLE: { description: 'More people than the citizen wishes.' },
    UNWANTED_PERSON: { description: 'Somebody who must not be there.' },
    MISSING_PERSON: { description: 'Somebody who has to be there is not invited.' },
  },
});
