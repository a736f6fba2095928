/** What is published of small tables worked out by hand. */
import {
  defineMeasure,
  publish,
  textOfKey,
  type CountedCell,
  type Measure,
  type Publication,
} from '@sammen/statistics';
import { countUnits, type Unit } from './support/countUnits.js';

const measure = defineMeasure({
  name: 'admissions',
  areas: ['A', 'B', 'C'].map((municipality) => ({ municipality, region: 'North' })),
  dimensions: [{ name: 'age', values: ['young', 'middle', 'old'] }],
});

/** Units from a table of counts by municipality and age. */
const unitsOf = (table: Record<string, Record<string, number>>): Unit[] =>
  Object.entries(table).flatMap(([municipality, ages]) =>
    Object.entries(ages).flatMap(([age, count]) =>
      Array.from({ length: count }, () => ({ values: { municipality, region: 'North', age } })),
    ),
  );
const at = ({ cells }: Publication, key: Record<string, string>) =>
  cells.find((cell) => textOfKey(cell.key) === textOfKey(key))?.count;
const shown = (from: Measure, cells: readonly CountedCell[]) =>
  publish(from, cells).cells.filter(({ count }) => count !== null);

const TABLE = {
  A: { young: 3, middle: 20, old: 30 },
  B: { young: 12, middle: 25, old: 40 },
  C: { young: 15, middle: 35, old: 50 },
};

it('I-15: a small count is left out together with what it could be worked out from', () => {
  const published = publish(measure, countUnits(measure, unitsOf(TABLE)));
  expect(at(published, { municipality: 'A', age: 'young' })).toBeNull();
  const ofA = ['young', 'middle', 'old'].map((age) => at(published, { municipality: 'A', age }));
  const ofYoung = ['A', 'B', 'C'].map((municipality) => at(published, { municipality, age: 'young' }));
  expect(ofA.filter((count) => count === null)).toHaveLength(2);
  expect(ofYoung.filter((count) => count === null)).toHaveLength(2);
  expect(at(published, { municipality: 'A' })).toBe(53);
  expect(at(published, { age: 'young' })).toBe(30);
});

it('I-15: nothing at all is a count below five too', () => {
  const cells = countUnits(measure, unitsOf({ ...TABLE, A: { young: 0, middle: 23, old: 30 } }));
  expect(at(publish(measure, cells), { municipality: 'A', age: 'young' })).toBeNull();
});

it('a table without a small count is published whole', () => {
  const cells = countUnits(measure, unitsOf({ ...TABLE, A: { young: 5, middle: 20, old: 30 } }));
  expect(publish(measure, cells).cells.filter(({ count }) => count === null)).toEqual([]);
});

it('many admissions of few citizens are few', () => {
  const cells = countUnits(measure, [
    ...unitsOf({ ...TABLE, A: { middle: 20, old: 30 } }),
    ...Array.from({ length: 40 }, (_, n) => ({
      values: { municipality: 'A', region: 'North', age: 'young' },
      citizen: n % 4,
    })),
  ]);
  expect(at(publish(measure, cells), { municipality: 'A', age: 'young' })).toBeNull();
});

it('I-15: a municipality with too few is not shown in any table, nor is one more', () => {
  const cells = countUnits(measure, unitsOf({ ...TABLE, A: { young: 1, middle: 1, old: 1 } }));
  const areas = shown(measure, cells).flatMap(({ key }) => key['municipality'] ?? []);
  expect([...new Set(areas)]).toEqual(['C']);
});

it('with fewer than five citizens in the whole country nothing is published', () => {
  expect(shown(measure, countUnits(measure, unitsOf({ A: { young: 4 } })))).toEqual([]);
  expect(shown(measure, [])).toEqual([]);
});

it('the same figures give the same publication, in whatever order they come', () => {
  const cells = countUnits(measure, unitsOf(TABLE));
  expect(publish(measure, cells.toReversed())).toEqual(publish(measure, cells));
});

it.each([
  ['a region that is not the sum of its municipalities', { region: 'North' }],
  ['a total that is not the sum of its ages', { municipality: 'A' }],
  ['a country that is not the sum of its regions', {}],
  ['a cell that is not the sum of its municipalities', { age: 'old' }],
])('%s is refused, without a figure in the message', (_, key) => {
  const cells = countUnits(measure, unitsOf(TABLE)).map((cell) =>
    textOfKey(cell.key) === textOfKey(key) ? { ...cell, count: cell.count + 1 } : cell,
  );
  expect(() => publish(measure, cells)).toThrow(
    expect.objectContaining({ code: 'STATISTICS_INCONSISTENT', message: expect.not.stringMatching(/\d/) }),
  );
});

it('a cell of no table of the measure is refused', () => {
  const cells = countUnits(measure, unitsOf(TABLE));
  expect(() => publish(measure, [...cells, { key: { diagnosis: 'F20' }, count: 0, people: 0 }])).toThrow(
    expect.objectContaining({ code: 'STATISTICS_INCONSISTENT' }),
  );
});
