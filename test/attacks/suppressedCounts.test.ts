/**
 * Somebody works out a count that was left out of published statistics: by hand, as one does with pencil and paper, and
 * with a solver. Each attack is first seen to succeed where small counts alone are left out.
 */
import {
  averageOf,
  defineMeasure,
  LEAST_PEOPLE,
  LEAST_WIDTH,
  mayRelease,
  publish,
  shareOf,
  textOfKey,
  type CellKey,
  type Publication,
  type PublishedCell,
} from '@sammen/statistics';
import fc from 'fast-check';
import { createAttacker } from '../../packages/statistics/test/support/attacker';
import { countUnits, type Unit } from '../../packages/statistics/test/support/countUnits';
import { someFamily, type Family } from '../../packages/statistics/test/support/families';

const AGES = ['18-29', '30-59', '60+'];
const QUARTERS = ['Q1', 'Q2', 'Q3', 'Q4'];
const measure = defineMeasure({
  name: 'admissions',
  areas: [
    { municipality: 'Fanø', region: 'South' },
    { municipality: 'Varde', region: 'South' },
    { municipality: 'Esbjerg', region: 'South' },
    { municipality: 'Læsø', region: 'North' },
    { municipality: 'Aalborg', region: 'North' },
  ],
  dimensions: [
    { name: 'age', values: AGES },
    { name: 'quarter', values: QUARTERS },
  ],
  sums: [{ name: 'days', least: 1, most: Infinity }],
});

/** Stays by municipality and age; quarters go round, but of the oldest in Varde there is one in the last quarter alone. */
const TABLE: Readonly<Record<string, readonly number[]>> = {
  Fanø: [9, 14, 2],
  Varde: [12, 23, 3],
  Esbjerg: [40, 81, 37],
  Læsø: [1, 2, 0],
  Aalborg: [61, 93, 58],
};
const UNITS: readonly Unit[] = Object.entries(TABLE).flatMap(([municipality, counts]) =>
  counts.flatMap((count, a) =>
    Array.from({ length: count }, (_, n): Unit => {
      const region = municipality === 'Læsø' || municipality === 'Aalborg' ? 'North' : 'South';
      const quarter = municipality === 'Varde' && n === 0 ? 'Q4' : QUARTERS[n % 3]!;
      return { values: { municipality, region, age: AGES[a]!, quarter }, sums: { days: 7 } };
    }),
  ),
);

/** Leaves out what is unsafe itself and nothing else; of what is left out the days are told, if they are told at all. */
function smallCountsOnly({ measure: from, units }: Family, tellsDays = false): Publication {
  const counted = new Map(countUnits(from, units).map((cell) => [textOfKey(cell.key), cell]));
  const cells = publish(from, [...counted.values()]).cells.map(({ key }): PublishedCell => {
    const cell = counted.get(textOfKey(key));
    const isSafe = (cell?.people ?? 0) >= LEAST_PEOPLE;
    const sums = Object.fromEntries(
      from.sums.map(({ name }) => [name, isSafe || tellsDays ? (cell?.sums?.[name] ?? 0) : null]),
    );
    return { key, count: isSafe ? cell!.count : null, sums };
  });
  return { measure: from.name, cells, withoutPairs: [] };
}

const family: Family = { measure, units: UNITS };
const published = publish(measure, countUnits(measure, UNITS));
const cellOf = ({ cells }: Publication, key: CellKey): PublishedCell =>
  cells.find((cell) => textOfKey(cell.key) === textOfKey(key))!;

/** What is left of a whole when parts are taken away; null where one of them is not told. */
function minus(from: Publication, whole: CellKey, parts: readonly CellKey[]): number | null {
  const [first, ...others] = [whole, ...parts].map((key) => cellOf(from, key).count);
  return others.reduce<number | null>(
    (left, one) => (left === null || one === null ? null : left - one),
    first ?? null,
  );
}

/** Ways to work out a count with pencil and paper, and the count. */
const BY_HAND: readonly (readonly [name: string, secret: number, workOut: (from: Publication) => number | null])[] = [
  [
    'all ages minus the other ages',
    2,
    (from) =>
      minus(
        from,
        { municipality: 'Fanø' },
        ['18-29', '30-59'].map((age) => ({ municipality: 'Fanø', age })),
      ),
  ],
  [
    'a region minus its other municipalities',
    3,
    (from) => minus(from, { region: 'North' }, [{ municipality: 'Aalborg' }]),
  ],
  [
    'a year minus its other quarters',
    3,
    (from) =>
      minus(
        from,
        { municipality: 'Varde' },
        ['Q1', 'Q2', 'Q3'].map((quarter) => ({ municipality: 'Varde', quarter })),
      ),
  ],
  [
    'the country minus other municipalities, all in one age',
    0,
    (from) => minus(from, { region: 'North', age: '60+' }, [{ municipality: 'Aalborg', age: '60+' }]),
  ],
  [
    'two questions that differ in one municipality',
    3,
    (from) => minus(from, {}, [{ region: 'South' }, { municipality: 'Aalborg' }]),
  ],
  [
    'a line of a line: one age of a region, minus what is known of its municipalities',
    5,
    (from) => minus(from, { region: 'South', age: '60+' }, [{ municipality: 'Esbjerg', age: '60+' }]),
  ],
];

it.each(BY_HAND)(
  'I-15: %s tells a small count where only small counts are left out, and nothing here',
  (_, secret, workOut) => {
    expect(workOut(smallCountsOnly(family))).toBe(secret);
    expect(workOut(published)).toBeNull();
  },
);

it('I-15: days divided by the average tell a count, so neither is told where the count is not', () => {
  const key = { municipality: 'Fanø', age: '60+' };
  const careless = cellOf(smallCountsOnly(family, true), key);
  expect(careless.sums['days']! / 7).toBe(2);
  const cell = cellOf(published, key);
  expect([cell.count, cell.sums['days'], averageOf(cell, 'days')]).toEqual([null, null, null]);
  const shares = AGES.map((age) =>
    shareOf(cellOf(published, { municipality: 'Fanø', age }), cellOf(published, { municipality: 'Fanø' })),
  );
  expect(shares.filter((share) => share === null).length).toBeGreaterThan(1);
});

/** Without the oldest of Fanø. */
const YOUNGER = UNITS.filter(({ values }) => values['municipality'] !== 'Fanø' || values['age'] !== '60+');

it('I-15: nobody at all is not told either: it says something about everybody', () => {
  const told = publish(measure, countUnits(measure, YOUNGER));
  expect(cellOf(told, { municipality: 'Fanø', age: '60+' }).count).toBeNull();
  expect(told.cells.filter(({ count }) => count === 0)).toEqual([]);
});

it('I-15: many stays of few citizens are a small count', () => {
  const few = Array.from({ length: 60 }, (_, n): Unit => ({
    ...UNITS[0]!,
    values: { ...UNITS[0]!.values, age: '60+' },
    citizen: n % 3,
  }));
  const units = [...YOUNGER, ...few];
  expect(cellOf(publish(measure, countUnits(measure, units)), { municipality: 'Fanø', age: '60+' }).count).toBeNull();
});

it('I-15: a citizen who was taken out between two publications of one period would be seen; there is only one', () => {
  const rest = UNITS.slice(1);
  const before = cellOf(published, {}).count!;
  const after = cellOf(publish(measure, countUnits(measure, rest)), {}).count!;
  expect(before - after).toBe(1);
  const year = { from: '2025-01-01', until: '2026-01-01' };
  const quarter = { from: '2025-10-01', until: '2026-01-01' };
  expect(mayRelease(year, '2026-01-30', [])).toBe(false);
  expect(mayRelease(year, '2026-02-01', [])).toBe(true);
  expect(mayRelease(year, '2026-02-01', [year])).toBe(false);
  expect(mayRelease(quarter, '2026-02-01', [year])).toBe(false);
});

/** Cells that were left out and that a solver bounds to fewer than six values, with what it bounds them to. */
async function narrowed({ measure: from }: Family, publication: Publication): Promise<string[]> {
  const attacker = await createAttacker(from, publication);
  try {
    return publication.cells.flatMap(({ key, count }) => {
      if (count !== null) return [];
      const { least, most } = attacker.rangeOf(key);
      return most - least < LEAST_WIDTH ? [`${textOfKey(key)}: ${least} to ${most}`] : [];
    });
  } finally {
    attacker.dispose();
  }
}

it('I-15: a solver that has every published cell finds six numbers or more that each could be', async () => {
  const careless = await narrowed(family, smallCountsOnly(family));
  expect(careless).toContain('age=60+&municipality=Fanø: 2 to 2');
  expect(await narrowed(family, published)).toEqual([]);
});

it('I-15: and so for random families, where small counts alone would be worked out in most', async () => {
  let found = 0;
  const families = fc
    .sample(someFamily(false), { numRuns: 40, seed: 5 })
    .filter(({ units }) => units.length > 60)
    .slice(0, 10);
  for (const one of families) {
    if ((await narrowed(one, smallCountsOnly(one))).length > 0) found++;
    expect(await narrowed(one, publish(one.measure, countUnits(one.measure, one.units)))).toEqual([]);
  }
  expect(found).toBeGreaterThan(families.length / 2);
});

/** Long stays and short ones, so that days tell in which cell somebody must be. */
const DAYS: Readonly<Record<string, readonly (readonly number[])[]>> = {
  Fanø: [
    [85, 1, 1, 1, 86, 39],
    [1, 87],
    [1, 1, 3, 1, 1],
  ],
  Varde: [[86, 20, 3, 84], [8], [58, 48, 71]],
  Esbjerg: [[1, 64, 5, 20], [], [6]],
};

it('I-15: days that are told do not narrow the counts that are not', async () => {
  const south = defineMeasure({
    ...measure,
    areas: measure.areas.filter(({ region }) => region === 'South'),
    dimensions: [{ name: 'age', values: AGES }],
  });
  const units = Object.entries(DAYS).flatMap(([municipality, ages]) =>
    ages.flatMap((stays, a) =>
      stays.map((days): Unit => ({ values: { municipality, region: 'South', age: AGES[a]! }, sums: { days } })),
    ),
  );
  const told = publish(south, countUnits(south, units));
  expect(cellOf(told, { age: '18-29' }).sums['days']).toBe(496);
  expect(await narrowed({ measure: south, units }, told)).toEqual([]);
});
