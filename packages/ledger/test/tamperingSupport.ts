/** A ledger with checkpoints in it, and what somebody with all rights can do to it. */
import pg from 'pg';
import {
  appendEvents,
  type Checkpoint,
  type LedgerOptions,
  type LedgerReport,
  makeCheckpoint,
  verifyLedger,
} from '../src/index.js';
import { eventHash, genesisHash, payloadCommitment, type ChainEvent } from '../src/verify/chainBytes.js';
import { checkpointKey, inTransaction, look, someone, type LedgerDatabase, startLedgerDatabase } from './support.js';

export let db: LedgerDatabase;
export const key = checkpointKey();
const TABLES = ['event', 'payload', 'head', 'checkpoint', 'checkpoint_end'];

/** A ledger for the tests of this file, put back after each of them. */
export function useLedger(): void {
  beforeAll(async () => {
    db = await startLedgerDatabase();
  }, 60_000);
  afterAll(() => db.stop());
  afterEach(async () => {
    const { rows } = await db.admin.query<{ kept: boolean }>(`SELECT to_regclass('backup_event') IS NOT NULL AS kept`);
    if (rows[0]!.kept) await restore();
    await db.admin.query(TABLES.map((table) => `DROP TABLE IF EXISTS backup_${table}`).join(';'));
  });
}

export async function onOneConnection<T>(pool: pg.Pool, work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  try {
    return await work(client);
  } finally {
    client.release();
  }
}

export const sign = async (): Promise<Checkpoint> => {
  const made = await onOneConnection(db.app, (client) => makeCheckpoint(client, key.signer, { evenUnchanged: true }));
  if (typeof made === 'string') throw new Error(made);
  return made;
};

export const verify = (options: Partial<LedgerOptions> = {}): Promise<LedgerReport> =>
  onOneConnection(db.owner, (client) => verifyLedger(client, { check: key.check, ...options }));

/** What a superuser without triggers does. */
export const asThief = (work: (client: pg.PoolClient) => Promise<unknown>): Promise<unknown> =>
  inTransaction(db.admin, async (client) => {
    const triggers = (what: string) =>
      TABLES.map((table) => `ALTER TABLE ledger.${table} ${what} TRIGGER ALL`).join(';');
    await client.query(triggers('DISABLE'));
    await work(client);
    await client.query(triggers('ENABLE'));
  });

export const sql =
  (text: string) =>
  (client: pg.PoolClient, citizen: string): Promise<unknown> =>
    client.query(text, text.includes('$1') ? [citizen] : []);

/** One statement after another. */
export const steps =
  (...texts: readonly string[]) =>
  async (client: pg.PoolClient, citizen: string): Promise<void> => {
    for (const text of texts) await client.query(text, [citizen]);
  };

/** Copies all tables away, as a backup does. */
export const backUp = () =>
  db.admin.query(TABLES.map((table) => `CREATE TABLE backup_${table} AS TABLE ledger.${table}`).join(';'));

/** Puts all tables back as they were. */
export const restore = () =>
  asThief((client) =>
    client.query(
      TABLES.map(
        (table) => `DELETE FROM ledger.${table}; INSERT INTO ledger.${table} SELECT * FROM backup_${table}`,
      ).join(';'),
    ),
  );

/** Six events in one chain, the second and the fourth signed as its end, and somebody else's chain beside it. */
export async function makeChain(): Promise<{ citizen: string; other: string; ids: string[]; kept: Checkpoint }> {
  const [citizen, other] = [someone(), someone()];
  const append = (times: number) =>
    onOneConnection(db.app, async (client) => {
      for (let i = 0; i < times; i++) await appendEvents(client, [look(citizen), look(other)]);
    });
  await append(2);
  await sign();
  await append(2);
  await sign();
  await append(2);
  const kept = await sign();
  const { rows } = await db.owner.query<{ id: string }>(
    'SELECT id FROM ledger.event WHERE citizen_id = $1 ORDER BY seq',
    [citizen],
  );
  return { citizen, other, ids: rows.map(({ id }) => id), kept };
}

/** Rewrites a chain from a place on with all hashes right, head included, as somebody would who knows the code. */
export async function rewrite(client: pg.PoolClient, citizen: string, from: number): Promise<void> {
  const { rows } = await client.query<ChainEvent & { salt: Buffer; body: string }>(
    `SELECT e.citizen_id::text, e.seq::text, e.id::text, e.position::text, e.request_id, e.emergency, e.prev_hash, e.hash,
       e.commitment, (extract(epoch FROM e.at) * 1000000)::bigint::text AS at_us, p.salt, p.body::text AS body
     FROM ledger.event e JOIN ledger.payload p USING (citizen_id, seq) WHERE e.citizen_id = $1 ORDER BY e.seq`,
    [citizen],
  );
  let hash: Buffer = genesisHash(citizen);
  for (const row of rows) {
    if (Number(row.seq) >= from) {
      const { rows: written } = await client.query<{ body: string }>(
        `UPDATE ledger.payload SET body = jsonb_set(body, '{actorId}', '"nobody"') WHERE citizen_id = $1 AND seq = $2 RETURNING body::text`,
        [citizen, row.seq],
      );
      const commitment = payloadCommitment(row.salt, written[0]!.body);
      const next = eventHash({ ...row, commitment }, hash);
      await client.query(
        'UPDATE ledger.event SET commitment = $3, prev_hash = $4, hash = $5 WHERE citizen_id = $1 AND seq = $2',
        [citizen, row.seq, commitment, hash, next],
      );
      hash = next;
    } else hash = row.hash;
  }
  await client.query('UPDATE ledger.head SET hash = $2 WHERE citizen_id = $1', [citizen, hash]);
}

const headTo = (seq: number) =>
  `UPDATE ledger.head SET (seq, hash, position) = (SELECT seq, hash, position FROM ledger.event WHERE citizen_id = $1 AND seq = ${seq}) WHERE citizen_id = $1`;
export const truncateTo =
  (seq: number) =>
  async (client: pg.PoolClient, citizen: string): Promise<void> => {
    await client.query(`DELETE FROM ledger.event WHERE citizen_id = $1 AND seq > ${seq}`, [citizen]);
    await client.query(`DELETE FROM ledger.payload WHERE citizen_id = $1 AND seq > ${seq}`, [citizen]);
    await client.query(headTo(seq), [citizen]);
  };

export type Thief = (client: pg.PoolClient, citizen: string) => Promise<unknown>;
