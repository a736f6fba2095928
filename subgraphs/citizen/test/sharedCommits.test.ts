/** The decision point under load, on a database of its own: many questions share a commit, and nothing else. */
import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import type { DataCategory } from '@sammen/consent';
import type { DecisionPoint, DecisionQuestion, Grant } from '@sammen/subgraph-kit';
import type { DataSource } from 'typeorm';
import { createDecisionPoint } from '../src/decision/createDecisionPoint';
import { type OwnDatabase, startOwnDatabase } from './support/ownDatabase';

const ORGANISATION = 'municipality-0561';
let database: OwnDatabase;
let owner: DataSource;
let point: DecisionPoint;

beforeAll(async () => {
  database = await startOwnDatabase();
  owner = database.owner;
  point = createDecisionPoint(database.app, database.signer);
}, 60_000);
afterAll(() => database?.stop());

const someone = () => database.someone(ORGANISATION);

const CATEGORIES = new Set<DataCategory>(['SOCIAL_SERVICE', 'DIAGNOSIS']);
function question(citizenIds: readonly string[], change: Partial<DecisionQuestion['actor']> = {}): DecisionQuestion {
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
    subjects: citizenIds.map((citizenId) => ({ citizenId, categories: CATEGORIES, writes: new Set() })),
  };
}

const claimsOf = (token: string) => JSON.parse(Buffer.from(token.split('.')[1]!, 'base64url').toString()) as any;
const eventsOf = (requestId: string): Promise<any[]> =>
  owner.query(
    `SELECT e.citizen_id, e.seq, e.position::int, e.xmin::text, p.body FROM ledger.event e
     JOIN ledger.payload p USING (citizen_id, seq) WHERE e.request_id = $1 ORDER BY e.citizen_id`,
    [requestId],
  );

it('I-2: questions asked at once share commits; each gets its own grant on events of its own, and one alone waits for nobody', async () => {
  const people = await Promise.all(Array.from({ length: 8 }, someone));
  const stranger = { organisationId: 'municipality-0101', unitId: null };
  const asked = Array.from({ length: 60 }, (_, i) => {
    const pick = [people[i % 8]!, people[(i * 3 + 1) % 8]!].filter((id, at, all) => all.indexOf(id) === at);
    return question(pick, { id: `staff-${i}`, ...(i % 5 === 0 ? stranger : {}) });
  });
  const grants = await Promise.all(asked.map((each) => point.ask(each)));
  const commits = new Set<string>();
  for (const [i, { token }] of grants.entries()) {
    const claims = claimsOf(token);
    const { subjects, operation } = asked[i]!;
    const events = await eventsOf(operation.requestId);
    expect(claims).toMatchObject({ sub: `staff-${i}`, rid: operation.requestId });
    expect(Object.keys(claims.c).toSorted()).toEqual(subjects.map(({ citizenId }) => citizenId).toSorted());
    expect(events.map(({ citizen_id: id }) => id)).toEqual(Object.keys(claims.c).toSorted());
    expect(events.every(({ body }) => body.actorId === `staff-${i}`)).toBe(true);
    expect(claims.seq).toBe(Math.max(...events.map(({ position }) => position)));
    const permits = Object.values<[string, string]>(claims.c).map(([, permitted]) => permitted !== '0');
    expect(new Set(permits)).toEqual(new Set([i % 5 !== 0]));
    for (const { xmin } of events) commits.add(xmin);
  }
  expect(commits.size).toBeLessThan(20);
  const alone = question([people[0]!]);
  await point.ask(alone);
  expect(await eventsOf(alone.operation.requestId)).toHaveLength(1);
});

it('what is wrong with one question fails that one, is not logged, and spares those that share its commit', async () => {
  const [one, two] = [await someone(), await someone()];
  const bad = [
    question([one], { id: '' }),
    question([two], { unitId: 'a unit\u0000' }),
    { ...question([one]), operation: { name: null, hash: '', requestId: 'a request id with spaces' } },
  ];
  const good = Array.from({ length: 12 }, () => question([one, two]));
  const outcomes = await Promise.allSettled([...bad, ...good].map((each) => point.ask(each)));
  expect(outcomes.map(({ status }) => status)).toEqual([...bad.map(() => 'rejected'), ...good.map(() => 'fulfilled')]);
  expect(outcomes.slice(0, 3).map((each) => (each as PromiseRejectedResult).reason.code)).toEqual([
    'LEDGER_EVENT_INVALID',
    'LEDGER_UNAVAILABLE',
    'LEDGER_EVENT_INVALID',
  ]);
  for (const { operation } of bad) expect(await eventsOf(operation.requestId)).toEqual([]);
  for (const { operation } of good) expect(await eventsOf(operation.requestId)).toHaveLength(2);
});

it('a chain that somebody holds fails only who asks about it, within the deadline; others are answered, and it recovers', async () => {
  const [held, free] = [await someone(), await someone()];
  await point.ask(question([held]));
  const holder = owner.createQueryRunner();
  await holder.query('BEGIN');
  await holder.query('SELECT FROM ledger.head WHERE citizen_id = $1 FOR UPDATE', [held]);
  const started = performance.now();
  const ask = (id: string) => point.ask(question([id]));
  const before = [ask(free), ask(free)];
  // It shares its batch with those that come after it.
  const stuck = ask(held).catch((error: { code: string }) => error.code);
  const grants = await Promise.all([...before, ...Array.from({ length: 6 }, () => ask(free))]);
  for (const { claims } of grants) expect(claims.c[free]).toBeDefined();
  expect(['LEDGER_UNAVAILABLE', 'CONSENT_UNAVAILABLE']).toContain(await stuck);
  expect(performance.now() - started).toBeLessThan(5_000);
  await holder.query('ROLLBACK');
  await holder.release();
  expect((await point.ask(question([held, free]))).claims.c[held]).toBeDefined();
});

it('I-10: a consent that was withdrawn before the question counts for no question of its batch', async () => {
  const id = await someone();
  const gone = { organisationId: 'municipality-0101', unitId: 'municipality-0101/social' };
  const relation = randomUUID();
  for (let round = 0; round < 10; round++) {
    await owner.query(
      `INSERT INTO care_relation (citizen_id, id, kind, organisation_id, unit_id, valid_from)
       VALUES ($1, $2, 'CASEWORKER', 'municipality-0101', 'municipality-0101/social', now() - interval '1 day')`,
      [id, relation],
    );
    const before = Array.from({ length: 6 }, () => point.ask(question([id], gone)));
    await before[0];
    await owner.query('DELETE FROM care_relation WHERE id = $1', [relation]);
    // These wait while those are being answered, and must be decided on what holds now.
    const after = await Promise.all(Array.from({ length: 6 }, () => point.ask(question([id], gone))));
    const permitted = (await Promise.all(before)).filter(({ claims }) => claims.c[id]![1] !== '0').length;
    expect(permitted).toBeGreaterThan(0);
    expect(after.map(({ claims }) => claims.c[id]![1])).toEqual(after.map(() => '0'));
  }
});

describe('a withdrawal between the facts and the event', () => {
  const gone = { organisationId: 'municipality-0101', unitId: null };
  const permitted = ({ claims }: Grant, id: string) => claims.c[id]![1] !== '0';
  const isWaiting = async () => {
    const [{ n }] = await database.admin.query(
      `SELECT count(*)::int AS n FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()`,
    );
    return n > 0;
  };
  async function eventually(condition: () => Promise<boolean>): Promise<boolean> {
    for (const end = performance.now() + 1_000; performance.now() < end; await setTimeout(5))
      if (await condition()) return true;
    return false;
  }

  it('I-10: has the decision made again when it is committed first, and is logged as it was made', async () => {
    const [id, other] = [await database.someone(gone.organisationId), await someone()];
    const asked = question([id, other], gone);
    const writer = owner.createQueryRunner();
    await writer.query('BEGIN');
    await writer.query('DELETE FROM care_relation WHERE citizen_id = $1', [id]);
    // Its facts are read now: the relation is still there.
    const grant = point.ask(asked);
    await eventually(isWaiting);
    await writer.query('COMMIT');
    await writer.release();
    expect(permitted(await grant, id)).toBe(false);
    const events = await eventsOf(asked.operation.requestId);
    expect(events.flatMap(({ body }) => body.decisions.map((each: any) => each.effect))).not.toContain('PERMIT');
    expect(events).toHaveLength(2);
  });

  it('I-10: has not returned before a grant that it was too late for', async () => {
    const id = await database.someone(gone.organisationId);
    await point.ask(question([id], gone));
    const holder = owner.createQueryRunner();
    await holder.query('BEGIN');
    await holder.query('SELECT FROM ledger.head WHERE citizen_id = $1 FOR UPDATE', [id]);
    const grant = point.ask(question([id], gone));
    expect(await eventually(isWaiting)).toBe(true);
    let returned = false;
    const withdrawal = database.admin
      .query('DELETE FROM care_relation WHERE citizen_id = $1', [id])
      .then(() => (returned = true));
    await Promise.race([withdrawal, setTimeout(100)]);
    const wasFirst = returned;
    await holder.query('ROLLBACK');
    await holder.release();
    expect(wasFirst && permitted(await grant, id)).toBe(false);
    await withdrawal;
    expect(permitted(await point.ask(question([id], gone)), id)).toBe(false);
  });

  it('I-10: counts for whatever was changed: choices, mandates, emergencies and relations of every kind', async () => {
    const id = await someone();
    const version = async () => {
      const [row] = await owner.query('SELECT version::int FROM facts_version WHERE citizen_id = $1', [id]);
      return row.version as number;
    };
    const writes = [
      `INSERT INTO consent_choice (citizen_id, id, version, effect, recipients, categories, purposes, valid_from, form,
         consequences_explained, given_by, recorded_by, policy_version)
       VALUES ($1, gen_random_uuid(), 1, 'BLOCK', '[{"role": "LEADER"}]', '{DIAGNOSIS}', '{TREATMENT}', now(), 'DIGITAL', true, 'a', 'a', '1')`,
      `UPDATE consent_choice SET withdrawn_at = clock_timestamp(), withdrawn_by = 'a' WHERE citizen_id = $1`,
      `INSERT INTO representative (citizen_id, id, actor_id, name, kind, mandate, categories, valid_from)
       VALUES ($1, gen_random_uuid(), 'g', 'G', 'GUARDIAN', 'all', '{HOUSING}', now())`,
      `UPDATE representative SET valid_to = now() + interval '1 day' WHERE citizen_id = $1`,
      `DELETE FROM representative WHERE citizen_id = $1`,
      `INSERT INTO emergency_access (citizen_id, id, actor_id, actor_role, organisation_id, kind, reason, categories, opened_at, expires_at)
       VALUES ($1, gen_random_uuid(), 'a', 'PSYCHIATRIST', 'region-nordjylland', 'VITAL_INTEREST', 'a reason of ten letters',
         '{DIAGNOSIS}', now(), now() + interval '5 minutes')`,
      `UPDATE care_relation SET valid_to = now() WHERE citizen_id = $1`,
      `DELETE FROM care_relation WHERE citizen_id = $1`,
    ];
    const versions = [await version()];
    for (const sql of writes) {
      await owner.query(sql, [id]);
      versions.push(await version());
    }
    expect(versions).toEqual(versions.map((_, at) => versions[0]! + at));
  });

  it('I-10: is nothing that the application could hide: it can raise no version and take none back', async () => {
    for (const sql of ['UPDATE facts_version SET version = 1', 'DELETE FROM facts_version'])
      await expect(database.app.query(sql)).rejects.toThrow('permission denied');
  });
});
