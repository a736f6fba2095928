import { registerEnumType } from 'type-graphql';

/** Whether a meeting or visit took place. */
export enum ContactStatus {
  PLANNED = 'PLANNED',
  HELD = 'HELD',
  CANCELLED = 'CANCELLED',
}
registerEnumType(ContactStatus, {
  name: 'ContactStatus',
  description: 'Whether a meeting or visit took place.',
  valuesConfig: {
    PLANNED: { description: 'Agreed, yet to come (planlagt).' },
    HELD: { description: 'It took place (afholdt).' },
    CANCELLED: { description: 'It was called off (aflyst).' },
  },
});
