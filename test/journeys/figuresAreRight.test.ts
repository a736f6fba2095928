/** Every figure that is told is what happened to the synthetic citizens, counted another way; those who object are not among them. */
import { COUNTED_MEASURES, objecting, type Unit, unitsOf } from '../support/countPopulation';
import { type Row, tableOf, untilReleased } from '../support/askStatistics';
import { useSystem } from '../support/system';

const system = useSystem();
const TODAY = new Date().toISOString().slice(0, 10);
const TABLES = [
  'COUNTRY',
  'REGION',
  'MUNICIPALITY',
  'AGE_GROUP',
  'GENDER',
  'AGE_GROUP_AND_GENDER',
  'REGION_AND_AGE_GROUP',
];
const DAYS = ['bedDays', 'lengthOfStay'];

beforeAll(() => untilReleased(system, ...COUNTED_MEASURES), 90_000);

/** The units of a row. Everybody lives in one region. */
const belongsTo = (row: Row) => (unit: Unit) =>
  unit.period === row.period &&
  (row.municipality === null || unit.municipality === row.municipality) &&
  (row.ageGroup === null || unit.ageGroup === row.ageGroup) &&
  (row.gender === null || unit.gender === row.gender) &&
  ((row.kind ?? row.diagnosisGroup) === null || unit.kind === (row.kind ?? row.diagnosisGroup));

function valueOf(measure: string, units: readonly Unit[]): number {
  if (!DAYS.includes(measure)) return units.length;
  const days = units.reduce((sum, unit) => sum + unit.days, 0);
  return measure === 'bedDays' ? days : Math.round((days / units.length) * 10) / 10;
}

it('some citizens object', () => {
  expect(objecting(TODAY).length).toBeGreaterThan(2);
});

it.each(COUNTED_MEASURES)(
  '%s: every figure that is told is right, and stands for five citizens or more',
  async (measure) => {
    const own = ['admissions', ...DAYS].includes(measure) ? 'DIAGNOSIS_GROUP' : 'KIND';
    const tables = await Promise.all(
      [...TABLES, own, `MUNICIPALITY_AND_${own}`].map((by) => tableOf(system, measure, by)),
    );
    const rows = tables.flat();
    const units = unitsOf(measure, [...new Set(rows.map(({ period }) => period))].toSorted(), TODAY);
    expect(units.length).toBeGreaterThan(20);
    const told = rows.filter(({ suppressed }) => !suppressed);
    expect(told.length).toBeGreaterThan(8);
    const wrong = told.flatMap((row) => {
      const found = units.filter(belongsTo(row));
      const value = valueOf(measure, found);
      const citizens = new Set(found.map(({ citizenId }) => citizenId)).size;
      return row.value === value && citizens >= 5 ? [] : [{ ...row, counted: value, citizens }];
    });
    expect(wrong).toEqual([]);
  },
);

it('readmissions are admissions within 30 days of a discharge', async () => {
  const rows = (
    await Promise.all(['COUNTRY', 'DIAGNOSIS_GROUP'].map((by) => tableOf(system, 'readmissions', by)))
  ).flat();
  const units = unitsOf('admissions', [...new Set(rows.map(({ period }) => period))].toSorted(), TODAY);
  const told = rows.filter(({ suppressed }) => !suppressed);
  expect(told.length).toBeGreaterThan(3);
  expect(told.map((row) => units.filter((unit) => unit.part && belongsTo(row)(unit)).length)).toEqual(
    told.map(({ value }) => value),
  );
});
