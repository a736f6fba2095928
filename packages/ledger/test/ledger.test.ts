import { setTimeout as sleep } from 'node:timers/promises';
import {
  appendEvents,
  countAccessLog,
  erasePayloads,
  readAccessLog,
  readEvents,
  UNKNOWN_CITIZEN,
  verifyChains,
} from '../src/index.js';
import { eachDecision } from '../src/schema/eachDecision.js';
import { emergency, inTransaction, look, someone, startLedgerDatabase, type LedgerDatabase } from './support.js';

let db: LedgerDatabase;
beforeAll(async () => {
  db = await startLedgerDatabase();
}, 60_000);
afterAll(() => db.stop());

describe('appending', () => {
  it('I-2: gives every event a place in its citizen’s chain and in the ledger, in one statement', async () => {
    const [a, b] = [someone(), someone()];
    const statements: string[] = [];
    const runner = {
      query: async (sql: string, parameters?: unknown[]) => {
        statements.push(sql);
        return (await db.app.query(sql, parameters)).rows as unknown;
      },
    };
    const first = await appendEvents(runner, [look(b), look(a), look(b)]);
    expect(first.entries.map(({ citizenId, seq }) => [citizenId, seq])).toEqual([
      [b, 1],
      [a, 1],
      [b, 2],
    ]);
    const second = await appendEvents(runner, [look(a)]);
    expect(second.entries[0]!.seq).toBe(2);
    expect(second.position).toBeGreaterThan(first.position);
    expect(new Set([...first.entries, ...second.entries].map(({ id }) => id)).size).toBe(4);
    expect(statements).toHaveLength(2);
    expect(await appendEvents(runner, [])).toEqual({ entries: [], position: 0 });
    expect(statements).toHaveLength(2);
  });

  it('keeps questions about citizens who do not exist in one chain of their own, without the id that was tried', async () => {
    const { entries } = await appendEvents(db.app, [look(null), look(null)]);
    expect(entries.map(({ citizenId }) => citizenId)).toEqual([UNKNOWN_CITIZEN, UNKNOWN_CITIZEN]);
    expect(entries[1]!.seq).toBe(entries[0]!.seq + 1);
    expect((await verifyChains(db.owner, { citizenId: UNKNOWN_CITIZEN })).ok).toBe(true);
  });

  it('gives up about several, some of whose chains it holds by then, before whoever waits for one of those gives up', async () => {
    const [first, second] = [someone(), someone()].sort() as [string, string];
    await appendEvents(db.app, [look(first), look(second)]);
    const holder = await db.owner.connect();
    await holder.query('BEGIN');
    await holder.query('SELECT FROM ledger.head WHERE citizen_id = $1 FOR UPDATE', [second]);
    const ends: string[] = [];
    const ended = async (name: string, events: Parameters<typeof appendEvents>[1]) => {
      await appendEvents(db.app, events).catch(() => undefined);
      ends.push(name);
    };
    const alone = ended('of one', [look(second)]);
    await sleep(200);
    const both = ended('of several', [look(first), look(second)]);
    await sleep(100);
    const behind = appendEvents(db.app, [look(first)]);
    await Promise.all([alone, both]);
    await holder.query('ROLLBACK');
    holder.release();
    expect(ends).toEqual(['of several', 'of one']);
    expect((await behind).entries[0]).toMatchObject({ citizenId: first, seq: 2 });
  });

  it('does not deadlock when many append over the same citizens in different orders, new ones and known ones', async () => {
    const known = [someone(), someone(), someone()];
    await appendEvents(
      db.app,
      known.map((id) => look(id)),
    );
    const fresh = Array.from({ length: 20 }, someone);
    const shuffled = (seed: number) =>
      [...known, ...fresh].sort(
        (x, y) => ((x.charCodeAt(seed % 8) * 31 + seed) % 17) - ((y.charCodeAt(seed % 8) * 31 + seed) % 17),
      );
    await Promise.all(
      Array.from({ length: 160 }, (_, i) =>
        inTransaction(db.app, (client) =>
          appendEvents(
            client,
            (i % 2 ? shuffled(i) : shuffled(i).reverse()).slice(0, 12).map((id) => look(id)),
          ),
        ),
      ),
    );
    const report = await verifyChains(db.owner);
    expect(report).toMatchObject({ ok: true, breaks: [] });
    const lengths = await countAccessLog(db.app, [...known, ...fresh]);
    expect(lengths.reduce((sum, events) => sum + events)).toBe(3 + 160 * 12);
  }, 60_000);

  it('I-2: leaves nothing when its transaction is rolled back, and the chain goes on without a gap', async () => {
    const citizen = someone();
    await expect(
      inTransaction(db.app, async (client) => {
        await appendEvents(client, [look(citizen), look(citizen)]);
        throw new Error('something else failed');
      }),
    ).rejects.toThrow('something else failed');
    expect(await countAccessLog(db.app, [citizen])).toEqual([0]);
    const { entries } = await appendEvents(db.app, [look(citizen)]);
    expect(entries[0]!.seq).toBe(1);
    expect(await verifyChains(db.owner, { citizenId: citizen })).toMatchObject({ ok: true, events: 1 });
  });

  it('I-2: writes all events or none: one that cannot be written takes the others with it', async () => {
    const citizen = someone();
    const broken = look('no id at all');
    await expect(appendEvents(db.app, [look(citizen), broken])).rejects.toMatchObject({
      code: 'LEDGER_UNAVAILABLE',
      status: 503,
    });
    expect(await countAccessLog(db.app, [citizen])).toEqual([0]);
  });

  it('I-8: refuses incomplete events, and passes on nothing of what it would have logged', async () => {
    const INVALID = { code: 'LEDGER_EVENT_INVALID' };
    for (const change of [{ requestId: 'cpr 010190-9901' }, { requestId: '' }, { actorId: '' }, { decisions: [] }]) {
      await expect(appendEvents(db.app, [look(someone(), change)])).rejects.toMatchObject(INVALID);
    }
    const failure = (await appendEvents(db.app, [look('0101909901')]).catch((error: unknown) => error)) as Error;
    expect(String(failure.cause)).toBe('Error: SQLSTATE 22P02');
    expect(failure.message).not.toContain('0101909901');
  });
});

describe('the citizen’s view', () => {
  it('shows emergency accesses first, then the newest, in pages, for many citizens in one statement', async () => {
    const [a, b, nobody] = [someone(), someone(), someone()];
    for (const change of [{}, emergency, {}, emergency, {}]) await appendEvents(db.app, [look(a, change), look(b)]);
    const seen: string[] = [];
    let after: string | undefined;
    for (let pages = 1; ; pages++) {
      const [page] = await readAccessLog(db.app, [a], { first: 2, after: after ?? null });
      seen.push(
        ...page!.entries.map(
          (entry) =>
            `${entry.emergency ? 'emergency' : 'look'} ${Buffer.from(entry.cursor, 'base64url').toString().slice(1)}`,
        ),
      );
      after = page!.entries.at(-1)?.cursor;
      if (!page!.hasNextPage) {
        expect(pages).toBe(3);
        break;
      }
    }
    expect(seen).toEqual(['emergency 4', 'emergency 2', 'look 5', 'look 3', 'look 1']);

    const pages = await readAccessLog(db.app, [b, nobody, a], { first: 3 });
    expect(pages.map(({ entries, hasNextPage }) => [entries.length, hasNextPage])).toEqual([
      [3, true],
      [0, false],
      [3, true],
    ]);
    expect(await countAccessLog(db.app, [b, nobody, a])).toEqual([5, 0, 5]);
  });

  it('says who, why, what was decided and on what ground', async () => {
    const citizen = someone();
    const { citizenId: _, requestId, ...payload } = look(citizen, emergency);
    const before = Date.now() - 1;
    await appendEvents(db.app, [{ citizenId: citizen, requestId, ...payload }]);
    const [entry] = (await readAccessLog(db.app, [citizen], { first: 10 }))[0]!.entries;
    expect(entry).toMatchObject({ requestId, emergency: true, payload });
    expect(entry!.at.getTime()).toBeGreaterThanOrEqual(before);
    expect(Object.keys(entry!).sort()).toEqual(['at', 'cursor', 'emergency', 'id', 'payload', 'requestId']);
  });

  it('keeps what came out alike once, and shows it category by category, as it does with what was kept one by one', async () => {
    const citizen = someone();
    const own = { access: 'READ', effect: 'PERMIT', reason: 'OWN', basis: 'OWN:relation-1' } as const;
    const none = { access: 'READ', effect: 'DENY', reason: 'NO_BASIS', basis: null } as const;
    const [housing, plan] = (['HOUSING', 'PLAN'] as const).map((category) => ({ category, ...own }));
    const diagnosis = { category: 'DIAGNOSIS', ...none } as const;
    await appendEvents(db.app, [look(citizen, { decisions: [housing!, diagnosis, plan!] })]);
    const kept = await db.admin.query(
      `SELECT body->'decisions' AS decisions FROM ledger.payload WHERE citizen_id = $1`,
      [citizen],
    );
    expect(kept.rows[0].decisions).toEqual([
      { ...own, categories: ['HOUSING', 'PLAN'] },
      { ...none, categories: ['DIAGNOSIS'] },
    ]);
    const [page] = await readAccessLog(db.app, [citizen], { first: 1 });
    expect(page!.entries[0]!.payload!.decisions).toEqual([housing, plan, diagnosis]);
    for await (const event of readEvents(db.owner, { citizenId: citizen }))
      expect(event.payload).toEqual(page!.entries[0]!.payload);
    const before = JSON.stringify({ actorId: 'a', decisions: [housing, diagnosis, plan] });
    const { rows } = await db.app.query(`SELECT ${eachDecision('b.body')} AS body FROM (VALUES ($1::jsonb)) b (body)`, [
      before,
    ]);
    expect(rows[0].body).toEqual(JSON.parse(before));
  });

  it('I-8: leaves out an operation name that a client wrote a person into', async () => {
    const citizen = someone();
    const names = ['Overview', 'Find_0101909901', 'not a name', 'x'.repeat(200), null];
    await appendEvents(
      db.app,
      names.map((name) => look(citizen, { operation: { name, hash: 'h' } })),
    );
    const [page] = await readAccessLog(db.app, [citizen], { first: 10 });
    expect(page!.entries.map(({ payload }) => payload!.operation.name)).toEqual([null, null, null, null, 'Overview']);
  });

  it('refuses a cursor that it did not give', async () => {
    for (const after of [
      '',
      'x',
      Buffer.from('n0').toString('base64url'),
      Buffer.from("n1' OR 1=1").toString('base64url'),
      'bjE=',
    ]) {
      await expect(readAccessLog(db.app, [someone()], { first: 1, after })).rejects.toMatchObject({
        code: 'LEDGER_CURSOR_INVALID',
        status: 400,
        field: 'after',
      });
    }
  });

  it('I-12: reads a page by index, however long the log is', async () => {
    const citizen = someone();
    await appendEvents(
      db.app,
      Array.from({ length: 500 }, (_, i) => look(citizen, i % 100 ? {} : emergency)),
    );
    const plan = async (where: string) => {
      const { rows } = await db.app.query<{ 'QUERY PLAN': string }>(
        `EXPLAIN (ANALYZE, COSTS OFF, TIMING OFF, BUFFERS OFF)
         SELECT id, body FROM ledger.access_log WHERE citizen_id = '${citizen}' ${where}
         ORDER BY emergency DESC, seq DESC LIMIT 21`,
      );
      return rows.map((row) => row['QUERY PLAN']).join('\n');
    };
    await db.admin.query('ANALYZE ledger.event, ledger.payload');
    for (const where of ['', 'AND (emergency, seq) < (false, 400)']) {
      const text = await plan(where);
      expect(text).toMatch(/Index Scan Backward using event_emergency_first/);
      expect(text).not.toMatch(/Seq Scan|Sort|Rows Removed/);
    }
  });
});

describe('the end of retention', () => {
  it('erases who and why and keeps that it happened; the chain still verifies', async () => {
    const [citizen, other] = [someone(), someone()];
    await appendEvents(db.app, [look(citizen), look(citizen), look(other)]);
    // The database's clock has microseconds and this one milliseconds: apart from both by some of them.
    await new Promise((resolve) => setTimeout(resolve, 5));
    const between = new Date();
    await new Promise((resolve) => setTimeout(resolve, 5));
    await appendEvents(db.app, [look(citizen)]);
    expect(await erasePayloads(db.owner, { before: between, citizenId: citizen })).toBe(2);
    expect(await erasePayloads(db.owner, { before: between, citizenId: citizen })).toBe(0);
    const [page, otherPage] = await readAccessLog(db.app, [citizen, other], { first: 10 });
    expect(page!.entries.map(({ payload }) => payload !== null)).toEqual([true, false, false]);
    expect(otherPage!.entries[0]!.payload).not.toBeNull();
    expect(await verifyChains(db.owner, { citizenId: citizen })).toEqual({
      ok: true,
      chains: 1,
      events: 3,
      unsigned: 3,
      erased: 2,
      breaks: [],
    });
    const { rows } = await db.owner.query('SELECT salt, body FROM ledger.payload WHERE citizen_id = $1 AND seq = 1', [
      citizen,
    ]);
    expect(rows).toEqual([{ salt: null, body: null }]);
  });
});
