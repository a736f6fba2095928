/** A chart counts rows or adds numbers, and says how much it leaves out. */
import { likeliestChoice, seriesOf } from '../src/chart/seriesOf';
import type { Table } from '../src/rows/tableOf';

const table: Table = {
  columns: [
    { key: 'id', label: 'id', isNumeric: false },
    { key: 'place', label: 'place', isNumeric: false },
    { key: 'days', label: 'days', isNumeric: true },
  ],
  rows: [
    ['1', 'Varde', 3],
    ['2', 'Esbjerg', 10],
    ['3', 'Esbjerg', null],
    ['4', null, 5],
  ].map((row) => row.map((value) => ({ value }))),
};

it('groups by the first column of words that repeats', () => {
  expect(likeliestChoice(table)).toEqual({ kind: 'BAR', x: 1, y: null, measure: 'COUNT' });
});

it('adds the figures of statistics', () => {
  const columns = table.columns.map((column) => (column.key === 'days' ? { ...column, label: 'value' } : column));
  expect(likeliestChoice({ ...table, columns })).toEqual({ kind: 'BAR', x: 1, y: 2, measure: 'SUM' });
});

it('bars are the largest first, and rows without a value have a bar of their own', () => {
  const { points } = seriesOf(table, { kind: 'BAR', x: 1, y: null, measure: 'COUNT' }, 'da');
  expect(points).toEqual([
    { label: 'Esbjerg', value: 2 },
    { label: 'Varde', value: 1 },
    { label: null, value: 1 },
  ]);
});

it('a withheld or missing number counts neither in the sum nor in the mean', () => {
  const points = (measure: 'SUM' | 'MEAN') => seriesOf(table, { kind: 'LINE', x: 1, y: 2, measure }, 'da').points;
  expect(points('SUM')).toEqual([
    { label: 'Esbjerg', value: 10 },
    { label: 'Varde', value: 3 },
    { label: null, value: 5 },
  ]);
  expect(points('MEAN')[0]).toEqual({ label: 'Esbjerg', value: 10 });
  const without = (measure: 'SUM' | 'COUNT') =>
    seriesOf(table, { kind: 'BAR', x: 1, y: 2, measure }, 'da').withoutNumber;
  expect([without('SUM'), without('COUNT')]).toEqual([1, 0]);
});

it('draws as much as can be read and says how many are left out', () => {
  const many: Table = { ...table, rows: Array.from({ length: 100 }, (_, index) => [{ value: `n${index}` }]) };
  const { points, leftOut } = seriesOf(many, { kind: 'BAR', x: 0, y: null, measure: 'COUNT' }, 'da');
  expect([points.length, leftOut]).toEqual([40, 60]);
});
