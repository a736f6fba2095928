/** Stays of a citizen never overlap, at most the last is open, and all lie before the reference day. */
import { lastAsked } from '../core/lastAsked.js';
import { logNormal, negativeBinomial, share } from '../core/distribution.js';
import { recordId } from '../core/identifiers.js';
import { streamOf, topic } from '../core/random.js';
import type { Random } from '../core/random.js';
import { momentOf } from '../core/time.js';
import { ADMITTED_TO_PERSONA_WARD, EDGE_CASES } from '../edgeCases.js';
import type { Person } from '../records/personRecords.js';

const STAY = topic('stay');
const ADMISSION = topic('admission');

/** One stay: moments in minutes, `to` null while admitted. */
export interface Stay {
  /** Id of the admission. */
  readonly id: string;
  readonly number: number;
  readonly from: number;
  readonly to: number | null;
  readonly emergency: boolean;
  readonly wardUnitId: string;
}

const DAY = 1440;
const WINDOW_DAYS = 730;

/** Patients by number of admissions in a year (2015), as shares; the rest is the tail from 12 on. */
const ADMISSIONS_A_YEAR = [
  [1, 0.669],
  [2, 0.182],
  [3, 0.068],
  [4, 0.032],
  [5, 0.018],
  [6, 0.011],
  [7, 0.007],
  [8, 0.005],
  [9, 0.003],
  [10, 0.002],
  [11, 0.002],
  [14, 0.001],
] as const;

/** Mean days per admission by number of admissions in the year: frequent admissions are short. */
const MEAN_STAY_DAYS = [25.8, 25.8, 21.9, 19.5, 18.3, 14.6, 12.4, 12.0, 9.8, 8.5, 8.7, 7.5] as const;

/** All stays of the last two years, oldest first. */
export const staysOf = lastAsked((person: Person): readonly Stay[] =>
  drawStays(person).map((stay, number) => ({ ...stay, number, id: recordId(person.key, ADMISSION, number) })),
);

type Drawn = Omit<Stay, 'id' | 'number'>;

function drawStays(person: Person): readonly Drawn[] {
  const { profile, index, key } = person;
  if (!profile.sectors.includes('PSYCHIATRY') || index === EDGE_CASES.medcomTestPerson) return [];
  const ward1 = `${profile.departmentId}/ward-1`;
  if (index === EDGE_CASES.showcase) return showcase(momentOf(profile.lastDay, 0), ward1);
  const random = streamOf(key, STAY);
  const admittedNow = ADMITTED_TO_PERSONA_WARD.includes(index);
  const count =
    profile.recipe === 'TEN_IN_EACH'
      ? Math.min(40, negativeBinomial(random, 5, 1.2))
      : countInLarger(random, profile.heavy);
  const end = momentOf(profile.lastDay - (admittedNow ? 30 : 0), 0);
  const stays = placed(random, count, end, profile.departmentId, !admittedNow);
  if (!admittedNow) return stays;
  const from = momentOf(profile.lastDay - random.between(3, 20), random.between(9, 20));
  return [...stays, { from, to: null, emergency: false, wardUnitId: ward1 }];
}

/** 15 % are admitted in a year; those admitted in the last year are the likeliest to have been in the year before. */
function countInLarger(random: Random, heavy: boolean): number {
  const lastYear = random.chance(heavy ? 0.6 : 0.15) ? share(random.unit(), ADMISSIONS_A_YEAR) : 0;
  const yearBefore = random.chance(lastYear > 0 ? 0.35 : 0.1) ? share(random.unit(), ADMISSIONS_A_YEAR) : 0;
  return lastYear + yearBefore;
}

/** Puts `count` stays into the two years before `end`: lengths by how many there are, gaps as chance has it, a fifth of them short. */
function placed(random: Random, count: number, end: number, departmentId: string, mayBeOpen: boolean): Drawn[] {
  if (count === 0) return [];
  const meanDays = MEAN_STAY_DAYS[Math.min(11, Math.max(1, Math.round(count / 2)))] as number;
  const emergencies = Array.from({ length: count }, () => random.chance(0.2));
  const lengths = emergencies.map((emergency) =>
    emergency ? random.between(180, 1200) : Math.max(720, Math.round(logNormal(random, meanDays, 0.9) * DAY)),
  );
  const total = lengths.reduce((sum, each) => sum + each, 0);
  const window = WINDOW_DAYS * DAY;
  const shrink = Math.min(1, (0.7 * window) / total);
  const weights = Array.from(
    { length: count + 1 },
    () => (random.chance(0.06) ? 0.02 : 1) * -Math.log(1 - random.unit()),
  );
  const open = mayBeOpen && random.chance((total * shrink) / window);
  if (open) weights[count] = 0;
  const scale = (window - total * shrink) / weights.reduce((sum, each) => sum + each, 0);
  const stays: Drawn[] = [];
  let cursor = end - window;
  for (let number = 0; number < count; number++) {
    const from = cursor + Math.max(60, Math.round((weights[number] as number) * scale * 0.95));
    const to = Math.max(from + 60, from + Math.floor((lengths[number] as number) * shrink));
    const last = number === count - 1;
    const emergency = emergencies[number] as boolean;
    const ward = emergency ? 'emergency' : `ward-${random.between(1, 3)}`;
    stays.push({ from, to: last && open ? null : to, emergency, wardUnitId: `${departmentId}/${ward}` });
    cursor = to;
  }
  return stays.filter((stay) => stay.from < end && (stay.to === null || stay.to <= end));
}

/** The show-case: a finished admission, a night in the emergency ward, and one that is still going on. */
function showcase(now: number, ward: string): readonly Drawn[] {
  return [
    { from: now - 200 * DAY + 615, to: now - 175 * DAY + 780, emergency: false, wardUnitId: ward },
    {
      from: now - 90 * DAY + 1320,
      to: now - 89 * DAY + 540,
      emergency: true,
      wardUnitId: ward.replace('ward-1', 'emergency'),
    },
    { from: now - 12 * DAY + 930, to: null, emergency: false, wardUnitId: ward },
  ];
}
