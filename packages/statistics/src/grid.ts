/** Counted cells as dense tables, refused unless they add up: what does not is not protected by any sum of it. */
import { textOfKey, type CellKey, type CountedCell } from './cells.js';
import { statisticsError } from './errors.js';
import type { Measure } from './measure.js';
import type { Tally } from './safety.js';

/** One figure at all levels of area. */
export interface ByArea {
  readonly country: Tally;
  /** In the order of {@link Grid.regions}. */
  readonly regions: readonly Tally[];
  /** In the order of the measure's areas. */
  readonly municipalities: readonly Tally[];
}

/** All counted tables of one measure and period. */
export interface Grid {
  readonly regions: readonly string[];
  /** The region of each municipality, as an index. */
  readonly regionOf: readonly number[];
  readonly totals: ByArea;
  /** By dimension, then value. */
  readonly dimensions: readonly (readonly ByArea[])[];
  /** By pair, then value of the first, then of the second; regions are not counted for pairs. */
  readonly pairs: readonly (readonly (readonly Omit<ByArea, 'regions'>[])[])[];
}

const inconsistent = (what: string): Error =>
  statisticsError('STATISTICS_INCONSISTENT', { message: `Counted figures do not add up: ${what}.` });

/**
 * Reads cells; one that is not handed in is empty.
 * @throws STATISTICS_INCONSISTENT when a cell belongs to no table or does not add up
 */
export function readGrid(measure: Measure, cells: readonly CountedCell[]): Grid {
  const { areas, dimensions, pairs } = measure;
  const none: Tally = { count: 0, people: 0, sums: measure.sums.map(() => 0), largest: measure.sums.map(() => 0) };
  const byKey = new Map(cells.map((cell) => [textOfKey(cell.key), tallyOf(measure, cell)]));
  if (byKey.size !== cells.length) throw inconsistent('a cell is there twice');
  const regions = [...new Set(areas.map(({ region }) => region))];
  const regionOf = areas.map(({ region }) => regions.indexOf(region));
  let used = 0;
  const at = (key: CellKey): Tally => {
    const found = byKey.get(textOfKey(key));
    if (found !== undefined) used++;
    return found ?? none;
  };
  const leaves = (key: CellKey): Tally[] => areas.map(({ municipality }) => at({ ...key, municipality }));
  const byArea = (key: CellKey): ByArea => {
    const found = {
      country: at(key),
      regions: regions.map((region) => at({ ...key, region })),
      municipalities: leaves(key),
    };
    addUp(found.regions, found.country, 'regions');
    found.regions.forEach((region, n) =>
      addUp(
        found.municipalities.filter((_, m) => regionOf[m] === n),
        region,
        'municipalities',
      ),
    );
    return found;
  };
  const totals = byArea({});
  const crossed = dimensions.map(({ name, values }) => {
    const lines = values.map((value) => byArea({ [name]: value }));
    everyLine(totals, lines, name);
    return lines;
  });
  const paired = pairs.map(([first, second]) => {
    const [one, other] = [first, second].map((name) => dimensions.findIndex((each) => each.name === name)) as [
      number,
      number,
    ];
    const table = dimensions[one]!.values.map((a) =>
      dimensions[other]!.values.map((b) => {
        const key = { [first]: a, [second]: b };
        const found = { country: at(key), municipalities: leaves(key) };
        addUp(found.municipalities, found.country, `municipalities by ${first} and ${second}`);
        return found;
      }),
    );
    table.forEach((row, a) => everyLine(crossed[one]![a]!, row, second));
    crossed[other]!.forEach((whole, b) =>
      everyLine(
        whole,
        table.map((row) => row[b]!),
        first,
      ),
    );
    return table;
  });
  if (used !== cells.length) throw inconsistent('a cell belongs to no table of the measure');
  return { regions, regionOf, totals, dimensions: crossed, pairs: paired };
}

function tallyOf({ sums: named }: Measure, { count, people, sums, largest }: CountedCell): Tally {
  const tally = {
    count,
    people,
    sums: named.map(({ name }) => sums?.[name] ?? 0),
    largest: named.map(({ name }) => largest?.[name] ?? 0),
  };
  const isWhole = [count, people, ...tally.sums].every((each) => Number.isSafeInteger(each) && each >= 0);
  if (!isWhole || people > count || (people === 0) !== (count === 0))
    throw inconsistent('a count or a number of people');
  if (
    named.some(
      ({ least, most }, n) =>
        tally.sums[n]! < least * count || (count === 0 ? tally.sums[n]! > 0 : tally.sums[n]! > most * count),
    )
  )
    throw inconsistent('a sum is out of its bounds');
  return tally;
}

/** Do the values of a dimension add up, for each area and the whole? */
function everyLine(
  whole: Omit<ByArea, 'regions'> | ByArea,
  lines: readonly (Omit<ByArea, 'regions'> | ByArea)[],
  name: string,
): void {
  addUp(
    lines.map(({ country }) => country),
    whole.country,
    name,
  );
  whole.municipalities.forEach((each, m) =>
    addUp(
      lines.map(({ municipalities }) => municipalities[m]!),
      each,
      name,
    ),
  );
}

function addUp(parts: readonly Tally[], whole: Tally, name: string): void {
  const total = (read: (tally: Tally) => number): number => parts.reduce((sum, part) => sum + read(part), 0);
  const isPeopleSound =
    parts.every(({ people }) => people <= whole.people) && whole.people <= total(({ people }) => people);
  if (
    total(({ count }) => count) !== whole.count ||
    !isPeopleSound ||
    whole.sums.some((sum, n) => sum !== total(({ sums }) => sums[n]!))
  )
    throw inconsistent(`values of ${name}`);
}
