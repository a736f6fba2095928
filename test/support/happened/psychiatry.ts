/** Stays in hospital, from the admission records, day by day. */
import { type Person, psychiatryOf } from '@sammen/population';
import { DAY, type Happened, HOUR, dayAfter, dayIn, daysOf, quarterOf } from './quarters';

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

/** By measure. */
export const psychiatry: Readonly<Record<string, (person: Person, periods: readonly string[]) => Happened[]>> = {
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
};
