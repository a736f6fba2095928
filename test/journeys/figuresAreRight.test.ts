/**
 * Every figure that is told is what happened to the synthetic citizens, counted another way; those who object are not
 * among them. Nothing here hangs on the day: what must be told follows from what is counted.
 */
import { askAsAnalyst, MEASURES, type Row, tableOf, untilReleased } from '../support/askStatistics';
import { COUNTED_MEASURES, objecting, type Unit, unitsOf } from '../support/countPopulation';
import { useSystem } from '../support/system';

const system = useSystem();
const TODAY = new Date().toISOString().slice(0, 10);
/** By each dimension that all measures have; their own comes beside. */
const TABLES = {
  COUNTRY: [],
  REGION: ['region'],
  MUNICIPALITY: ['region', 'municipality'],
  AGE_GROUP: ['ageGroup'],
  REGION_AND_AGE_GROUP: ['region', 'ageGroup'],
  MUNICIPALITY_AND_AGE_GROUP: ['region', 'municipality', 'ageGroup'],
  GENDER: ['gender'],
  REGION_AND_GENDER: ['region', 'gender'],
  MUNICIPALITY_AND_GENDER: ['region', 'municipality', 'gender'],
  AGE_GROUP_AND_GENDER: ['ageGroup', 'gender'],
} as const;
const DIMENSIONS = ['region', 'municipality', 'ageGroup', 'gender', 'diagnosisGroup', 'kind'] as const;
const DAYS = ['bedDays', 'lengthOfStay'];
const PART = 'readmissions';

beforeAll(() => untilReleased(system, ...COUNTED_MEASURES), 90_000);

/** The units of a row. Everybody lives in one region. */
const belongsTo = (row: Row) => (unit: Unit) =>
  unit.period === row.period &&
  (row.municipality === null || unit.municipality === row.municipality) &&
  (row.ageGroup === null || unit.ageGroup === row.ageGroup) &&
  (row.gender === null || unit.gender === row.gender) &&
  ((row.kind ?? row.diagnosisGroup) === null || unit.kind === (row.kind ?? row.diagnosisGroup));

const daysIn = (units: readonly Unit[]): number => units.reduce((sum, { days }) => sum + days, 0);

function valueOf(measure: string, units: readonly Unit[]): number {
  if (!DAYS.includes(measure)) return units.length;
  return measure === 'bedDays' ? daysIn(units) : Math.round((daysIn(units) / units.length) * 10) / 10;
}

/** Five citizens or more, none of whom has more than three quarters of the days. */
function isEnough(measure: string, units: readonly Unit[]): boolean {
  const citizens = [...new Set(units.map(({ citizenId }) => citizenId))];
  if (!DAYS.includes(measure)) return citizens.length >= 5;
  const most = Math.max(...citizens.map((id) => daysIn(units.filter(({ citizenId }) => citizenId === id))));
  return citizens.length >= 5 && most <= 0.75 * daysIn(units);
}

const ownOf = (measure: string): 'DIAGNOSIS_GROUP' | 'KIND' =>
  (MEASURES.psychiatry as readonly string[]).includes(measure) ? 'DIAGNOSIS_GROUP' : 'KIND';

it('every measure that the graph has is counted another way here', async () => {
  const { body } = await askAsAnalyst(system, `{ __type(name: "Statistics") { fields { name type { name } } } }`);
  const fields = body.data!['__type'].fields.filter(({ type }: any) => type.name === 'StatisticTable');
  const names: string[] = fields.map(({ name }: any) => name);
  expect(names.toSorted()).toEqual([...COUNTED_MEASURES, PART].toSorted());
  expect(Object.values(MEASURES).flat().toSorted()).toEqual([...COUNTED_MEASURES].toSorted());
});

it('some citizens object', () => {
  expect(objecting(TODAY).length).toBeGreaterThan(2);
});

it.each(COUNTED_MEASURES)(
  '%s: by place, age, gender, its own dimension and quarter, every figure that is told is right and of five or more',
  async (measure) => {
    const own = ownOf(measure);
    const dimension = own === 'KIND' ? 'kind' : 'diagnosisGroup';
    const shapes: [string, readonly string[]][] = [
      ...Object.entries(TABLES),
      [own, [dimension]],
      [`REGION_AND_${own}`, ['region', dimension]],
      [`MUNICIPALITY_AND_${own}`, ['region', 'municipality', dimension]],
    ];
    const tables = await Promise.all(shapes.map(([by]) => tableOf(system, measure, by)));
    const rows = tables.flat();
    const periods = [...new Set(rows.map(({ period }) => period))].toSorted();
    expect(periods.length).toBe(8);
    const units = unitsOf(measure, periods, TODAY);
    for (const [at, [by, named]] of shapes.entries()) {
      const misshapen = tables[at]!.filter((row) =>
        DIMENSIONS.some((name) => (row[name] !== null) !== named.includes(name)),
      );
      expect([by, misshapen, new Set(tables[at]!.map(({ period }) => period)).size]).toEqual([by, [], 8]);
    }
    const wrong = rows.flatMap((row) => {
      if (row.suppressed) return [];
      const found = units.filter(belongsTo(row));
      return row.value === valueOf(measure, found) && isEnough(measure, found)
        ? []
        : [{ ...row, counted: found.length }];
    });
    expect(wrong).toEqual([]);
    // The whole is held back for nobody's sake but its own, so this cannot be right by telling nothing.
    const country = tables[0]!;
    expect(country.map(({ period, suppressed }) => [period, suppressed])).toEqual(
      country.map((row) => [row.period, !isEnough(measure, units.filter(belongsTo(row)))]),
    );
    expect(country.some(({ suppressed }) => !suppressed)).toBe(true);
  },
);

it('readmissions are admissions within 30 days of a discharge', async () => {
  const rows = (await Promise.all(['COUNTRY', 'DIAGNOSIS_GROUP'].map((by) => tableOf(system, PART, by)))).flat();
  const units = unitsOf('admissions', [...new Set(rows.map(({ period }) => period))].toSorted(), TODAY);
  const told = rows.filter(({ suppressed }) => !suppressed);
  // With 220 citizens the country's readmissions are told in two quarters of eight or more, whatever the day.
  expect(told.length).toBeGreaterThan(1);
  expect(told.map((row) => units.filter((unit) => unit.part && belongsTo(row)(unit)).length)).toEqual(
    told.map(({ value }) => value),
  );
});
