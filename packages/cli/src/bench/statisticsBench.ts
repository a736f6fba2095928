/** How long an analyst waits for any of the published tables, and how long each sector counted before. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { PERSONAS } from '@sammen/population';
import { cliError } from '../errors.js';
import type { BenchSystem } from './benchSystem.js';
import { askOnce, type Request, rest, runLoad } from './load.js';
import { type Quantiles, quantiles } from './quantiles.js';
import type { BenchPlan } from './runBench.js';

/** One table, of every measure in turn. */
export interface TableMeasure extends Quantiles {
  readonly name: string;
  readonly requests: number;
  /** Of an answer, on average. */
  readonly bytes: number;
}

/** Everything about the statistics of one system. */
export interface StatisticsMeasure {
  readonly citizens: number;
  /** Seconds from asking who may be counted to the release of eight quarters, by sector. */
  readonly releases: Readonly<Record<string, number>>;
  readonly tables: readonly TableMeasure[];
}

const SECTORS = ['psychiatry', 'municipality', 'ngo', 'coordination'] as const;
/** Measures that stand in all tables, and what their own dimension is called. */
const FIELDS: Readonly<Record<string, string>> = {
  admissions: 'DIAGNOSIS_GROUP',
  bedDays: 'DIAGNOSIS_GROUP',
  lengthOfStay: 'DIAGNOSIS_GROUP',
  socialServices: 'KIND',
  housingBenefits: 'KIND',
  financialSupports: 'KIND',
  employmentMeasures: 'KIND',
  mentorships: 'KIND',
  courseParticipants: 'KIND',
  plans: 'KIND',
  agreements: 'KIND',
  overdueAgreements: 'KIND',
  overdueFollowUps: 'KIND',
  meetings: 'KIND',
  recoveryChange: 'KIND',
  recoveryHope: 'KIND',
  recoveryWellbeing: 'KIND',
  recoveryInclusion: 'KIND',
  recoveryCitizenship: 'KIND',
  recoveryEmpowerment: 'KIND',
  recoveryMeaningfulLife: 'KIND',
};
const OWN = '*';
const TABLES = [
  ...['COUNTRY', 'REGION', 'MUNICIPALITY', 'AGE_GROUP', 'REGION_AND_AGE_GROUP', 'MUNICIPALITY_AND_AGE_GROUP'],
  ...['GENDER', 'REGION_AND_GENDER', 'MUNICIPALITY_AND_GENDER', 'AGE_GROUP_AND_GENDER'],
  ...[OWN, `REGION_AND_${OWN}`, `MUNICIPALITY_AND_${OWN}`],
];
const COLUMNS =
  'period regionName municipalityName ageGroup gender diagnosisGroup kind nameDanish value suppressed releasedAt';
const PATIENCE = 600_000;

/** Waits until every sector has released: counting would be measured with everything else. @throws BENCH_FAILED, STOPPED */
export async function untilReleased(systems: readonly BenchSystem[], signal: AbortSignal): Promise<void> {
  const until = performance.now() + PATIENCE;
  for (const system of systems)
    for (const sector of SECTORS)
      while ((await system.rows(sector, 'SELECT FROM statistic_release LIMIT 1')).length === 0) {
        if (signal.aborted) throw cliError('STOPPED');
        if (performance.now() > until)
          throw cliError('BENCH_FAILED', { message: `The statistics of ${sector} were not released.` });
        await setTimeout(500);
      }
}

/** Measures released statistics. @throws BENCH_FAILED, STOPPED */
export async function runStatisticsBench(
  systems: readonly BenchSystem[],
  plan: BenchPlan,
  progress: (fraction: number) => void,
): Promise<StatisticsMeasure[]> {
  const measures: StatisticsMeasure[] = [];
  for (const [at, system] of systems.entries()) {
    const tables: TableMeasure[] = [];
    for (const [number, name] of TABLES.entries()) {
      tables.push(await measureTable(system, name, plan));
      progress((at + (number + 1) / TABLES.length) / systems.length);
    }
    measures.push({ citizens: system.population.citizens, releases: await releasesOf(system), tables });
  }
  return measures;
}

async function measureTable(system: BenchSystem, name: string, { seconds, signal }: BenchPlan): Promise<TableMeasure> {
  const authorization = await system.authorization(PERSONAS.analyst.actor);
  const requests = Object.entries(FIELDS).map(([field, own]): Request => {
    const query = `{ statistics { ${field}(by: ${name.replace(OWN, own)}) { releasedAt rows { ${COLUMNS} } } } }`;
    return { authorization, purpose: null, body: JSON.stringify({ query }) };
  });
  const load = { url: system.url(), requests, clients: 1, signal };
  for (const request of requests) await askOnce(load.url, request);
  await rest();
  const { latencies, bytes } = await runLoad({ ...load, milliseconds: seconds * 1000 });
  return { name: name.replace(OWN, 'KIND'), requests: latencies.length, bytes, ...quantiles(latencies) };
}

async function releasesOf({ logs }: BenchSystem): Promise<Record<string, number>> {
  const releases = await Promise.all(
    SECTORS.map(async (sector) => {
      const lines = (await readFile(join(logs, `${sector}.log`), 'utf8')).split('\n');
      const line = lines.find((each) => each.includes('"statistics released"'));
      const { milliseconds = NaN } = JSON.parse(line ?? '{}') as { milliseconds?: number };
      return [sector, milliseconds / 1000] as const;
    }),
  );
  return Object.fromEntries(releases);
}
