/** Facts that the decision point remembers: they save a statement, and permit nothing that what is committed does not. */
import { randomUUID } from 'node:crypto';
import type { DataCategory } from '@sammen/consent';
import type { DecisionPoint, DecisionQuestion } from '@sammen/subgraph-kit';
import { countingCosts } from '../../../packages/subgraph-kit/src/database/statementCounter';
import { createDecisionPoint } from '../src/decision/createDecisionPoint';
import { type OwnDatabase, startOwnDatabase } from './support/ownDatabase';

const ORGANISATION = 'municipality-0561';
let database: OwnDatabase;
let point: DecisionPoint;

beforeAll(async () => {
  database = await startOwnDatabase();
}, 60_000);
beforeEach(() => void (point = createDecisionPoint(database.app, database.signer)));
afterAll(() => database?.stop());

function question(citizenId: string, change: Partial<DecisionQuestion['actor']> = {}): DecisionQuestion {
  return {
    authorization: '',
    actor: {
      id: 'staff-1',
      role: 'SOCIAL_WORKER',
      organisationId: ORGANISATION,
      organisationKind: 'MUNICIPALITY',
      unitId: `${ORGANISATION}/social`,
      citizenId: null,
      ...change,
    },
    purpose: 'SOCIAL_CASEWORK',
    operation: { name: 'Test', hash: 'a'.repeat(64), requestId: randomUUID() },
    subjects: [{ citizenId, categories: new Set<DataCategory>(['SOCIAL_SERVICE']), writes: new Set() }],
  };
}

/** Whether it is permitted, and how many statements that took. */
async function ask(citizenId: string, change: Partial<DecisionQuestion['actor']> = {}) {
  const cost = { sqlStatements: 0, decisionCalls: 0 };
  const { claims } = await countingCosts(cost, () => point.ask(question(citizenId, change)));
  return { permitted: claims.c[citizenId]![1] !== '0', statements: cost.sqlStatements };
}

const relate = (id: string, organisation = ORGANISATION) =>
  database.owner.query(
    `INSERT INTO care_relation (citizen_id, id, kind, organisation_id, valid_from)
     VALUES ($1, gen_random_uuid(), 'CASEWORKER', $2, now() - interval '1 day')`,
    [id, organisation],
  );

it('take one statement instead of two, of somebody known and of nobody alike', async () => {
  for (const [id, permitted] of [
    [await database.someone(ORGANISATION), true],
    [randomUUID(), false],
  ] as const) {
    expect(await ask(id)).toEqual({ permitted, statements: 2 });
    expect(await ask(id)).toEqual({ permitted, statements: 1 });
  }
});

it('I-10: are read anew after every change, whoever made it and however', async () => {
  const id = await database.someone(ORGANISATION);
  const gone = ['DELETE FROM care_relation WHERE citizen_id = $1', [id]] as const;
  const changes: readonly (readonly [permittedAfter: boolean, change: () => Promise<unknown>])[] = [
    [false, () => database.owner.query(...(gone as unknown as [string, string[]]))],
    [true, () => relate(id)],
    [
      false,
      () =>
        database.admin.query(
          `SET session_replication_role = replica; DELETE FROM care_relation WHERE citizen_id = '${id}'; RESET session_replication_role`,
        ),
    ],
    [true, () => relate(id)],
    [false, () => database.owner.query('TRUNCATE care_relation')],
  ];
  expect(await ask(id)).toMatchObject({ permitted: true });
  for (const [permittedAfter, change] of changes) {
    const before = await ask(id);
    await change();
    // The statement that is in vain, the facts, and the log.
    expect(await ask(id)).toEqual({ permitted: permittedAfter, statements: 3 });
    expect(before).toEqual({ permitted: !permittedAfter, statements: 1 });
  }
});

it('know somebody who was nobody a moment ago', async () => {
  const id = randomUUID();
  await relate(id);
  expect(await ask(id)).toMatchObject({ permitted: false });
  await database.owner.query(
    `INSERT INTO person (citizen_id, given_name, family_name, birth_date, gender, municipality_code)
     VALUES ($1, 'A', 'B', '1980-01-01', 'FEMALE', '0561')`,
    [id],
  );
  expect(await ask(id)).toMatchObject({ permitted: true });
});

it('I-4: are those of whoever asked: nobody is decided on what was read for another', async () => {
  const id = await database.someone(ORGANISATION);
  const stranger = { id: 'staff-2', organisationId: 'municipality-0101', unitId: null };
  expect(await ask(id)).toMatchObject({ permitted: true });
  expect(await ask(id, stranger)).toEqual({ permitted: false, statements: 2 });
  expect(await ask(id)).toMatchObject({ permitted: true });
  expect(await ask(id, stranger)).toEqual({ permitted: false, statements: 1 });
  const both = [question(id), question(id, stranger)];
  const grants = await Promise.all(both.map((each) => point.ask(each)));
  expect(grants.map(({ claims }) => claims.c[id]![1] !== '0')).toEqual([true, false]);
});

it('I-10: are logged with a moment that the database finds just past, or not at all', async () => {
  const id = await database.someone(ORGANISATION);
  const stands = async (ago: string): Promise<boolean> => {
    const [{ n }] = await database.app.query(
      `SELECT count(*)::int AS n FROM facts_version v, if_facts_stand('[]', ARRAY[v.citizen_id], ARRAY[v.version],
         extract(epoch FROM clock_timestamp() - interval '${ago}')::float8 * 1000) WHERE v.citizen_id = $1`,
      [id],
    );
    return n === 1;
  };
  expect([await stands('1 millisecond'), await stands('1 second'), await stands('-1 second')]).toEqual([
    true,
    false,
    false,
  ]);
  // One that ends meanwhile permits nothing from its end on, though nobody has written anything.
  await database.owner.query(
    `UPDATE care_relation SET valid_to = now() + interval '300 milliseconds' WHERE citizen_id = $1`,
    [id],
  );
  const [{ end }] = await database.owner.query(
    `SELECT round(extract(epoch FROM valid_to) * 1000)::float8 AS end FROM care_relation WHERE citizen_id = $1`,
    [id],
  );
  const seen: boolean[] = [];
  while (seen.at(-1) !== false) seen.push((await ask(id)).permitted);
  expect(seen.length).toBeGreaterThan(2);
  const events: { asOf: number; permits: boolean }[] = await database.owner.query(
    `SELECT (body->>'asOf')::float8 AS "asOf", body->'decisions' @> '[{"effect": "PERMIT"}]' AS permits
     FROM ledger.payload WHERE citizen_id = $1`,
    [id],
  );
  for (const { asOf, permits } of events) expect(permits).toBe(asOf < end);
});
