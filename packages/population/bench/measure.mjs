/**
 * How fast the population is made, how many rows it has and how much memory it takes: `node packages/population/bench/measure.mjs [citizens] [seed]`.
 * Measured, never asserted. Build first (`npx tsc -b`).
 */
import * as population from '../dist/index.js';

const size = Number(process.argv[2] ?? 20_000);
const seed = Number(process.argv[3] ?? 1);

/** Rows are objects with an id, at any depth: what becomes a row in some table. */
function rowsIn(value) {
  if (value === null || typeof value !== 'object') return 0;
  let rows = !Array.isArray(value) && typeof value.id === 'string' ? 1 : 0;
  for (const each of Array.isArray(value) ? value : Object.values(value)) rows += rowsIn(each);
  return rows;
}

const generators = {
  person: (person) => person,
  psychiatry: population.psychiatryOf,
  municipality: population.municipalityOf,
  ngo: population.ngoOf,
  coordination: population.coordinationOf,
  citizen: population.citizenOf,
};

const time = (work) => {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
};

const empty = time(() => {
  for (const person of population.people(seed, size)) void person;
});
const report = { people: { perSecond: Math.round(size / empty) } };
let sum = empty;
let peak = 0;
for (const [name, generate] of Object.entries(generators)) {
  if (name === 'person') continue;
  const seconds = time(() => {
    for (const person of population.people(seed, size)) {
      generate(person);
      if (person.index % 5000 === 0) peak = Math.max(peak, process.memoryUsage().rss);
    }
  });
  sum += seconds - empty;
  report[name] = {
    perSecond: Math.round(size / seconds),
    microsecondsEach: Number((((seconds - empty) / size) * 1e6).toFixed(1)),
  };
}
const perCitizen = new Float64Array(size);
const rows = Object.fromEntries(Object.keys(generators).map((name) => [name, 0]));
for (const person of population.people(seed, size))
  for (const [name, generate] of Object.entries(generators)) {
    const count = name === 'person' ? 2 : rowsIn(generate(person)); // the person and the CPR number
    rows[name] += count;
    perCitizen[person.index] += count;
  }
const total = Object.values(rows).reduce((all, each) => all + each, 0);
const heaviest = perCitizen
  .sort()
  .slice(-Math.ceil(size / 100))
  .reduce((all, each) => all + each, 0);
for (const name of Object.keys(rows)) rows[name] = Number((rows[name] / size).toFixed(2));
console.log(
  JSON.stringify(
    {
      citizens: size,
      cpu: report,
      allSectorsPerSecond: Math.round(size / sum),
      rowsPerCitizen: rows,
      rowsInAll: total,
      shareOfHeaviestPercent: Number(((100 * heaviest) / total).toFixed(1)),
      peakMegabytes: Math.round(peak / 2 ** 20),
    },
    null,
    2,
  ),
);
