/** What a measure must be, what is worked out of its cells, and when it may be published. */
import {
  averageOf,
  countedTables,
  defineMeasure,
  mayRelease,
  publishedTables,
  rateOf,
  shareOf,
  textOfKey,
  type Measure,
  type PublishedCell,
} from '@sammen/statistics';

const sound: Pick<Measure, 'name' | 'areas' | 'dimensions' | 'pairs' | 'sums'> = {
  name: 'stays',
  areas: [
    { municipality: 'A', region: 'North' },
    { municipality: 'B', region: 'North' },
  ],
  dimensions: [
    { name: 'age', values: ['young', 'old'] },
    { name: 'gender', values: ['FEMALE', 'MALE'] },
  ],
  pairs: [['age', 'gender']],
  sums: [{ name: 'days', least: 1, most: Infinity }],
};

it.each<[string, Partial<Measure>]>([
  ['its areas', { areas: [] }],
  ['its areas', { areas: [sound.areas[0]!, sound.areas[0]!] }],
  ['names of dimensions', { dimensions: [{ name: 'region', values: ['a', 'b'] }], pairs: [] }],
  ['names of dimensions', { dimensions: [sound.dimensions[0]!, sound.dimensions[0]!], pairs: [] }],
  ['values of age', { dimensions: [{ name: 'age', values: ['all'] }], pairs: [] }],
  ['values of age', { dimensions: [{ name: 'age', values: ['one', 'one'] }], pairs: [] }],
  ['its pairs', { pairs: [['age', 'diagnosis']] }],
  ['its pairs', { pairs: [['age', 'age']] }],
  ['names of sums', { sums: [sound.sums[0]!, sound.sums[0]!] }],
  ['bounds of days', { sums: [{ name: 'days', least: 2, most: 1 }] }],
  ['bounds of days', { sums: [{ name: 'days', least: -1, most: 1 }] }],
])('a measure with wrong %s is refused, by name', (what, change) => {
  expect(() => defineMeasure({ ...sound, ...change })).toThrow(
    expect.objectContaining({ code: 'STATISTICS_MISDEFINED', message: expect.stringContaining(what) }),
  );
});

it('is counted in more tables than are published: pairs by municipality are for nobody to see', () => {
  const names = (tables: ReturnType<typeof countedTables>) => tables.map((table) => table.names.join('+'));
  const published = names(publishedTables(defineMeasure(sound)));
  expect(published).toContain('municipality+age');
  expect(published).toContain('age+gender');
  expect(names(countedTables(defineMeasure(sound))).filter((name) => !published.includes(name))).toEqual([
    'municipality+age+gender',
  ]);
});

it('a key is the same in whatever order, and a municipality needs no region', () => {
  expect(textOfKey({ municipality: 'A', age: 'old' })).toBe(
    textOfKey({ age: 'old', region: 'North', municipality: 'A' }),
  );
  expect(textOfKey({ region: 'North' })).not.toBe(textOfKey({}));
});

const cell = (count: number | null, days: number | null): PublishedCell => ({ key: {}, count, sums: { days } });

it('I-15: what is worked out of a figure that is not told is not told', () => {
  expect([averageOf(cell(null, null), 'days'), averageOf(cell(20, null), 'days')]).toEqual([null, null]);
  expect([averageOf(cell(20, 90), 'days'), averageOf(cell(20, 90), 'nights')]).toEqual([4.5, null]);
  expect([rateOf(cell(null, null), 5000), rateOf(cell(20, 90), 5000), rateOf(cell(20, 90), 0)]).toEqual([
    null,
    4,
    null,
  ]);
  expect([shareOf(cell(null, null), cell(20, 90)), shareOf(cell(5, 9), cell(null, null))]).toEqual([null, null]);
  expect(shareOf(cell(5, 9), cell(20, 90))).toBe(0.25);
});

it('a period is published thirty days after it ended, once, and nothing that overlaps it', () => {
  const [second, third] = [
    { from: '2026-04-01', until: '2026-07-01' },
    { from: '2026-07-01', until: '2026-10-01' },
  ];
  expect(mayRelease(third!, '2026-10-30', [])).toBe(false);
  expect(mayRelease(third!, '2026-10-31', [second!])).toBe(true);
  expect(mayRelease(third!, '2026-10-31', [second!, third!])).toBe(false);
  expect(mayRelease({ from: '2026-01-01', until: '2027-01-01' }, '2027-03-01', [second!])).toBe(false);
});
