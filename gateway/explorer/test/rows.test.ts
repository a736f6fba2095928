/** An answer as a table: nobody drops out of it, nothing is multiplied, and what is not told does not look empty. */
import { absencesOf } from '../src/rows/absences';
import { likeliestRows, rowListsOf } from '../src/rows/rowLists';
import { sortRows } from '../src/rows/sortRows';
import { tableOf } from '../src/rows/tableOf';

const nothing = absencesOf({});
const CASELOAD = {
  citizens: {
    totalCount: 3,
    nodes: [
      {
        name: 'Ane',
        municipality: { name: 'Esbjerg' },
        tags: ['a', 'b'],
        stays: { nodes: [{ days: 3 }, { days: 10 }] },
        goals: [{ text: 'x' }, { text: 'y' }],
        team: [{ role: 'A', name: 'B' }],
      },
      { name: 'Bo', municipality: null, tags: [], stays: { nodes: [] }, goals: [], team: [] },
      { name: 'Åse', municipality: { name: 'Varde' }, tags: [], stays: null, goals: null, team: [] },
    ],
  },
};
const valuesOf = (table: ReturnType<typeof tableOf>) => table.rows.map((row) => row.map(({ value }) => value));
const labelsOf = (table: ReturnType<typeof tableOf>) => table.columns.map(({ label }) => label);

it('every list of objects can be the rows; the longest of the outermost is meant at first', () => {
  const lists = rowListsOf(CASELOAD);
  expect(lists.map(({ path, count, depth }) => [path.join('.'), count, depth])).toEqual([
    ['citizens.nodes', 3, 0],
    ['citizens.nodes.stays.nodes', 2, 1],
    ['citizens.nodes.goals', 2, 1],
    ['citizens.nodes.team', 1, 1],
  ]);
  expect(likeliestRows(lists)?.path).toEqual(['citizens', 'nodes']);
  expect(likeliestRows([])).toBeUndefined();
});

it('lists inside a row are joined where they have one field, else counted, and multiply nothing', () => {
  const table = tableOf(CASELOAD, ['citizens', 'nodes'], nothing);
  expect(labelsOf(table)).toEqual([
    'name',
    'municipality.name',
    'tags',
    'stays',
    'goals',
    'team',
    'citizens.totalCount',
  ]);
  expect(valuesOf(table)).toEqual([
    ['Ane', 'Esbjerg', 'a; b', '3; 10', 'x; y', 1, 3],
    ['Bo', null, null, null, null, null, 3],
    ['Åse', 'Varde', null, null, null, null, 3],
  ]);
});

it('with an inner list as rows, what is above is repeated, and who has no item in it keeps a row', () => {
  const table = tableOf(CASELOAD, ['citizens', 'nodes', 'stays', 'nodes'], nothing);
  const name = table.columns.findIndex(({ key }) => key === 'citizens.nodes.name');
  const days = table.columns.findIndex(({ label }) => label === 'days');
  expect(table.rows.map((row) => [row[name]!.value, row[days]!.value])).toEqual([
    ['Ane', 3],
    ['Ane', 10],
    ['Bo', null],
    ['Åse', null],
  ]);
  expect(table.columns[days]!.isNumeric).toBe(true);
});

it('a cell says whether it is withheld, unknown or empty, also where a whole object or list is not told', () => {
  const body = {
    errors: [{ extensions: { paths: [['citizens', 'nodes', '@', 'tags']] } }],
    extensions: {
      consent: {
        withheld: [{ path: ['citizens', 'nodes', 1, 'municipality'] }, { path: ['citizens', 'nodes', 2, 'stays'] }],
      },
    },
  };
  const data = {
    citizens: {
      nodes: [
        { name: 'Ane', municipality: { name: 'Esbjerg' }, tags: null, stays: [{ days: 1 }] },
        { name: 'Bo', municipality: null, tags: null, stays: [] },
        { name: null, municipality: null, tags: null, stays: null },
      ],
    },
  };
  const table = tableOf(data, ['citizens', 'nodes', 'stays'], absencesOf(body));
  const by = (label: string) => table.columns.findIndex((column) => column.label.endsWith(label));
  const absences = (label: string) => table.rows.map((row) => row[by(label)]!.absence);
  expect(absences('municipality.name')).toEqual([undefined, 'WITHHELD', undefined]);
  expect(absences('tags')).toEqual(['FAILED', 'FAILED', 'FAILED']);
  expect(absences('days')).toEqual([undefined, undefined, 'WITHHELD']);
  expect(absences('citizens.name')).toEqual([undefined, undefined, undefined]);
});

it('an answer without a list is one row, and columns that would be called the same are named from the top', () => {
  const table = tableOf({ a: { nodes: { x: 1 }, x: 2 } }, undefined, nothing);
  expect(table.columns.map(({ label }) => label)).toEqual(['a.nodes.x', 'a.x']);
  expect(valuesOf(table)).toEqual([[1, 2]]);
  expect(tableOf(null, undefined, nothing).columns).toHaveLength(1);
});

it('sorts numbers by size and words as Danes do, with nothing always last', () => {
  const rows = ['Åse', 'Zita', null, 'Ane', 10, 9].map((value) => [{ value }]);
  const sorted = (isDescending: boolean) =>
    sortRows(rows, { column: 0, isDescending }, 'da').map(([cell]) => cell!.value);
  expect(sorted(false)).toEqual([9, 10, 'Ane', 'Zita', 'Åse', null]);
  expect(sorted(true)).toEqual(['Åse', 'Zita', 'Ane', 10, 9, null]);
  expect(sortRows(rows, undefined, 'da')).toBe(rows);
});

it('100,000 rows become a table in less than two seconds', () => {
  const nodes = Array.from({ length: 100_000 }, (_, index) => ({ id: index, name: `n${index}`, place: { name: 'x' } }));
  const began = process.cpuUsage().user;
  expect(tableOf({ nodes }, ['nodes'], nothing).rows).toHaveLength(100_000);
  expect((process.cpuUsage().user - began) / 1000).toBeLessThan(2000);
});
