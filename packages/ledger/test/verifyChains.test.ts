import pg from 'pg';
import { appendEvents, verifyChains, type ChainBreak } from '../src/index.js';
import { emergency, inTransaction, look, someone, startLedgerDatabase, type LedgerDatabase } from './support.js';

let db: LedgerDatabase;
beforeAll(async () => {
  db = await startLedgerDatabase();
}, 60_000);
afterAll(() => db.stop());

/** A chain of six, and what a superuser without triggers did to it; then what verification says. */
async function tamper(work: (client: pg.PoolClient, citizen: string) => Promise<unknown>) {
  const citizen = someone();
  for (let i = 0; i < 6; i++) await appendEvents(db.app, [look(citizen, i === 3 ? emergency : {})]);
  const { rows } = await db.owner.query<{ id: string }>(
    'SELECT id FROM ledger.event WHERE citizen_id = $1 ORDER BY seq',
    [citizen],
  );
  const triggers = (what: string) =>
    ['event', 'payload', 'head'].map((table) => `ALTER TABLE ledger.${table} ${what} TRIGGER ALL`).join(';');
  await inTransaction(db.admin, async (client) => {
    await client.query(triggers('DISABLE'));
    await work(client, citizen);
    await client.query(triggers('ENABLE'));
  });
  const report = await verifyChains(db.owner, { citizenId: citizen });
  const inSmallPages = await verifyChains(db.owner, { citizenId: citizen, pageSize: 2 });
  expect(inSmallPages).toEqual(report);
  expect(report.ok).toBe(report.breaks.length === 0);
  expect(report.breaks.length).toBeLessThanOrEqual(1);
  return { found: report.breaks[0], citizen, ids: rows.map((row) => row.id) };
}

const sql = (text: string) => (client: pg.PoolClient, citizen: string) => client.query(text, [citizen]);

describe('verification', () => {
  it('finds nothing wrong with an untouched chain', async () => {
    expect((await tamper(() => Promise.resolve())).found).toBeUndefined();
  });

  it('finds nothing wrong with a chain that was opened and says nothing yet, and something with one that begins elsewhere', async () => {
    const citizen = someone();
    await db.owner.query('SELECT ledger.open(ARRAY[$1::uuid, $1::uuid])', [citizen]);
    expect(await verifyChains(db.owner, { citizenId: citizen })).toMatchObject({ ok: true, chains: 0, events: 0 });
    await appendEvents(db.app, [look(citizen)]);
    expect(await verifyChains(db.owner, { citizenId: citizen })).toMatchObject({ ok: true, chains: 1, events: 1 });
    const other = someone();
    await inTransaction(db.admin, async (client) => {
      await client.query('ALTER TABLE ledger.head DISABLE TRIGGER ALL');
      await client.query(`INSERT INTO ledger.head VALUES ($1, 0, sha256('elsewhere'), 0)`, [other]);
      await client.query('ALTER TABLE ledger.head ENABLE TRIGGER ALL');
    });
    const { breaks } = await verifyChains(db.owner, { citizenId: other });
    expect(breaks).toMatchObject([{ citizenId: other, seq: 1, problem: 'HEAD' }]);
  });

  it.each<[what: string, seq: number, problem: ChainBreak['problem'], text: string]>([
    [
      'a changed time',
      3,
      'HASH',
      `UPDATE ledger.event SET at = at + interval '1 microsecond' WHERE citizen_id = $1 AND seq = 3`,
    ],
    [
      'a changed request id',
      2,
      'HASH',
      `UPDATE ledger.event SET request_id = request_id || '0' WHERE citizen_id = $1 AND seq = 2`,
    ],
    [
      'an emergency made ordinary',
      4,
      'HASH',
      `UPDATE ledger.event SET emergency = false WHERE citizen_id = $1 AND seq = 4`,
    ],
    ['another event id', 1, 'HASH', `UPDATE ledger.event SET id = gen_random_uuid() WHERE citizen_id = $1 AND seq = 1`],
    [
      'another position',
      5,
      'HASH',
      `UPDATE ledger.event SET position = position - 1 WHERE citizen_id = $1 AND seq = 5`,
    ],
    [
      'a flipped bit in a commitment',
      5,
      'HASH',
      `UPDATE ledger.event SET commitment = set_bit(commitment, 0, 1 - get_bit(commitment, 0)) WHERE citizen_id = $1 AND seq = 5`,
    ],
    [
      'a flipped bit in a hash',
      3,
      'HASH',
      `UPDATE ledger.event SET hash = set_bit(hash, 255, 1 - get_bit(hash, 255)) WHERE citizen_id = $1 AND seq = 3`,
    ],
    [
      'a flipped bit in a link',
      3,
      'LINK',
      `UPDATE ledger.event SET prev_hash = set_bit(prev_hash, 7, 1 - get_bit(prev_hash, 7)) WHERE citizen_id = $1 AND seq = 3`,
    ],
    [
      'a changed payload',
      4,
      'COMMITMENT',
      `UPDATE ledger.payload SET body = jsonb_set(body, '{actorId}', '"somebody-else"') WHERE citizen_id = $1 AND seq = 4`,
    ],
    [
      'a changed salt',
      2,
      'COMMITMENT',
      `UPDATE ledger.payload SET salt = set_bit(salt, 0, 1 - get_bit(salt, 0)) WHERE citizen_id = $1 AND seq = 2`,
    ],
    ['a deleted payload', 2, 'PAYLOAD_MISSING', `DELETE FROM ledger.payload WHERE citizen_id = $1 AND seq = 2`],
    [
      'two payloads swapped',
      2,
      'COMMITMENT',
      `UPDATE ledger.payload p SET salt = o.salt, body = o.body FROM ledger.payload o WHERE p.citizen_id = $1 AND o.citizen_id = $1 AND p.seq IN (2, 5) AND o.seq = 7 - p.seq`,
    ],
    ['a dropped event', 3, 'GAP', `DELETE FROM ledger.event WHERE citizen_id = $1 AND seq = 3`],
    ['a dropped beginning', 1, 'GAP', `DELETE FROM ledger.event WHERE citizen_id = $1 AND seq < 3`],
    [
      'a dropped event, the rest moved up',
      3,
      'LINK',
      `WITH gone AS (DELETE FROM ledger.event WHERE citizen_id = $1 AND seq >= 3 RETURNING *) INSERT INTO ledger.event SELECT citizen_id, seq - 1, id, position, at, request_id, emergency, commitment, prev_hash, hash FROM gone WHERE seq > 3`,
    ],
    ['a tail that was cut off', 5, 'HEAD', `DELETE FROM ledger.event WHERE citizen_id = $1 AND seq > 4`],
    ['a chain that is gone', 1, 'HEAD', `DELETE FROM ledger.event WHERE citizen_id = $1`],
    [
      'a head that was moved back',
      6,
      'HEAD',
      `UPDATE ledger.head SET seq = 5, hash = (SELECT hash FROM ledger.event WHERE citizen_id = $1 AND seq = 5) WHERE citizen_id = $1`,
    ],
    [
      'a head that was moved back to where chains begin',
      6,
      'HEAD',
      `UPDATE ledger.head SET seq = 0, position = 0, hash = sha256('sammen:ledger:genesis:1\n'::bytea || uuid_send(citizen_id)) WHERE citizen_id = $1`,
    ],
    [
      'a head with another hash',
      6,
      'HEAD',
      `UPDATE ledger.head SET hash = set_bit(hash, 0, 1 - get_bit(hash, 0)) WHERE citizen_id = $1`,
    ],
    ['a head that is gone', 6, 'HEAD', `DELETE FROM ledger.head WHERE citizen_id = $1`],
    [
      'an event that was put at the end',
      7,
      'LINK',
      `INSERT INTO ledger.event SELECT citizen_id, 7, id, position, at, request_id, emergency, commitment, prev_hash, hash FROM ledger.event WHERE citizen_id = $1 AND seq = 6`,
    ],
  ])('finds %s, and names event %i: %s', async (_what, seq, problem, text) => {
    const { found, ids, citizen } = await tamper(sql(text));
    expect(found).toMatchObject({ citizenId: citizen, seq, problem });
    const isMissing = problem === 'GAP' || (problem === 'HEAD' && text.startsWith('DELETE FROM ledger.event'));
    const movedUp = text.startsWith('WITH gone');
    if (isMissing) expect(found!.eventId).toBeNull();
    else if (movedUp) expect(found!.eventId).toBe(ids[3]);
    else if (!text.includes('SET id') && seq < 7) expect(found!.eventId).toBe(ids[seq - 1]);
  });

  it('finds two events that changed places', async () => {
    const { found } = await tamper(async (client, citizen) => {
      for (const [from, to] of [
        [2, 99],
        [4, 2],
        [99, 4],
      ]) {
        await client.query('UPDATE ledger.event SET seq = $3 WHERE citizen_id = $1 AND seq = $2', [citizen, from, to]);
      }
    });
    expect(found).toMatchObject({ seq: 2, problem: 'LINK' });
  });

  it('finds an event that was moved in from another citizen’s chain', async () => {
    const other = someone();
    for (let i = 0; i < 7; i++) await appendEvents(db.app, [look(other)]);
    const { found } = await tamper((client, citizen) =>
      client.query(`UPDATE ledger.event SET citizen_id = $1 WHERE citizen_id = $2 AND seq = 7`, [citizen, other]),
    );
    expect(found).toMatchObject({ seq: 7, problem: 'LINK' });
    expect((await verifyChains(db.owner, { citizenId: other })).breaks).toMatchObject([{ seq: 7, problem: 'HEAD' }]);
  });

  it('finds events that were appended, correctly hashed, after the clock was turned back', async () => {
    const { found, citizen } = await tamper(async (client, id) => {
      const definition = await client.query<{ text: string }>(
        `SELECT pg_get_functiondef('ledger.append(jsonb)'::regprocedure) AS text`,
      );
      const genuine = definition.rows[0]!.text;
      await client.query(genuine.replace('clock_timestamp()', `clock_timestamp() - interval '1 day'`));
      await appendEvents(client, [look(id)]);
      await client.query(genuine);
    });
    expect(found).toMatchObject({ citizenId: citizen, seq: 7, problem: 'TIME' });
  });

  it('names the first break of every broken chain when all are verified, and counts what it saw', async () => {
    const one = await tamper(sql(`DELETE FROM ledger.event WHERE citizen_id = $1 AND seq = 6`));
    const two = await tamper(sql(`UPDATE ledger.event SET at = now() WHERE citizen_id = $1 AND seq IN (2, 5)`));
    const whole = await verifyChains(db.owner, { pageSize: 7 });
    expect(whole.ok).toBe(false);
    for (const { found } of [one, two]) expect(whole.breaks).toContainEqual(found);
    expect(whole.breaks.map(({ citizenId }) => citizenId)).toEqual(
      whole.breaks.map(({ citizenId }) => citizenId).toSorted(),
    );
    const { rows } = await db.owner.query(
      'SELECT count(*)::int AS events, count(DISTINCT citizen_id)::int AS chains FROM ledger.event',
    );
    expect(whole).toMatchObject(rows[0] as object);
  });

  it('is not led astray by events that arrive while it runs', async () => {
    const citizens = Array.from({ length: 5 }, someone);
    let done = false;
    const writing = (async () => {
      while (!done)
        await appendEvents(
          db.app,
          citizens.map((id) => look(id)),
        );
    })();
    for (const citizenId of [...citizens, ...citizens]) {
      expect((await verifyChains(db.owner, { citizenId, pageSize: 3 })).breaks).toEqual([]);
    }
    done = true;
    await writing;
  });
});
