/** What somebody with the owner's rights did to the ledger is found, and the first event that it concerns is named. */
import {
  appendEvents,
  chainEndsAt,
  type Checkpoint,
  makeCheckpoint,
  readCheckpoint,
  writeCheckpoint,
} from '../src/index.js';
import { look, someone } from './support.js';
import {
  asThief,
  backUp,
  db,
  key,
  makeChain,
  onOneConnection,
  restore,
  rewrite,
  sign,
  sql,
  steps,
  type Thief,
  truncateTo,
  useLedger,
  verify,
} from './tamperingSupport.js';

useLedger();

describe('I-2: the database owner, triggers disabled, is found out', () => {
  it('finds nothing wrong with an untouched ledger, as a whole, of one citizen, and since any checkpoint', async () => {
    const { citizen, kept } = await makeChain();
    await appendEvents(db.app, [look(citizen)]);
    expect(await verify()).toMatchObject({ ok: true, since: null, unsigned: 1, chainBreaks: [], checkpointBreaks: [] });
    expect(await verify({ citizenId: citizen })).toMatchObject({ ok: true, chains: 1, events: 7 });
    expect(await verify({ since: kept.number })).toMatchObject({ ok: true, since: kept.number, events: 1 });
    expect(await verify({ since: kept.number - 1 })).toMatchObject({ ok: true, events: 5, unsigned: 1 });
    expect(await verify({ since: readCheckpoint(writeCheckpoint(kept)) })).toMatchObject({ ok: true, events: 1 });
    await sign();
    expect(await verify()).toMatchObject({ ok: true, unsigned: 0 });
  });

  it.each<[what: string, seq: number, problem: string, thief: Thief]>([
    [
      'a flipped byte of a payload',
      3,
      'COMMITMENT',
      sql(`UPDATE ledger.payload SET body = jsonb_set(body, '{role}', '"LEADER"') WHERE citizen_id = $1 AND seq = 3`),
    ],
    [
      'a flipped byte of an event',
      3,
      'HASH',
      sql(
        `UPDATE ledger.event SET commitment = set_byte(commitment, 0, get_byte(commitment, 0) # 1) WHERE citizen_id = $1 AND seq = 3`,
      ),
    ],
    ['a dropped event', 3, 'GAP', sql('DELETE FROM ledger.event WHERE citizen_id = $1 AND seq = 3')],
    [
      'two swapped events',
      2,
      'LINK',
      steps(
        'UPDATE ledger.event SET seq = 107 - seq WHERE citizen_id = $1 AND seq IN (2, 5)',
        'UPDATE ledger.event SET seq = seq - 100 WHERE citizen_id = $1 AND seq > 100',
      ),
    ],
    [
      'a duplicated event',
      7,
      'LINK',
      sql(
        'INSERT INTO ledger.event SELECT citizen_id, 7, id, position, at, request_id, emergency, commitment, prev_hash, hash FROM ledger.event WHERE citizen_id = $1 AND seq = 6',
      ),
    ],
    [
      'an event inserted in the middle',
      4,
      'LINK',
      steps(
        'UPDATE ledger.event SET seq = seq + 101 WHERE citizen_id = $1 AND seq >= 4',
        'UPDATE ledger.event SET seq = seq - 100 WHERE citizen_id = $1 AND seq > 100',
        `INSERT INTO ledger.event SELECT citizen_id, 4, gen_random_uuid(), position, at, request_id, emergency, commitment, commitment, hash FROM ledger.event WHERE citizen_id = $1 AND seq = 3`,
      ),
    ],
    ['a truncated tail, head put right', 5, 'CHECKPOINT', truncateTo(4)],
    [
      'a chain that is gone, head included',
      1,
      'CHECKPOINT',
      sql(
        `WITH a AS (DELETE FROM ledger.event WHERE citizen_id = $1), b AS (DELETE FROM ledger.payload WHERE citizen_id = $1) DELETE FROM ledger.head WHERE citizen_id = $1`,
      ),
    ],
    ['a whole chain rewritten with correct hashes', 1, 'CHECKPOINT', (client, citizen) => rewrite(client, citizen, 1)],
    [
      'the end of a chain rewritten with correct hashes',
      5,
      'CHECKPOINT',
      (client, citizen) => rewrite(client, citizen, 5),
    ],
    [
      'an event dated back beyond the checkpoint before it',
      5,
      'HASH',
      sql(`UPDATE ledger.event SET at = at - interval '1 hour' WHERE citizen_id = $1 AND seq = 5`),
    ],
  ])('%s: event %i, %s', async (_what, seq, problem, thief) => {
    const { citizen, ids, kept } = await makeChain();
    await backUp();
    await asThief((client) => thief(client, citizen));
    const named = { citizenId: citizen, seq, problem };
    const report = await verify();
    expect(report).toMatchObject({ ok: false, chainBreaks: [named], checkpointBreaks: [] });
    const { rows } = await db.owner.query('SELECT id FROM ledger.event WHERE citizen_id = $1 AND seq = $2', [
      citizen,
      seq,
    ]);
    expect(report.chainBreaks[0]!.eventId).toBe(rows[0]?.id ?? null);
    expect(ids).toHaveLength(6);
    expect(await verify({ citizenId: citizen })).toMatchObject({ ok: false, chainBreaks: [named] });
    if (problem === 'CHECKPOINT') {
      expect(await verify({ since: kept.number })).toMatchObject({ ok: false, chainBreaks: [named] });
    }
    await restore();
    expect((await verify()).ok).toBe(true);
  });

  it('a chain rewritten together with what checkpoints say of it: the first checkpoint that does not fit is named', async () => {
    const { citizen, kept } = await makeChain();
    await backUp();
    await asThief(async (client) => {
      await rewrite(client, citizen, 3);
      await client.query(
        `UPDATE ledger.checkpoint_end s SET hash = e.hash FROM ledger.event e
         WHERE e.citizen_id = s.citizen_id AND e.seq = s.seq AND s.citizen_id = $1`,
        [citizen],
      );
    });
    const report = await verify();
    expect(report.chainBreaks).toEqual([]);
    expect(report.checkpointBreaks).toEqual([
      { number: kept.number - 1, problem: 'ENDS' },
      { number: kept.number, problem: 'ENDS' },
      { number: kept.number, problem: 'ROOT' },
    ]);
    expect((await verify({ citizenId: citizen })).checkpointBreaks).toEqual([{ number: kept.number, problem: 'ROOT' }]);
    await restore();
  });

  it('a checkpoint that is changed, signed by another key, dropped, or put in place of another is named', async () => {
    const { kept } = await makeChain();
    await backUp();
    const { number } = kept;
    for (const [text, problem] of [
      [
        `UPDATE ledger.checkpoint SET root = set_byte(root, 0, get_byte(root, 0) # 1) WHERE number = ${number}`,
        'SIGNATURE',
      ],
      [`UPDATE ledger.checkpoint SET at = at - interval '1 hour' WHERE number = ${number}`, 'SIGNATURE'],
      [`UPDATE ledger.checkpoint SET key_id = 'mine' WHERE number = ${number}`, 'KEY'],
      [`UPDATE ledger.checkpoint SET number = number + 1 WHERE number = ${number}`, 'SIGNATURE'],
      [`DELETE FROM ledger.checkpoint WHERE number = ${number - 1}`, 'GAP'],
    ]) {
      await asThief((client) => client.query(text!));
      const first = (await verify()).checkpointBreaks[0];
      expect([text, first?.problem]).toEqual([text, problem]);
      expect(first!.number).toBe(problem === 'GAP' ? number - 1 : text!.includes('number + 1') ? number + 1 : number);
      await restore();
    }
    expect((await verify()).ok).toBe(true);
  });

  it('an old backup put back: a checkpoint kept outside is missing, and with its chains the first lost event is named', async () => {
    const { citizen } = await makeChain();
    await backUp();
    await appendEvents(db.app, [look(citizen)]);
    const kept = await sign();
    const chains = await onOneConnection(db.owner, (client) => chainEndsAt(client, kept.number));
    await restore();
    // Without anything outside, a ledger that was put back as a whole is in order.
    expect(await verify()).toMatchObject({ ok: true });
    const missing = { number: kept.number, problem: 'MISSING' };
    expect(await verify({ since: readCheckpoint(writeCheckpoint(kept)) })).toMatchObject({
      ok: false,
      since: null,
      chainBreaks: [],
      checkpointBreaks: [missing],
    });
    expect(await verify({ since: readCheckpoint(writeCheckpoint(kept, chains)) })).toMatchObject({
      chainBreaks: [{ citizenId: citizen, seq: 7, eventId: null, problem: 'CHECKPOINT' }],
      checkpointBreaks: [missing],
    });
    // The ledger goes on after the restore, and another checkpoint takes the number.
    await appendEvents(db.app, [look(citizen)]);
    expect((await sign()).number).toBe(kept.number);
    const event = await db.owner.query('SELECT id FROM ledger.event WHERE citizen_id = $1 AND seq = 7', [citizen]);
    expect(await verify({ since: readCheckpoint(writeCheckpoint(kept, chains)) })).toMatchObject({
      chainBreaks: [{ citizenId: citizen, seq: 7, eventId: event.rows[0].id, problem: 'CHECKPOINT' }],
      checkpointBreaks: [{ number: kept.number, problem: 'FORKED' }],
    });
    expect(await verify()).toMatchObject({ ok: true });
    // Also when the newest of those that were kept is from after the restore: the others are not there either.
    const later = await sign();
    const both = readCheckpoint(`${writeCheckpoint(kept)}\n${writeCheckpoint(later)}\n`);
    expect((await verify({ since: both })).checkpointBreaks).toEqual([{ number: kept.number, problem: 'FORKED' }]);
  });

  it('a kept checkpoint that was tampered with is found too', async () => {
    const { kept } = await makeChain();
    const chains = await onOneConnection(db.owner, (client) => chainEndsAt(client, kept.number));
    const forged = { ...kept, position: kept.position - 1 };
    const changed = chains.map((end, i) => (i === 0 ? { ...end, seq: end.seq + 1 } : end));
    for (const file of [
      writeCheckpoint(forged),
      writeCheckpoint(kept, changed),
      writeCheckpoint(kept, chains.slice(1)),
    ]) {
      expect((await verify({ since: readCheckpoint(file) })).checkpointBreaks).toEqual([
        { number: kept.number, problem: 'SIGNATURE' },
      ]);
    }
    expect((await verify({ since: readCheckpoint(writeCheckpoint(kept, chains)) })).ok).toBe(true);
  });

  it('the clock turned back: the first event that is older than a checkpoint signed before it is named', async () => {
    await makeChain();
    // A chain of its own, so that no earlier event of the same chain gives it away.
    const fresh = someone();
    await backUp();
    const backThen = (text: string) => text.replaceAll('clock_timestamp()', `(clock_timestamp() - interval '1 day')`);
    const { rows } = await db.owner.query<{ ddl: string }>(
      `SELECT pg_get_functiondef('ledger.append(jsonb)'::regprocedure) AS ddl`,
    );
    await db.owner.query(backThen(rows[0]!.ddl));
    await appendEvents(db.app, [look(fresh)]);
    await db.owner.query(rows[0]!.ddl);
    const named = { citizenId: fresh, seq: 1, problem: 'TIME' };
    expect(await verify()).toMatchObject({ ok: false, chainBreaks: [named] });
    await sign();
    expect(await verify({ citizenId: fresh })).toMatchObject({ ok: false, chainBreaks: [named] });
    // And a checkpoint that is older than the one before it.
    await restore();
    const past = await onOneConnection(db.app, async (client) => {
      const turned = { query: (text: string, values?: unknown[]) => client.query(backThen(text), values) };
      return makeCheckpoint(turned, key.signer, { evenUnchanged: true });
    });
    expect(await verify()).toMatchObject({
      ok: false,
      chainBreaks: [],
      checkpointBreaks: [{ number: (past as Checkpoint).number, problem: 'TIME' }],
    });
    await restore();
    expect((await verify()).ok).toBe(true);
  });

  it('an event slipped in after the fact, correctly linked, contradicts the checkpoint that had to hold it', async () => {
    const { citizen } = await makeChain();
    await backUp();
    // Appended now, dated and placed as if it had been there when the last checkpoint was signed.
    await appendEvents(db.app, [look(citizen)]);
    await asThief(async (client) => {
      await client.query(
        `UPDATE ledger.event e SET position = (SELECT position FROM ledger.event WHERE citizen_id = $1 AND seq = 6), at = (SELECT at FROM ledger.event WHERE citizen_id = $1 AND seq = 6) WHERE citizen_id = $1 AND seq = 7`,
        [citizen],
      );
      await client.query(`UPDATE ledger.event SET position = position - 1 WHERE citizen_id = $1 AND seq = 7`, [
        citizen,
      ]);
    });
    expect((await verify()).chainBreaks).toMatchObject([{ citizenId: citizen, seq: 7 }]);
    await restore();
    const last = await sign();
    await appendEvents(db.app, [look(citizen)]);
    // As if the signer had left an event out: its chain goes on beyond what is signed, at a position that was.
    await asThief((client) =>
      client.query('UPDATE ledger.checkpoint SET position = position + 1 WHERE number = $1', [last.number]),
    );
    expect(await verify()).toMatchObject({
      chainBreaks: [{ citizenId: citizen, seq: 7, problem: 'CHECKPOINT' }],
      checkpointBreaks: [{ number: last.number, problem: 'SIGNATURE' }],
    });
    await restore();
  });
});
