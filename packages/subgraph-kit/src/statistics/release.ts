/**
 * A release: every settled quarter of every measure is counted once, held back where few people stand behind a number,
 * and then stands. Counting again after somebody objected, moved or was corrected would tell about them by the difference.
 */
import { setImmediate } from 'node:timers/promises';
import type { DataSource, EntityManager } from 'typeorm';
import type { ServiceCaller } from '../server/serviceCaller.js';
import { QUARTER_SQL, countCells, quarterParameters } from './countCells.js';
import { eachAlone, type MeasureFailure } from './eachAlone.js';
import { groupBy } from './groupBy.js';
import type { Measure } from './measure.js';
import { type Coverage, coverageOf, placesOf, type Residents, residentsOf } from './places.js';
import { publishQuarter } from './publishQuarter.js';
import { type Quarter, settledQuarters } from './quarters.js';
import { familyOf } from './tables.js';
import { fetchWhoCounts } from './whoCounts.js';
import { writeRelease } from './writeRelease.js';

/** What came of looking for something to release. */
export interface ReleaseReport {
  /**
   * `NOT_NEEDED`: all is released; `ELSEWHERE`: another process counts; `TOO_FEW`: no region is covered yet; `FAILED`:
   * none of the measures that are due could be counted.
   */
  readonly outcome: 'RELEASED' | 'NOT_NEEDED' | 'ELSEWHERE' | 'TOO_FEW' | 'FAILED';
  /** How many quarters of measures. */
  readonly released: number;
  readonly citizens: number;
  /** Measures of which nothing was released, while the others were. */
  readonly failures: readonly MeasureFailure[];
}

/**
 * Nothing is known yet of the rows that a release makes for itself, so the planner takes them for few and compares
 * everything with everything; compiling such a plan takes longer than running the right one.
 */
const PLANNING = [`enable_nestloop = off`, `jit = off`, `work_mem = '64MB'`];

/** Ends the transaction without a release. */
class TooFew extends Error {}

/**
 * Counts and releases what is due on a day: of each measure all, or nothing when it fails.
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
  const failures: MeasureFailure[] = [];
  const report = (outcome: ReleaseReport['outcome'], released = 0, counted = 0): ReleaseReport => ({
    outcome,
    released,
    citizens: counted,
    failures,
  });
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
      await manager.query(`DELETE FROM statistic_person`);
      const known = await eachAlone(manager, due, failures, (each) => gatherWhoIsCounted(manager, each), signal);
      if (known.length === 0) return report('FAILED');
      const counted = await fetchWhoCounts(manager, citizens);
      const residents = await residentsOf(manager);
      const names = measures.map(({ field }) => field);
      const coverage = await coverageOf(manager, names, quarters, residents);
      if ([...coverage.values()].some((regions) => regions.size === 0)) throw new TooFew();
      const areasOf = areasIn(coverage, residents);
      const work = (each: Due): Promise<void> => releaseMeasures(manager, each, areasOf, signal);
      const done = await eachAlone(manager, known, failures, work, signal);
      await manager.query(`DELETE FROM statistic_person`);
      if (done.length === 0) return report('FAILED');
      return report(
        'RELEASED',
        done.reduce((sum, each) => sum + each.measures.length * each.quarters.length, 0),
        counted,
      );
    });
  } catch (error) {
    if (error instanceof TooFew) return report('TOO_FEW');
    throw error;
  }
}

/** A measure, or several that are released together, with the quarters of which none of them is. */
interface Due {
  readonly measures: readonly Measure[];
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
  const groups = groupBy(measures, ({ field, together }) => (together === undefined ? field : `with ${together}`));
  return [...groups.values()]
    .map((group) => ({
      measures: group,
      quarters: quarters.filter(({ period }) => !group.some(({ field }) => released.has(`${field} ${period}`))),
    }))
    .filter((each) => each.quarters.length > 0);
}

/** Notes whom measures are about, each citizen once; ids and nothing else. */
async function gatherWhoIsCounted(manager: EntityManager, { measures, quarters }: Due): Promise<void> {
  for (const { events } of measures)
    await manager.query(
      `WITH ${QUARTER_SQL}, event AS (${events})
       INSERT INTO statistic_person (citizen_id) SELECT DISTINCT citizen_id FROM event ON CONFLICT DO NOTHING`,
      quarterParameters(quarters) as string[][],
    );
}

type AreasOf = (quarter: Quarter) => ReturnType<typeof placesOf>;

const areasIn =
  (coverage: Coverage, residents: Residents): AreasOf =>
  (quarter) =>
    placesOf(quarter, residents, coverage.get(quarter.period)!);

async function releaseMeasures(
  manager: EntityManager,
  { measures, quarters }: Due,
  areasOf: AreasOf,
  signal: AbortSignal | undefined,
): Promise<void> {
  for (const measure of measures) await releaseMeasure(manager, measure, quarters, areasOf, signal);
}

async function releaseMeasure(
  manager: EntityManager,
  measure: Measure,
  quarters: readonly Quarter[],
  areasOf: AreasOf,
  signal: AbortSignal | undefined,
): Promise<void> {
  const counted = await countCells(manager, measure, familyOf(measure, areasOf(quarters[0]!)), quarters, areasOf);
  for (const quarter of quarters) {
    const family = familyOf(measure, areasOf(quarter));
    await writeRelease(manager, quarter, publishQuarter(measure, family, counted.get(quarter.period)!));
    // Requests come first: what is counted can wait, and a process that is to end waits for none of it.
    await setImmediate();
    signal?.throwIfAborted();
  }
}
