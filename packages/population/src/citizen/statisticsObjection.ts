/** A few citizens do not want to be counted, and say so. */
import { streamOf, topic } from '../core/random.js';
import { type IsoInstant, isoInstant, momentOf } from '../core/time.js';
import { EDGE_CASES } from '../edgeCases.js';
import type { Person } from '../records/personRecords.js';

const OBJECTION = topic('statistics objection');
const SHARE = 0.02;
const OF_AGE = 18;

/** When the citizen objected to the use of their data for statistics; null for almost everybody. */
export function statisticsObjectionOf({ key, profile, index }: Person): IsoInstant | null {
  const random = streamOf(key, OBJECTION);
  if (!random.chance(SHARE) || profile.age < OF_AGE || index === EDGE_CASES.showcase) return null;
  return isoInstant(momentOf(profile.lastDay - random.between(1, 300), random.between(8, 20), random.between(0, 59)));
}
