/** An analyst who asks for everything there is and owns a solver works out no figure that was held back. */
import { LEAST_WIDTH, type PublishedCell } from '@sammen/statistics';
import { createAttacker } from '../../packages/statistics/test/support/attacker';
import type { Measure } from '../../packages/subgraph-kit/src/statistics/measure';
import { placesOf } from '../../packages/subgraph-kit/src/statistics/places';
import { familyOf, PART_TABLES, PART_VALUES } from '../../packages/subgraph-kit/src/statistics/tables';
import { statistics as ofCoordination } from '../../subgraphs/coordination/src/statistics/index';
import { statistics as ofNgo } from '../../subgraphs/ngo/src/statistics/index';
import { statistics as ofPsychiatry } from '../../subgraphs/psychiatry/src/statistics/index';
import { askAsAnalyst, type Row, tableOf, untilReleased } from '../support/askStatistics';
import { dayAfter, daysOf } from '../support/happened/quarters';
import { useSystem } from '../support/system';

const system = useSystem();
const MEASURES: readonly Measure[] = [...ofPsychiatry.measures, ...ofNgo.measures, ...ofCoordination.measures];
/** So many held back figures of each measure are attacked, spread over all tables. */
const MOST = 30;

beforeAll(() => untilReleased(system, 'admissions', 'mentorships', 'agreements', 'overdueFollowUps'), 90_000);

/** The names of all tables that the graph offers for a field. */
async function tablesOf(field: string): Promise<string[]> {
  const query = `{ __type(name: "Statistics") { fields { name args { name type { ofType { enumValues { name } } } } } } }`;
  const { body } = await askAsAnalyst(system, query);
  const found = body.data!['__type'].fields.find(({ name }: { name: string }) => name === field);
  const by = found.args.find(({ name }: { name: string }) => name === 'by');
  return by.type.ofType.enumValues.map(({ name }: { name: string }) => name);
}

function cellOf(row: Row, part?: string): PublishedCell {
  const { municipality, ageGroup, gender } = row;
  const region = municipality === null ? row.region : null;
  const named = { region, municipality, ageGroup, gender, kind: row.kind ?? row.diagnosisGroup, part: part ?? null };
  const key = Object.fromEntries(Object.entries(named).filter((entry): entry is [string, string] => entry[1] !== null));
  return { key, count: row.value, sums: {} };
}

it.each(['admissions', 'mentorships', 'agreements', 'overdueFollowUps'])(
  'I-15: all tables of %s taken together leave every figure that is held back at least six values',
  async (field) => {
    const measure = MEASURES.find((each) => each.field === field)!;
    const tables = await Promise.all((await tablesOf(field)).map((by) => tableOf(system, field, by, 1)));
    const part = measure.part?.field;
    const ofPart =
      part === undefined ? [] : await Promise.all((await tablesOf(part)).map((by) => tableOf(system, part, by, 1)));
    expect(ofPart.length).toBe(part === undefined ? 0 : PART_TABLES.length);
    const rows = tables.flat();
    const cells = [...rows.map((row) => cellOf(row)), ...ofPart.flat().map((row) => cellOf(row, PART_VALUES[0]))];
    // Everybody lives in one region; which municipalities belong to it is no secret.
    const [period, ...more] = new Set(rows.map((row) => row.period));
    expect(more).toEqual([]);
    const [firstDay, lastDay] = daysOf(period!);
    const areas = placesOf({ period: period!, firstDay, nextDay: dayAfter(lastDay) }, new Map([['0561', 220]]));
    const attacker = await createAttacker(familyOf(measure, areas), {
      measure: field,
      cells,
      withoutPairs: [],
    });
    try {
      const hidden = cells.filter(({ count }) => count === null);
      expect(hidden.length).toBeGreaterThan(20);
      const chosen = hidden.filter((_, at) => at % Math.ceil(hidden.length / MOST) === 0);
      const narrow = chosen.flatMap(({ key }) => {
        const { least, most } = attacker.rangeOf(key);
        return most - least < LEAST_WIDTH ? [{ key, least, most }] : [];
      });
      expect(narrow).toEqual([]);
    } finally {
      attacker.dispose();
    }
  },
  60_000,
);
