/**
 * Random families of tables are published, and a solver tries to work out what was left out. Many more of them in
 * some minutes: `SOLVER_RUNS=800 SOLVER_SEED=99 npx jest packages/statistics/test/solver`.
 */
import fc from 'fast-check';
import { LEAST_PEOPLE, LEAST_WIDTH, publish, textOfKey } from '@sammen/statistics';
import { createAttacker } from './support/attacker.js';
import { countUnits } from './support/countUnits.js';
import { someFamily, type Family } from './support/families.js';

const RUNS = Number(process.env['SOLVER_RUNS'] ?? 25);
const SEED = { seed: Number(process.env['SOLVER_SEED'] ?? 20261122), endOnFailure: true };

/** Publishes and attacks every cell of the published tables that was left out. */
async function attack({ measure, units }: Family): Promise<void> {
  const counted = countUnits(measure, units);
  const people = new Map(counted.map((cell) => [textOfKey(cell.key), cell.people]));
  const publication = publish(measure, counted);
  const attacker = await createAttacker(measure, publication);
  try {
    for (const { key, count } of publication.cells) {
      if (count !== null) expect(people.get(textOfKey(key))).toBeGreaterThanOrEqual(LEAST_PEOPLE);
      else {
        const { least, most } = attacker.rangeOf(key);
        if (most - least < LEAST_WIDTH) throw new Error(`${textOfKey(key)} is between ${least} and ${most}`);
      }
    }
  } finally {
    attacker.dispose();
  }
}

it('I-15: a solver finds six numbers or more that each cell which was left out could be', async () => {
  await fc.assert(fc.asyncProperty(someFamily(false), attack), { ...SEED, numRuns: RUNS });
}, 600_000);

it('I-15: also when it is told the days of what was not left out, and that a stay has one at least', async () => {
  await fc.assert(fc.asyncProperty(someFamily(true), attack), { ...SEED, numRuns: Math.ceil(RUNS / 5) });
}, 600_000);
