/** An analyst asks for figures: all sectors in one question, small numbers held back, and nobody's name anywhere. */
import { PERSONAS, type PersonaName } from '@sammen/population';
import { askAsAnalyst, MEASURES, tableOf, untilReleased } from '../support/askStatistics';
import { useSystem } from '../support/system';

const system = useSystem();
const ALL = Object.values(MEASURES).flat();

beforeAll(() => untilReleased(system, ...ALL), 90_000);

it('one question brings figures of every sector, each with its definition and the day of its release', async () => {
  const fields = ALL.map(
    (field) =>
      `${field} { measure unit definitionDanish definitionEnglish releasedAt rows { value suppressed releasedAt } }`,
  );
  const { body } = await askAsAnalyst(system, `{ statistics { fewestCitizens ${fields.join(' ')} } }`);
  expect(body.errors).toBeUndefined();
  const { fewestCitizens, ...tables } = body.data!['statistics'];
  expect(fewestCitizens).toBe(5);
  for (const [field, table] of Object.entries<any>(tables)) {
    expect([field, table.measure, table.rows.length]).toEqual([field, field, 8]);
    expect([table.definitionDanish.length > 20, table.definitionEnglish.length > 20]).toEqual([true, true]);
    expect(table.rows.every((row: any) => Date.parse(row.releasedAt) <= Date.now())).toBe(true);
  }
  // The population is two years old, whatever the day: its first quarters can be empty.
  const admissions = tables.admissions.rows.slice(-4).map(({ value }: any) => value);
  expect(admissions.every((value: unknown) => typeof value === 'number' && value >= 5)).toBe(true);
});

it('a row names its place in plain words, and the quarter by its days', async () => {
  const query = `{ statistics { admissions(by: MUNICIPALITY, quarters: 1, municipality: "0561") {
    rows { period firstDay lastDay region regionName municipality municipalityName nameDanish } } } }`;
  const { body } = await askAsAnalyst(system, query);
  const [row, ...more] = body.data!['statistics'].admissions.rows;
  expect(more).toEqual([]);
  expect(row).toMatchObject({ regionName: 'Region Syddanmark', municipality: '0561', municipalityName: 'Esbjerg' });
  const { period, firstDay, lastDay } = row as Record<string, string>;
  const [year, month] = firstDay!.split('-').map(Number) as [number, number];
  expect(period).toBe(`${year}-Q${(month + 2) / 3}`);
  expect(lastDay).toBe(new Date(Date.UTC(year, month + 2, 0)).toISOString().slice(0, 10));
});

it('with 220 citizens some numbers are told and some are held back, and a held back one has no value', async () => {
  const rows = (
    await Promise.all(
      ['admissions', 'socialServices', 'meetings'].map((field) => tableOf(system, field, 'MUNICIPALITY')),
    )
  ).flat();
  const told = rows.filter(({ suppressed }) => !suppressed);
  expect(told.length).toBeGreaterThan(100);
  expect(rows.length - told.length).toBeGreaterThan(50);
  expect(rows.filter(({ suppressed, value }) => suppressed !== (value === null))).toEqual([]);
  expect(Math.min(...told.map(({ value }) => value!))).toBeGreaterThanOrEqual(5);
});

it('a refused field costs its own figures and no others', async () => {
  const { body } = await askAsAnalyst(system, `{ statistics { admissions(quarters: 41) { unit } meetings { unit } } }`);
  expect(body.data!['statistics']).toEqual({ admissions: null, meetings: { unit: 'COUNT' } });
  expect(body.errors?.map(({ extensions }) => [extensions.code, extensions.field])).toEqual([
    ['INVALID_INPUT', 'quarters'],
  ]);
});

describe('everybody else', () => {
  const OTHERS = (Object.keys(PERSONAS) as PersonaName[]).filter((name) => name !== 'analyst');

  it.each(OTHERS)('%s is refused the figures of every sector, through the gateway and directly', async (persona) => {
    for (const [sector, [field]] of Object.entries(MEASURES))
      for (const service of ['gateway', sector]) {
        const query = `{ statistics { ${field} { rows { value } } } }`;
        const { body } = await system.graphql(system.urls[service]!, { persona, query });
        expect([service, body.data, body.errors?.map(({ extensions }) => extensions.code)]).toEqual([
          service,
          { statistics: null },
          ['NOT_ALLOWED'],
        ]);
      }
  });
});
