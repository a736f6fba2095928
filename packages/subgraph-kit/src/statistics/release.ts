/**
 * A release: every settled quarter of every measure is counted once, held back where few people stand behind a number,
 * and then stands. Counting again after somebody objected, moved or was corrected would tell about them by the difference.
 */
import { setImmediate } from 'node:timers/promises';
import type { DataSource, EntityManager } from 'typeorm';
import type { ServiceCaller } from '../server/serviceCaller.js';
import { QUARTER_SQL, countCells, quarterParameters } from './countCells.js';
import { groupBy } from './groupBy.js';
import type { Measure } from './measure.js';
import { placesOf, type Residents, residentsOf } from './places.js';
import { type PublishedRow, publishQuarter } from './publishQuarter.js';
import { type Quarter, settledQuarters } from './quarters.js';
import { familyOf } from './tables.js';
import { fetchWhoCounts } from './whoCounts.js';

/** What came of looking for something to release. */
export interface ReleaseReport {
  /** `NOT_NEEDED`: all is released; `ELSEWHERE`: another process counts; `TOO_FEW`: no region is covered yet. */
  readonly outcome: 'RELEASED' | 'NOT_NEEDED' | 'ELSEWHERE' | 'TOO_FEW';
  /** How many quarters of measures. */
  readonly released: number;
  readonly citizens: number;
}

/**
 * Nothing is known yet of the rows that a release makes for itself, so the planner takes them for few and compares
 * everything with everything; compiling such a plan takes longer than running the right one.
 */
const PLANNING = [`enable_nestloop = off`, `jit = off`, `work_mem = '64MB'`];

/** Ends the transaction without a release. */
class TooFew extends Error {}

/**
 * Counts and releases what is due on a day; nothing of it, or all.
 * @throws when the citizen subgraph does not say who may be counted; nothing is released then (INVARIANT I-4)
 */
export async function releaseDue(
  database: DataSource,
  citizens: ServiceCaller,
  measures: readonly Measure[],
  today: string,
  signal?: AbortSignal,
): Promise<ReleaseReport> {
  const quarters = settledQuarters(today);
  if ((await dueOf(database.manager, measures, quarters)).length === 0) return report('NOT_NEEDED');
  try {
    return await database.transaction(async (manager) => {
      const [{ locked }] = (await manager.query(
        `SELECT pg_try_advisory_xact_lock(hashtext('sammen:statistics')) AS locked`,
      )) as [{ locked: boolean }];
      if (!locked) return report('ELSEWHERE');
      // Another process may have released it a moment ago.
      const due = await dueOf(manager, measures, quarters);
      if (due.length === 0) return report('NOT_NEEDED');
      for (const setting of PLANNING) await manager.query(`SET LOCAL ${setting}`);
      await gatherWhoIsCounted(manager, due);
      const counted = await fetchWhoCounts(manager, citizens);
      const residents = await residentsOf(manager);
      if (quarters.some((quarter) => placesOf(quarter, residents).length === 0)) throw new TooFew();
      for (const { measure, quarters: missing } of due)
        await releaseMeasure(manager, measure, missing, residents, signal);
      await manager.query(`DELETE FROM statistic_person`);
      const released = due.reduce((sum, each) => sum + each.quarters.length, 0);
      return { outcome: 'RELEASED' as const, released, citizens: counted };
    });
  } catch (error) {
    if (error instanceof TooFew) return report('TOO_FEW');
    throw error;
  }
}

const report = (outcome: ReleaseReport['outcome']): ReleaseReport => ({ outcome, released: 0, citizens: 0 });

interface Due {
  readonly measure: Measure;
  readonly quarters: readonly Quarter[];
}

async function dueOf(
  manager: EntityManager,
  measures: readonly Measure[],
  quarters: readonly Quarter[],
): Promise<readonly Due[]> {
  const rows: { measure: string; period: string }[] = await manager.query(
    `SELECT measure, period FROM statistic_release WHERE measure = ANY ($1::text[]) AND period = ANY ($2::text[])`,
    [measures.map(({ field }) => field), quarters.map(({ period }) => period)],
  );
  const released = new Set(rows.map(({ measure, period }) => `${measure} ${period}`));
  return measures
    .map((measure) => ({
      measure,
      quarters: quarters.filter(({ period }) => !released.has(`${measure.field} ${period}`)),
    }))
    .filter((each) => each.quarters.length > 0);
}

/** Notes whom the measures are about, each citizen once; ids and nothing else. */
async function gatherWhoIsCounted(manager: EntityManager, due: readonly Due[]): Promise<void> {
  await manager.query(`DELETE FROM statistic_person`);
  for (const { measure, quarters } of due) {
    await manager.query(
      `WITH ${QUARTER_SQL}, event AS (${measure.events})
       INSERT INTO statistic_person (citizen_id) SELECT DISTINCT citizen_id FROM event ON CONFLICT DO NOTHING`,
      quarterParameters(quarters) as string[][],
    );
  }
}

async function releaseMeasure(
  manager: EntityManager,
  measure: Measure,
  quarters: readonly Quarter[],
  residents: Residents,
  signal: AbortSignal | undefined,
): Promise<void> {
  const areasOf = (quarter: Quarter) => placesOf(quarter, residents);
  const counted = await countCells(manager, measure, familyOf(measure, areasOf(quarters[0]!)), quarters, areasOf);
  for (const quarter of quarters) {
    const rows = publishQuarter(measure, familyOf(measure, areasOf(quarter)), counted.get(quarter.period)!);
    for (const [field, ofField] of groupBy(rows, (row) => row.measure))
      await writeRelease(manager, field, quarter, ofField);
    // Requests come first: what is counted can wait, and a process that is to end waits for none of it.
    await setImmediate();
    signal?.throwIfAborted();
  }
}

async function writeRelease(
  manager: EntityManager,
  field: string,
  { period }: Quarter,
  rows: readonly PublishedRow[],
): Promise<void> {
  await manager.query(`INSERT INTO statistic_release (measure, period) VALUES ($1, $2)`, [field, period]);
  const columns = ['table', 'region', 'municipality', 'ageGroup', 'gender', 'kind', 'value', 'suppressed'] as const;
  await manager.query(
    `INSERT INTO statistic_cell
       (measure, period, position, table_name, region, municipality, age_group, gender, kind, value, suppressed)
     SELECT $1, $2, * FROM unnest($3::int[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[], $9::text[],
       $10::float8[], $11::boolean[])`,
    [field, period, rows.map((_, at) => at), ...columns.map((column) => rows.map((row) => row[column]))],
  );
}
