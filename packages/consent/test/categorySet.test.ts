import {
  ALL_CATEGORIES,
  DATA_CATEGORIES,
  SECTOR_OF_CATEGORY,
  categoriesOfSector,
  CATEGORY_DESCRIPTIONS,
  decodeCategories,
  encodeCategories,
  hasCategory,
  minus,
  unionOf,
  type DataCategory,
} from '@sammen/consent';
import fc from 'fast-check';

const aSet = fc.subarray([...DATA_CATEGORIES]).map((list) => new Set(list));

it('comes back from the wire as it went, in one form only', () => {
  fc.assert(
    fc.property(aSet, (set) => {
      const hex = encodeCategories(set);
      expect(hex).toMatch(/^(0|[1-9a-f][0-9a-f]*)$/);
      expect(new Set(decodeCategories(hex))).toEqual(set);
      expect(encodeCategories([...set].toReversed())).toBe(hex);
    }),
  );
});

it('is a bit per category, in the order of the list, for good', () => {
  expect(encodeCategories([])).toBe('0');
  expect(encodeCategories(['IDENTITY'])).toBe('1');
  expect(encodeCategories(['DIAGNOSIS', 'IDENTITY'])).toBe('101');
  expect(encodeCategories(['CARE_TEAM'])).toBe('200000');
  expect(encodeCategories(ALL_CATEGORIES)).toBe('3fffff');
  expect([...decodeCategories('101')]).toEqual(['IDENTITY', 'DIAGNOSIS']);
});

it.each([
  ['nothing', ''],
  ['a prefix', '0x1'],
  ['leading zeros', '01'],
  ['upper case', 'A'],
  ['a sign', '-1'],
  ['a space', ' 1'],
  ['a line end', '1\n'],
  ['an unknown category', '400000'],
  ['a very long number', 'f'.repeat(100_000)],
  ['no text', 1],
  ['undefined', undefined],
  ['null', null],
  ['a list', ['1']],
])('I-4: refuses %s instead of reading it as a set', (_, hex) => {
  expect(() => decodeCategories(hex as string)).toThrow(RangeError);
  expect(() => decodeCategories(hex as string)).toThrow(/data categories/);
});

it('I-4: refuses to write what is not a category', () => {
  const write = () => encodeCategories(['IDENTITY', 'SHOE_SIZE' as DataCategory]);
  expect(write).toThrow(RangeError);
  expect(write).toThrow(/data category/);
});

it('adds up, takes away and tells', () => {
  const set = unionOf(new Set<DataCategory>(['PLAN']), new Set<DataCategory>(['PLAN', 'HOUSING']));
  expect([...set].toSorted()).toEqual(['HOUSING', 'PLAN']);
  expect([...minus(set, new Set<DataCategory>(['PLAN', 'MEETING']))]).toEqual(['HOUSING']);
  expect([hasCategory(set, 'PLAN'), hasCategory(set, 'MEETING')]).toEqual([true, false]);
  expect([...unionOf()]).toEqual([]);
});

it('has every category in one sector, described in plain words', () => {
  for (const category of DATA_CATEGORIES) {
    expect(categoriesOfSector(SECTOR_OF_CATEGORY[category])).toContain(category);
    expect(CATEGORY_DESCRIPTIONS[category].length).toBeGreaterThan(5);
  }
});
