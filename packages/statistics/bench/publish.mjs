/**
 * What it costs to decide what is told of one measure in one quarter, beside another build of this package in turn:
 * `node packages/statistics/bench/publish.mjs path/to/other/packages/statistics/dist/index.js [rounds]`.
 * Both must publish the very same. Milliseconds of processor time, measured and never asserted: of all rounds the least,
 * which other work disturbs least, and the median. Build first (`npx tsc -b`).
 */
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const here = await import('../dist/index.js');
const there = process.argv[2] === undefined ? null : await import(pathToFileURL(resolve(process.argv[2])).href);
const ROUNDS = Number(process.argv[3] ?? 9);

/** The same numbers on every machine: mulberry32. */
function randomOf(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const named = (letter, size) => Array.from({ length: size }, (_, at) => `${letter}${at}`);

/** As the measures of psychiatry are: Denmark's 98 municipalities, age by gender, main diagnosis by readmission. */
function measureOf({ hasPart, hasSums }) {
  return here.defineMeasure({
    name: 'bench',
    areas: named('m', 98).map((municipality, at) => ({ municipality, region: `r${at % 5}` })),
    dimensions: [
      { name: 'ageGroup', values: named('a', 7) },
      { name: 'gender', values: named('g', 2) },
      { name: 'kind', values: named('k', 11) },
      ...(hasPart ? [{ name: 'part', values: ['PART', 'REST'] }] : []),
    ],
    pairs: [['ageGroup', 'gender'], ...(hasPart ? [['kind', 'part']] : [])],
    sums: hasSums ? [{ name: 'amount', least: 1, most: hasSums === 'BOUNDED' ? 92 : Infinity }] : [],
  });
}

/** Small municipalities and rare values have few, as they do. */
function cellsOf(measure, units, seed) {
  const random = randomOf(seed);
  const skewed = (size) => Math.floor(size * random() ** 2);
  const tables = here.countedTables(measure).map(({ names }) => names);
  const cells = new Map();
  for (let unit = 0; unit < units; unit++) {
    const citizen = Math.floor(unit * 0.7);
    const area = measure.areas[measure.areas.length - 1 - skewed(measure.areas.length)];
    const values = { ...area };
    for (const { name, values: all } of measure.dimensions) values[name] = all[skewed(all.length)];
    const amount = 1 + Math.floor(60 * random() ** 3);
    for (const names of tables) {
      const key = Object.fromEntries(names.map((name) => [name, values[name]]));
      const text = here.textOfKey(key);
      if (!cells.has(text)) cells.set(text, { key, count: 0, people: new Set(), amounts: new Map() });
      const cell = cells.get(text);
      cell.count++;
      cell.people.add(citizen);
      cell.amounts.set(citizen, (cell.amounts.get(citizen) ?? 0) + amount);
    }
  }
  return [...cells.values()].map(({ key, count, people, amounts }) => ({
    key,
    count,
    people: people.size,
    sums: { amount: [...amounts.values()].reduce((sum, each) => sum + each, 0) },
    largest: { amount: Math.max(...amounts.values()) },
  }));
}

/** Processor milliseconds, and what was published. */
function timed(publish, measure, cells) {
  const before = process.cpuUsage();
  const publication = publish(measure, cells);
  const { user, system } = process.cpuUsage(before);
  return { milliseconds: (user + system) / 1000, publication };
}

const rounded = (number) => Number(number.toFixed(1));
const least = (list) => rounded(Math.min(...list));
const median = (list) => list.toSorted((one, other) => one - other)[Math.floor(list.length / 2)];
const KINDS = [
  ['counts', { hasPart: false, hasSums: false }],
  ['counts with a part', { hasPart: true, hasSums: false }],
  ['days', { hasPart: false, hasSums: 'BOUNDED' }],
  ['average days', { hasPart: false, hasSums: true }],
];

for (const units of [1_000, 4_000, 25_000])
  for (const [name, options] of KINDS) {
    const measure = measureOf(options);
    const cells = cellsOf(measure, units, 7);
    const sides = [here, ...(there === null ? [] : [there])].map(({ publish }) => ({ publish, times: [] }));
    const texts = sides.map(({ publish }) => JSON.stringify(publish(measure, cells)));
    for (let round = 0; round < ROUNDS; round++)
      for (const { publish, times } of round % 2 ? sides.toReversed() : sides)
        times.push(timed(publish, measure, cells).milliseconds);
    const told = JSON.parse(texts[0]).cells.filter(({ count }) => count !== null).length;
    console.log(
      JSON.stringify({
        measure: name,
        units,
        told,
        least: least(sides[0].times),
        median: rounded(median(sides[0].times)),
        ...(sides.length > 1 && {
          otherLeast: least(sides[1].times),
          otherMedian: rounded(median(sides[1].times)),
          timesAsFast: rounded(median(sides[0].times.map((each, at) => sides[1].times[at] / each))),
          same: texts[0] === texts[1],
        }),
      }),
    );
  }
