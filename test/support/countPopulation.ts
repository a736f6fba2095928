/** What happened to the synthetic citizens, worked out from their records day by day and without any SQL. */
import {
  citizenOf,
  coordinationOf,
  mentors,
  municipalityOf,
  ngoOf,
  people,
  type Person,
  psychiatryOf,
} from '@sammen/population';

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

type Happened = Pick<Unit, 'period' | 'kind'> & Partial<Pick<Unit, 'days' | 'part'>>;

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const inDenmark = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Copenhagen' });
const dayIn = (instant: number): string => inDenmark.format(instant);
const dayAfter = (day: string, days = 1): string => new Date(Date.parse(day) + days * DAY).toISOString().slice(0, 10);
const quarterOf = (day: string): string => `${day.slice(0, 4)}-Q${Math.floor((Number(day.slice(5, 7)) - 1) / 3) + 1}`;

/** First and last day of a quarter. */
function daysOf(period: string): readonly [first: string, last: string] {
  const month = (Number(period[6]) - 1) * 3;
  const year = Number(period.slice(0, 4));
  const day = (at: number, date: number): string => new Date(Date.UTC(year, at, date)).toISOString().slice(0, 10);
  return [day(month, 1), day(month + 3, 0)];
}

/** Stays as [from, to] in ms, those within four hours of each other joined; `to` is Infinity while it lasts. */
function staysOf(person: Person): [number, number][] {
  const stays: [number, number][] = [];
  const records = psychiatryOf(person).admissions.filter(({ kind }) => kind === 'INPATIENT');
  for (const { admittedAt, dischargedAt } of records) {
    const [from, to] = [Date.parse(admittedAt), dischargedAt === null ? Infinity : Date.parse(dischargedAt)];
    const before = stays.at(-1);
    if (before !== undefined && from <= before[1] + 4 * HOUR) before[1] = Math.max(before[1], to);
    else stays.push([from, to]);
  }
  return stays;
}

const lengthOf = ([from, to]: readonly [number, number]): number =>
  Math.max(1, (Date.parse(dayIn(to)) - Date.parse(dayIn(from))) / DAY);

/** The block of ICD-10 of the main diagnosis on the last day of a quarter. */
function groupOf(person: Person, period: string): string {
  const [, last] = daysOf(period);
  const main = psychiatryOf(person).diagnoses.findLast(
    ({ kind, firstDiagnosedOn, endedOn }) =>
      kind === 'PRIMARY' && firstDiagnosedOn <= last && (endedOn === null || endedOn >= last),
  );
  if (main === undefined) return 'OTHER';
  const block = main.code.slice(1, 2);
  return block === '4' ? 'F40-F48' : `F${block}0-F${block}9`;
}

const ran = (from: string, until: string | null, period: string): boolean => {
  const [first, last] = daysOf(period);
  return from <= last && (until === null || until > first);
};

/** Everything that a measure counts about somebody, in these quarters. */
const HAPPENED: Readonly<Record<string, (person: Person, periods: readonly string[]) => Happened[]>> = {
  admissions(person) {
    const stays = staysOf(person);
    return stays.map(([from], at) => {
      const period = quarterOf(dayIn(from));
      const part = at > 0 && from - stays[at - 1]![1] <= 30 * DAY;
      return { period, kind: groupOf(person, period), part };
    });
  },
  bedDays(person, periods) {
    const days = new Set<string>();
    const end = daysOf(periods.at(-1)!)[1];
    for (const [from, to] of staysOf(person)) {
      const until = to === Infinity ? dayAfter(end) : dayIn(to);
      const first = dayIn(from);
      days.add(first);
      for (let day = dayAfter(first); day < until && day <= end; day = dayAfter(day)) days.add(day);
    }
    return periods.flatMap((period) => {
      const count = [...days].filter((day) => quarterOf(day) === period).length;
      return count === 0 ? [] : [{ period, kind: groupOf(person, period), days: count }];
    });
  },
  lengthOfStay(person) {
    const ended = staysOf(person).filter(([, to]) => to !== Infinity);
    return ended.map((stay) => {
      const period = quarterOf(dayIn(stay[1]));
      return { period, kind: groupOf(person, period), days: lengthOf(stay) };
    });
  },
  socialServices(person, periods) {
    const known = [
      'SEL § 85',
      'SEL § 99',
      'SEL § 101',
      'SEL § 103',
      'SEL § 104',
      'SEL § 107',
      'SEL § 108',
      'SUL § 141',
    ];
    return running(municipalityOf(person).socialServices, periods, ({ act, paragraph }) => {
      const kind = `${act} § ${paragraph}`;
      return known.includes(kind) ? kind : 'OTHER';
    });
  },
  housingBenefits(person, periods) {
    const granted = municipalityOf(person).housingBenefits.filter(
      ({ status }) => !['APPLIED', 'REFUSED'].includes(status),
    );
    return running(granted, periods, ({ kind }) => kind);
  },
  employmentMeasures: (person, periods) =>
    running(municipalityOf(person).jobCentreCase?.measures ?? [], periods, ({ measure }) => measure),
  mentorships(person, periods) {
    const paid = new Map([...mentors(person.seed, 220)].map(({ id, engagement }) => [id, engagement]));
    const matches = ngoOf(person).mentorships.map((each) => ({
      ...each,
      validFrom: each.startedOn,
      validTo: each.endedOn,
    }));
    return running(matches, periods, ({ mentorId }) => paid.get(mentorId)!);
  },
  plans: (person, periods) =>
    coordinationOf(person).plans.flatMap(({ kind, createdOn, closedOn }) =>
      periods.flatMap((period) => {
        const [, last] = daysOf(period);
        return createdOn <= last && (closedOn === null || closedOn > last) ? [{ period, kind }] : [];
      }),
    ),
  meetings: (person) =>
    coordinationOf(person)
      .meetings.filter(({ status }) => status === 'HELD')
      .map(({ startsAt, participants }) => {
        const mandate = participants.some((each) => each.decisionMandate && each.attendance === 'ATTENDED');
        return { period: quarterOf(dayIn(Date.parse(startsAt))), kind: mandate ? 'WITH_MANDATE' : 'WITHOUT_MANDATE' };
      }),
};

/** The measures that are worked out here. */
export const COUNTED_MEASURES = Object.keys(HAPPENED);

function running<Record extends { readonly validFrom: string; readonly validTo: string | null }>(
  records: readonly Record[],
  periods: readonly string[],
  kindOf: (record: Record) => string,
): Happened[] {
  return records.flatMap((record) =>
    periods
      .filter((period) => ran(record.validFrom, record.validTo, period))
      .map((period) => ({ period, kind: kindOf(record) })),
  );
}

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
