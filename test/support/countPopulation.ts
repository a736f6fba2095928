/** What happened to the synthetic citizens, worked out from their records day by day and without any SQL. */
import { citizenOf, people, type Person } from '@sammen/population';
import { coordination } from './happened/coordination';
import { municipality } from './happened/municipality';
import { ngo } from './happened/ngo';
import { psychiatry } from './happened/psychiatry';
import { recovery } from './happened/recovery';

/** One unit of a measure: an admission, a service in a quarter. */
export interface Unit {
  readonly citizenId: string;
  readonly period: string;
  readonly municipality: string;
  readonly ageGroup: string;
  readonly gender: string;
  readonly kind: string;
  /** Days, where the measure is of days. */
  readonly days: number;
  /** Whether it belongs to the part as well. */
  readonly part: boolean;
}

const HAPPENED = { ...psychiatry, ...municipality, ...ngo, ...coordination, ...recovery };

/** The measures that are worked out here. */
export const COUNTED_MEASURES = Object.keys(HAPPENED);

const AGES = [
  [18, '0-17'],
  [25, '18-24'],
  [35, '25-34'],
  [45, '35-44'],
  [55, '45-54'],
  [65, '55-64'],
  [Infinity, '65+'],
] as const;

/** All units of a measure among the citizens who do not object. */
export function unitsOf(measure: string, periods: readonly string[], today: string, citizens = 220): readonly Unit[] {
  return [...people(1, citizens, { referenceDate: today })]
    .filter((person) => citizenOf(person).statisticsObjection === null)
    .flatMap((person) =>
      HAPPENED[measure]!(person, periods)
        .filter(({ period }) => periods.includes(period))
        .map(({ days = 0, part = false, ...each }) => {
          const age = Number(each.period.slice(0, 4)) - Number(person.birthDate.slice(0, 4));
          const ageGroup = AGES.find(([below]) => age < below)![1];
          const { id, municipalityCode, gender } = person;
          return { ...each, days, part, citizenId: id, municipality: municipalityCode, ageGroup, gender };
        }),
    );
}

/** Everybody who objects. */
export function objecting(today: string, citizens = 220): readonly Person[] {
  return [...people(1, citizens, { referenceDate: today })].filter(
    (each) => citizenOf(each).statisticsObjection !== null,
  );
}
