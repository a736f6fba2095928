/** A release of statistics, on a real database: counted once, of those who may be counted, and then it stands. */
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import pino from 'pino';
import type { DataSource, MigrationInterface, QueryRunner } from 'typeorm';
import { type ScratchPostgres, startScratchPostgres } from '../../../test/support/scratchPostgres.js';
import { openDatabase } from '../src/database/createDatabase.js';
import { migrate } from '../src/database/migrate.js';
import type { ServiceCaller } from '../src/server/serviceCaller.js';
import type { Services } from '../src/server/services.js';
import { CreateStatisticTables1790000000000, keepReleases } from '../src/statistics/createStatisticTables.js';
import type { Measure } from '../src/statistics/measure.js';
import { settledQuarters } from '../src/statistics/quarters.js';
import { readTable, ROWS_SQL } from '../src/statistics/readTable.js';
import { releaseDue } from '../src/statistics/release.js';
import { createReleaseJob } from '../src/statistics/releaseJob.js';
import type { TableName } from '../src/statistics/tables.js';

class CreateVisits1780000000000 implements MigrationInterface {
  name = 'CreateVisits1780000000000';
  async up(runner: QueryRunner): Promise<void> {
    for (const table of ['visit', 'call'])
      await runner.query(`CREATE TABLE ${table} (citizen_id uuid NOT NULL, day date NOT NULL, kind text NOT NULL)`);
  }
  async down(): Promise<void> {}
}

const DECLARATION = {
  entities: [],
  migrations: [CreateVisits1780000000000, CreateStatisticTables1790000000000],
  grantRights: keepReleases,
};
const VISITS: Measure = {
  field: 'visits',
  da: 'Besøg',
  en: 'Visits',
  unit: 'COUNT',
  kinds: [
    { code: 'LONG', da: 'Langt', en: 'Long' },
    { code: 'SHORT', da: 'Kort', en: 'Short' },
  ],
  events: `SELECT q.period, v.citizen_id, v.kind, 1 AS units, 0 AS amount
    FROM quarter q JOIN visit v ON v.day >= q.first_day AND v.day < q.next_day`,
};
const CALLS: Measure = {
  ...VISITS,
  field: 'calls',
  events: VISITS.events.replace('JOIN visit v', 'JOIN call v'),
};
/** Hours of a visit: in the last quarter more than one visit can have. */
const HOURS: Measure = {
  ...VISITS,
  field: 'hours',
  unit: 'DAYS',
  each: { least: 1, most: 24 },
  events: VISITS.events.replace('0 AS amount', `CASE q.period WHEN '2027-Q4' THEN 25 ELSE 2 END AS amount`),
};
const TODAY = '2026-11-22';
const QUARTERS = settledQuarters(TODAY);
const COVERED = ['0461', '0561', '0621'];

interface Known {
  readonly id: string;
  readonly municipality: string;
}

let postgres: ScratchPostgres;
let database: DataSource;
const objecting = new Set<string>();
let answers = true;
let asked: string[] = [];
/** 300 in Syddanmark, and ten who moved to København. */
const people: readonly Known[] = Array.from({ length: 310 }, (_, at) => ({
  id: randomUUID(),
  municipality: at < 300 ? COVERED[at % 3]! : '0101',
}));

/** Stands for the citizen subgraph, which has tests of its own. */
const citizens: ServiceCaller = {
  async post(_path, body) {
    if (!answers) return { status: 503, body: null };
    const { citizenIds } = body as { citizenIds: string[] };
    asked.push(...citizenIds);
    const found = people.flatMap(({ id, municipality }, at) =>
      citizenIds.includes(id) && !objecting.has(id)
        ? [[id, 1970 + (at % 30), at % 2 ? 'MALE' : 'FEMALE', municipality]]
        : [],
    );
    return { status: 200, body: { people: found } };
  },
};

const release = (today = TODAY, measures = [VISITS]) => releaseDue(database, citizens, measures, today);
const note = (table: 'visit' | 'call', known: readonly Known[], day: string, kind = 'LONG') =>
  database.query(`INSERT INTO ${table} SELECT unnest($1::uuid[]), $2, $3`, [known.map(({ id }) => id), day, kind]);
const visit = (known: readonly Known[], day: string, kind?: string) => note('visit', known, day, kind);
/** As the owner does who changes a schema by hand. */
async function asOwner(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: postgres.urls('visits').owner });
  await client.connect();
  await client.query(statement);
  await client.end();
}
const table = (name: TableName, quarters = 8) =>
  readTable(database, VISITS, VISITS, 'KIND', { table: name, quarters, region: null, municipality: null });
const value = async (period: string) => (await table('COUNTRY', 40)).rows.find((row) => row.period === period)?.value;
const count = async (name: string) => (await database.query(`SELECT count(*)::int AS n FROM ${name}`))[0].n as number;

beforeAll(async () => {
  postgres = await startScratchPostgres('visits');
  const { owner, app } = postgres.urls('visits');
  await migrate(owner, app, DECLARATION);
  database = await openDatabase(app, DECLARATION);
}, 60_000);

afterAll(async () => {
  await database.destroy();
  await postgres.stop();
}, 30_000);

it('an empty database is not released, and its tables are empty', async () => {
  expect((await release()).outcome).toBe('TOO_FEW');
  expect(await table('REGION')).toMatchObject({ rows: [], releasedAt: null, measure: 'visits', unit: 'COUNT' });
});

it('nor is one with a handful of citizens', async () => {
  await visit(people.slice(0, 40), '2026-07-03');
  expect(await release()).toEqual({ outcome: 'TOO_FEW', released: 0, citizens: 0, failures: [] });
  expect(await count('statistic_release')).toBe(0);
});

it('I-4: nothing is released while nobody says who may be counted', async () => {
  for (const { firstDay } of QUARTERS) await visit(people, firstDay);
  answers = false;
  await expect(release()).rejects.toMatchObject({ code: 'STATISTICS_PEOPLE_UNAVAILABLE' });
  answers = true;
  expect([await count('statistic_release'), await count('statistic_person')]).toEqual([0, 0]);
});

it('every settled quarter is released, of citizens who may be counted in regions that are covered', async () => {
  people.slice(0, 30).forEach(({ id }) => objecting.add(id));
  asked = [];
  expect(await release()).toMatchObject({ outcome: 'RELEASED', released: 8, citizens: 280 });
  expect(new Set(asked)).toEqual(new Set(people.map(({ id }) => id)));
  // Forty citizens were visited a second time in the newest quarter; thirty of them object.
  expect(await Promise.all(QUARTERS.map(({ period }) => value(period)))).toEqual([...Array(7).fill(270), 280]);
  const { rows } = await table('MUNICIPALITY', 1);
  expect(rows.every(({ region }) => region === '1083')).toBe(true);
  const told = rows.filter(({ suppressed }) => !suppressed);
  // One of the three is held back: what is left beside the others would be that nobody lives in the other nineteen.
  expect(told.map(({ municipality }) => municipality)).toEqual(COVERED.slice(1));
});

it('I-13: what was learnt about citizens is forgotten when they are counted', async () => {
  expect(await count('statistic_person')).toBe(0);
});

it('a release stands: whoever objects, comes or is corrected later changes no figure of it', async () => {
  const before = await table('AGE_GROUP_AND_GENDER');
  people.slice(30, 60).forEach(({ id }) => objecting.add(id));
  await visit(people.slice(60, 90), '2026-08-01');
  expect((await release()).outcome).toBe('NOT_NEEDED');
  expect(await table('AGE_GROUP_AND_GENDER')).toEqual(before);
  for (const change of [
    `UPDATE statistic_cell SET value = 1`,
    `DELETE FROM statistic_cell`,
    `DELETE FROM statistic_release`,
    `UPDATE statistic_release SET released_at = now()`,
  ])
    await expect(database.query(change)).rejects.toMatchObject({ code: '42501' });
});

it('the next quarter is released when it has settled, and leaves out who has objected since', async () => {
  await visit(people, '2026-10-05');
  expect((await release('2027-01-20')).outcome).toBe('NOT_NEEDED');
  expect(await release('2027-02-01')).toMatchObject({ outcome: 'RELEASED', released: 1, citizens: 250 });
  expect(await value('2026-Q4')).toBe(240);
  expect(await value('2026-Q3')).toBe(280);
});

it('an objection that is taken back counts again from the next release', async () => {
  objecting.clear();
  await visit(people, '2027-01-05');
  expect(await release('2027-05-01')).toMatchObject({ outcome: 'RELEASED', released: 1, citizens: 310 });
  expect(await value('2027-Q1')).toBe(300);
});

it('one process counts at a time', async () => {
  await visit(people, '2027-04-05');
  const outcomes = await Promise.all([release('2027-08-01'), release('2027-08-01')]);
  expect(outcomes.map(({ outcome }) => outcome).toSorted()).toEqual(['ELSEWHERE', 'RELEASED']);
});

describe('a measure that cannot be counted', () => {
  const NEXT_YEAR = '2028-02-01';
  const released = async (field: string): Promise<number> => {
    const [{ releases, cells }] = await database.query(
      `SELECT (SELECT count(*)::int FROM statistic_release WHERE measure = $1) AS releases,
         (SELECT count(DISTINCT period)::int FROM statistic_cell WHERE measure = $1) AS cells`,
      [field],
    );
    expect(cells).toBe(releases);
    return releases;
  };

  beforeAll(async () => {
    for (const day of ['2027-07-05', '2027-10-05']) await visit(people, day);
    await note('call', people.slice(0, 40), '2027-10-06');
    await asOwner(`ALTER TABLE call RENAME TO former_call`);
  });

  it('fails alone: its table is gone, the others are released, and why and what to do is told', async () => {
    const before = await released('visits');
    expect(await release(NEXT_YEAR, [CALLS, VISITS])).toEqual({
      outcome: 'RELEASED',
      released: 2,
      citizens: 310,
      failures: [
        {
          measure: 'calls',
          code: 'STATISTICS_MEASURE_FAILED',
          cause: '42P01',
          next: expect.stringContaining('counting is tried again by itself'),
        },
      ],
    });
    expect([await value('2027-Q3'), await value('2027-Q4')]).toEqual([300, 300]);
    expect([await released('visits'), await released('calls')]).toEqual([before + 2, 0]);
  });

  it('nothing is released when there is no other, and nobody is asked about', async () => {
    asked = [];
    expect(await release(NEXT_YEAR, [CALLS])).toMatchObject({ outcome: 'FAILED', released: 0, failures: [{}] });
    expect([asked, await count('statistic_person')]).toEqual([[], 0]);
  });

  it('leaves nothing half-written, also when only its last quarter does not add up', async () => {
    const { outcome, failures } = await release(NEXT_YEAR, [HOURS]);
    expect([outcome, failures]).toEqual([
      'FAILED',
      [{ measure: 'hours', code: 'STATISTICS_INCONSISTENT', cause: null, next: expect.any(String) }],
    ]);
    expect([await released('hours'), await count('statistic_person')]).toEqual([0, 0]);
  });

  it('holds back those that count the same; what is added to them later waits for the next quarter', async () => {
    const of = (field: string, { events } = VISITS): Measure => ({ ...VISITS, field, events, together: 'same' });
    const failures = [{ measure: 'one' }, { measure: 'two' }];
    expect(await release(NEXT_YEAR, [of('one'), of('two', CALLS)])).toMatchObject({ outcome: 'FAILED', failures });
    expect(await release(NEXT_YEAR, [of('one'), of('two')])).toMatchObject({ outcome: 'RELEASED', released: 16 });
    expect((await release(NEXT_YEAR, [of('one'), of('two'), of('late')])).outcome).toBe('NOT_NEEDED');
  });

  it('says so in the log, by code, without a row', async () => {
    const lines: Record<string, unknown>[] = [];
    const log = pino({}, { write: (line: string) => void lines.push(JSON.parse(line)) });
    const services = { database, citizenService: citizens, log } as unknown as Services;
    const job = createReleaseJob(services, [CALLS, { ...VISITS, field: 'visitsAgain' }], () => NEXT_YEAR);
    job.start();
    for (const until = Date.now() + 10_000; lines.length < 2 && Date.now() < until; await sleep(20));
    await job.stop();
    expect(
      lines.map(({ msg, measure, code, cause, released: quarters }) => [msg, measure ?? quarters, code, cause]),
    ).toEqual([
      ['statistics released', 8, undefined, undefined],
      ['a statistic waits', 'calls', 'STATISTICS_MEASURE_FAILED', '42P01'],
    ]);
    expect(lines[1]!['next']).toMatch(/^Look up the cause/);
  });

  it('is released when it can be, for the regions that the others cover, however few it is about', async () => {
    await asOwner(`ALTER TABLE former_call RENAME TO call`);
    expect(await release(NEXT_YEAR, [CALLS, VISITS])).toMatchObject({ outcome: 'RELEASED', released: 8, failures: [] });
    const { rows } = await readTable(database, CALLS, CALLS, 'KIND', {
      ...{ table: 'REGION', quarters: 1, region: null, municipality: null },
    });
    expect(rows).toMatchObject([{ period: '2027-Q4', region: '1083', value: 40 }]);
  });
});

it('an answer reads the rows that it brings, by index, and nothing else', async () => {
  const client = database.createQueryRunner();
  await client.query(`SET plan_cache_mode = force_generic_plan`);
  const plan: { 'QUERY PLAN': string }[] = await client.query(`EXPLAIN ${ROWS_SQL}`, [
    'visits',
    8,
    'REGION',
    null,
    null,
    10,
  ]);
  await client.release();
  const text = plan.map((line) => line['QUERY PLAN']).join('\n');
  expect(text).toContain('statistic_cell_pkey');
  expect(text).not.toMatch(/Seq Scan on statistic_cell/);
});
