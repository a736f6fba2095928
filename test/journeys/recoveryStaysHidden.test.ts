/** Seven measures about the same citizens are one: an analyst who lays all their tables together works out no figure either. */
import { LEAST_WIDTH, type PublishedCell } from '@sammen/statistics';
import { createAttacker } from '../../packages/statistics/test/support/attacker';
import { placesOf } from '../../packages/subgraph-kit/src/statistics/places';
import { settledQuarters } from '../../packages/subgraph-kit/src/statistics/quarters';
import { familyOf, TABLES } from '../../packages/subgraph-kit/src/statistics/tables';
import { recovery } from '../../subgraphs/coordination/src/statistics/recovery';
import { type Row, tableOf, untilReleased } from '../support/askStatistics';
import { useSystem } from '../support/system';

const system = useSystem();
const WITHOUT_KIND = Object.keys(TABLES).filter((table) => !table.includes('KIND'));
const BY_KIND = ['KIND', 'REGION_AND_KIND', 'MUNICIPALITY_AND_KIND'];
/** So many held back figures of each measure are attacked, spread over its tables. */
const MOST = 5;

const whole: Row[][] = [];
const byKind: Row[][] = [];

beforeAll(async () => {
  await untilReleased(system, ...recovery.map(({ field }) => field));
  for (const { field } of recovery) {
    whole.push((await Promise.all(WITHOUT_KIND.map((by) => tableOf(system, field, by, 1)))).flat());
    byKind.push((await Promise.all(BY_KIND.map((by) => tableOf(system, field, by, 1)))).flat());
  }
}, 90_000);

it('I-15: what is not about a measure’s own dimension is told of all seven alike', () => {
  const [change, ...others] = whole;
  expect(change!.some(({ suppressed }) => suppressed)).toBe(true);
  expect(change!.some(({ suppressed }) => !suppressed)).toBe(true);
  for (const other of others) expect(other).toEqual(change);
});

it('I-15: all tables of all seven taken together leave every figure that is held back at least six values', async () => {
  const newest = settledQuarters(new Date().toISOString().slice(0, 10)).at(-1)!;
  const family = familyOf(recovery[0]!, placesOf(newest, new Map([['0561', 220]])));
  const together = {
    ...family,
    dimensions: [
      ...family.dimensions.filter(({ name }) => name !== 'kind'),
      ...recovery.map(({ field, kinds }) => ({ name: field, values: kinds.map(({ code }) => code) })),
    ],
  };
  const cells = [
    ...whole[0]!.map((row) => cellOf(row)),
    ...byKind.flatMap((rows, at) => rows.map((row) => cellOf(row, recovery[at]!.field))),
  ];
  const attacker = await createAttacker(together, { measure: 'recovery', cells, withoutPairs: [] });
  try {
    const narrow = recovery.flatMap(({ field }, at) => {
      const hidden = byKind[at]!.filter(({ suppressed }) => suppressed).map((row) => cellOf(row, field));
      expect(hidden.length).toBeGreaterThan(MOST);
      return hidden
        .filter((_, place) => place % Math.ceil(hidden.length / MOST) === 0)
        .flatMap(({ key }) => {
          const { least, most } = attacker.rangeOf(key);
          return most - least < LEAST_WIDTH ? [{ key, least, most }] : [];
        });
    });
    expect(narrow).toEqual([]);
  } finally {
    attacker.dispose();
  }
}, 60_000);

function cellOf(row: Row, dimension?: string): PublishedCell {
  const { municipality, ageGroup, gender, kind } = row;
  const region = municipality === null ? row.region : null;
  const named = { region, municipality, ageGroup, gender, ...(dimension === undefined ? {} : { [dimension]: kind }) };
  const key = Object.fromEntries(Object.entries(named).filter((entry): entry is [string, string] => entry[1] !== null));
  return { key, count: row.value, sums: {} };
}
