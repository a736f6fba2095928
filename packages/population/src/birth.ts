/** Birth dates and CPR numbers are dealt without a look at other citizens, and still no number occurs twice. */
import { interpolate } from './core/distribution.js';
import { scramble } from './core/random.js';
import type { Random } from './core/random.js';
import { stratifiedPoint } from './core/stratified.js';
import { dayOf, isoDate } from './core/time.js';
import { cprOf, LARGER_SLOTS, reverseBits, STRATA_BITS } from './cpr.js';
import { EDGE_CASES } from './edgeCases.js';
import { DEFAULT_REFERENCE_DATE, DEFAULT_SIZE } from './populationOptions.js';

/** Who somebody is from birth on. */
export interface Birth {
  readonly birthDate: string;
  readonly gender: 'FEMALE' | 'MALE';
  readonly cpr: string;
}

/** Ages by share of the first 220: 21–70, median 38. */
const PROGRAMME_AGES = [
  [0, 21],
  [0.25, 30],
  [0.5, 38],
  [0.75, 49],
  [1, 70.99],
] as const;

/** Ages by share of the larger population: 5 % under 18, 12 % 18–25, the rest adults. */
const LARGER_AGES = [
  [0, 10],
  [0.05, 18],
  [0.17, 26],
  [0.5, 42],
  [0.8, 60],
  [0.97, 80],
  [1, 89],
] as const;

/** Ages are counted on a fixed day, so that nobody's CPR number depends on the day of seeding. */
const AGES_ON = dayOf(DEFAULT_REFERENCE_DATE);
const DAYS_A_YEAR = 365.25;

/** Born by hand: date, gender and one of the slots kept for such people. */
const BY_HAND: Readonly<Record<number, readonly [birthDate: string, gender: 'FEMALE' | 'MALE', slot: number]>> = {
  [EDGE_CASES.medcomTestPerson]: ['1947-09-25', 'MALE', 44],
  [EDGE_CASES.turning18]: ['2008-12-20', 'FEMALE', 49],
  [EDGE_CASES.turning21]: ['2005-12-21', 'MALE', 49],
  [EDGE_CASES.turning23]: ['2003-12-22', 'FEMALE', 49],
  [EDGE_CASES.twinA]: ['1991-03-14', 'FEMALE', 45],
  [EDGE_CASES.twinB]: ['1991-03-14', 'FEMALE', 46],
  [EDGE_CASES.sameNameAndBirthdayA]: ['1984-06-02', 'FEMALE', 47],
  [EDGE_CASES.sameNameAndBirthdayB]: ['1984-06-02', 'FEMALE', 48],
};

/** Birth date, gender and CPR number of a citizen. Draws twice from the stream, whoever it is. */
export function birthOf(seed: number, index: number, random: Random): Birth {
  const jitter = random.unit();
  const genderPoint = random.unit();
  const byHand = BY_HAND[index];
  if (byHand !== undefined) {
    const [birthDate, gender, slot] = byHand;
    return { birthDate, gender, cpr: cprOf(birthDate, slot, gender) };
  }
  if (index < DEFAULT_SIZE) {
    const gender = stratifiedPoint(seed, 'gender', index) < 0.6 ? 'MALE' : 'FEMALE';
    const point = stratifiedPoint(seed, 'age', index) + (jitter - 0.5) * (0.7 / DEFAULT_SIZE);
    const birthDate = bornAt(interpolate(point, PROGRAMME_AGES));
    return { birthDate, gender, cpr: cprOf(birthDate, index % LARGER_SLOTS.from, gender) };
  }
  const place = index - DEFAULT_SIZE;
  const stratum =
    reverseBits(Math.floor(place / LARGER_SLOTS.count), STRATA_BITS) ^ (scramble(seed) >>> (32 - STRATA_BITS));
  const gender = genderPoint < 0.48 ? 'MALE' : 'FEMALE';
  // Only 0.7 of a stratum is used: the days left over keep neighbours in the same slot apart.
  const birthDate = bornAt(interpolate((stratum + 0.7 * jitter) / 2 ** STRATA_BITS, LARGER_AGES));
  return { birthDate, gender, cpr: cprOf(birthDate, LARGER_SLOTS.from + (place % LARGER_SLOTS.count), gender) };
}

function bornAt(age: number): string {
  return isoDate(Math.floor(AGES_ON - age * DAYS_A_YEAR));
}
