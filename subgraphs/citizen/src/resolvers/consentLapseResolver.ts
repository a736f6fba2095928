import { Consent } from '@sammen/subgraph-kit';
import { FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { ConsentChoice } from '../model/consentChoice.js';
import { LAPSES_SOON_DAYS } from '../reading/notifications.js';

const DAY_MS = 86_400_000;

/** A consent says how long it has left, so that nobody is surprised when it is over. */
@Resolver(() => ConsentChoice)
export class ConsentLapseResolver {
  @FieldResolver(() => Int, {
    nullable: true,
    description:
      'Days until it lapses, begun ones counted; null for what has no end, has not begun to count, or is over (udløber om).',
  })
  @Consent('CONSENTS')
  lapsesInDays(@Root() choice: ConsentChoice): number | null {
    return daysLeft(choice);
  }

  @FieldResolver(() => Boolean, {
    nullable: true,
    description: 'Whether it lapses within 30 days: give it again, if it is to go on (udløber snart).',
  })
  @Consent('CONSENTS')
  lapsesSoon(@Root() choice: ConsentChoice): boolean {
    const left = daysLeft(choice);
    return left !== null && left <= LAPSES_SOON_DAYS;
  }
}

function daysLeft(choice: ConsentChoice): number | null {
  const { validTo } = choice;
  return validTo !== null && choice.stands ? Math.ceil((validTo.getTime() - Date.now()) / DAY_MS) : null;
}
