/** Three in ten of what was agreed come late: done or held some time after their day, or still waiting for it. */
import { streamOf, topic } from '../core/random.js';
import type { Person } from '../records/personRecords.js';

const LATENESS = topic('lateness of what was agreed');

/** The share of what was agreed that is late. Source: domain study, "30 % overdue". */
const LATE = 0.3;

/** How late something is, in days; 0 for what is in time. */
export interface Lateness {
  /** The agreement, when it is done or cancelled. */
  readonly ended: number;
  /** The follow-up that was held. */
  readonly held: number;
  /** The follow-up that is waited for: so long ago it should have been. */
  readonly waiting: number;
}

/** Of one agreement, by its number among all of the citizen's; from a stream of its own, so nothing else shifts. */
export function latenessOf({ key }: Person, agreement: number): Lateness {
  const random = streamOf(key, LATENESS, agreement);
  const days = (from: number, to: number): number => {
    const late = random.chance(LATE);
    const drawn = random.between(from, to);
    return late ? drawn : 0;
  };
  return { ended: days(3, 75), held: days(3, 40), waiting: days(1, 200) };
}
