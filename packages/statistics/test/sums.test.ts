/** Sums beside counts: bed days of small municipalities are told together, or not at all. */
import { defineMeasure, publish, textOfKey, type CellKey, type Publication } from '@sammen/statistics';
import { countUnits, type Unit } from './support/countUnits.js';

const AGES = ['young', 'middle', 'old'];
const measure = defineMeasure({
  name: 'stays',
  areas: ['Fanø', 'Billund', 'Varde', 'Esbjerg'].map((municipality) => ({ municipality, region: 'South' })),
  dimensions: [{ name: 'age', values: AGES }],
  sums: [{ name: 'days', least: 1, most: Infinity }],
});

const unitsOf = (table: Readonly<Record<string, readonly number[]>>, days = 20): Unit[] =>
  Object.entries(table).flatMap(([municipality, counts]) =>
    counts.flatMap((count, a) =>
      Array.from({ length: count }, (): Unit => ({
        values: { municipality, region: 'South', age: AGES[a]! },
        sums: { days },
      })),
    ),
  );
const at = ({ cells }: Publication, key: CellKey) => cells.find((cell) => textOfKey(cell.key) === textOfKey(key))!;

it('where all counts are told, so are all sums', () => {
  const published = publish(
    measure,
    countUnits(measure, unitsOf({ Fanø: [9, 8, 7], Billund: [9, 9, 9], Varde: [20, 20, 20], Esbjerg: [60, 60, 60] })),
  );
  expect(published.cells.filter(({ count, sums }) => count === null || sums['days'] === null)).toEqual([]);
  expect(at(published, { municipality: 'Fanø', age: 'old' }).sums['days']).toBe(140);
});

it('I-15: two small municipalities tell their counts, and their days together only', () => {
  const published = publish(
    measure,
    countUnits(measure, unitsOf({ Fanø: [2, 2, 2], Billund: [3, 2, 2], Varde: [20, 25, 22], Esbjerg: [60, 60, 60] })),
  );
  expect(at(published, { municipality: 'Fanø' })).toMatchObject({ count: 6, sums: { days: null } });
  expect(at(published, { municipality: 'Billund' })).toMatchObject({ count: 7, sums: { days: null } });
  expect(at(published, { municipality: 'Esbjerg', age: 'old' }).sums['days']).toBe(1200);
  expect(at(published, { region: 'South', age: 'old' }).sums['days']).toBe(1720);
});

it('I-15: a sum of which one citizen has more than three quarters is not told, nor the count', () => {
  const units = unitsOf({ Fanø: [9, 8, 7], Billund: [9, 9, 9], Varde: [20, 20, 20], Esbjerg: [60, 60, 60] });
  const cells = countUnits(measure, units).map((cell) =>
    textOfKey(cell.key) === textOfKey({ municipality: 'Fanø', age: 'old' })
      ? { ...cell, largest: { days: 110 } }
      : cell,
  );
  expect(at(publish(measure, cells), { municipality: 'Fanø', age: 'old' })).toMatchObject({
    count: null,
    sums: { days: null },
  });
});

it('a sum that its units cannot have is refused', () => {
  const cells = countUnits(measure, unitsOf({ Fanø: [9, 8, 7] }, 0));
  expect(() => publish(measure, cells)).toThrow(expect.objectContaining({ code: 'STATISTICS_INCONSISTENT' }));
});
