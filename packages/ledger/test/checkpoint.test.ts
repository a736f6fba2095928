import { createHash, generateKeyPairSync, sign, verify } from 'node:crypto';
import { createMerkleTree } from '../src/checkpoint/merkleTree.js';
import { signedBytes } from '../src/checkpoint/checkpoint.js';
import { appendEvents, lastCheckpoint, makeCheckpoint, readCheckpoint, writeCheckpoint } from '../src/index.js';
import { checkpointKey, look, someone, startLedgerDatabase, type LedgerDatabase } from './support.js';

const sha256 = (...parts: Buffer[]) => createHash('sha256').update(Buffer.concat(parts)).digest();

/** RFC 6962 §2.1, word by word: split at the largest power of two smaller than n. */
function treeHash(leaves: readonly Buffer[]): Buffer {
  if (leaves.length === 0) return sha256();
  if (leaves.length === 1) return sha256(Buffer.from([0]), leaves[0]!);
  let k = 1;
  while (k * 2 < leaves.length) k *= 2;
  return sha256(Buffer.from([1]), treeHash(leaves.slice(0, k)), treeHash(leaves.slice(k)));
}

const rootOf = (leaves: readonly Buffer[]): Buffer => {
  const tree = createMerkleTree();
  for (const leaf of leaves) tree.add(leaf);
  return tree.root();
};

it('the tree is that of RFC 6962, for every number of leaves up to 70 and for the vectors of its authors', () => {
  for (let size = 0; size <= 70; size++) {
    const leaves = Array.from({ length: size }, (_, i) => Buffer.from(`leaf ${i}`));
    expect(rootOf(leaves)).toEqual(treeHash(leaves));
  }
  // From the tests of certificate-transparency, which accompany the RFC.
  const inputs = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f'];
  const known = rootOf(inputs.map((hex) => Buffer.from(hex, 'hex')));
  expect(known.toString('hex')).toBe('5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328');
});

describe('a checkpoint', () => {
  let db: LedgerDatabase;
  const key = checkpointKey();
  beforeAll(async () => {
    db = await startLedgerDatabase();
  }, 60_000);
  afterAll(() => db.stop());

  const cut = async (evenUnchanged = false) => {
    const session = await db.app.connect();
    try {
      return await makeCheckpoint(session, key.signer, { evenUnchanged });
    } finally {
      session.release();
    }
  };
  const made = async () => {
    const checkpoint = await cut(true);
    if (typeof checkpoint === 'string') throw new Error(checkpoint);
    return checkpoint;
  };

  it('holds every chain’s end in the order of citizen ids, is signed, and names the one before it', async () => {
    const people = Array.from({ length: 5 }, someone);
    for (const citizen of people) await appendEvents(db.app, [look(citizen), look(citizen)]);
    const first = await made();
    await appendEvents(db.app, [look(people[2]!)]);
    const second = await made();
    const { rows } = await db.owner.query<{ leaf: Buffer }>(
      'SELECT uuid_send(citizen_id) || int8send(seq) || hash AS leaf FROM ledger.head ORDER BY citizen_id',
    );
    expect(second.root).toEqual(treeHash(rows.map(({ leaf }) => leaf)));
    expect(second).toMatchObject({ number: first.number + 1, treeSize: 5, position: first.position + 1 });
    expect(verify(null, signedBytes(second), key.publicKey, second.signature)).toBe(true);
    expect(second.previous).not.toEqual(first.previous);
    const { rows: grown } = await db.owner.query(
      'SELECT citizen_id, seq FROM ledger.checkpoint_end WHERE checkpoint = $1',
      [second.number],
    );
    expect(grown).toEqual([{ citizen_id: people[2], seq: '3' }]);
    expect(await lastCheckpoint(db.app)).toEqual(second);
    expect(readCheckpoint(`${writeCheckpoint(first)}\n${writeCheckpoint(second)}\n`).checkpoint).toEqual(second);
  });

  it('is not made when nothing was logged, nor while another process makes one', async () => {
    await made();
    expect(await cut()).toBe('UNCHANGED');
    await appendEvents(db.app, [look(someone())]);
    const elsewhere = await db.admin.connect();
    await elsewhere.query('SELECT pg_advisory_lock(746002)');
    expect(await cut()).toBe('ELSEWHERE');
    await elsewhere.query('SELECT pg_advisory_unlock(746002)');
    elsewhere.release();
    const before = await lastCheckpoint(db.app);
    const both = await Promise.all([cut(), cut(), cut()]);
    expect((await lastCheckpoint(db.app))!.number).toBe(before!.number + 1);
    expect(both.filter((each) => typeof each !== 'string')).toHaveLength(1);
  });

  it('is a clean cut: an entry that is being written is waited for, and holds nobody up for long', async () => {
    const writer = await db.app.connect();
    await writer.query('BEGIN');
    await appendEvents(writer, [look(someone())]);
    const started = performance.now();
    const [outcome] = await Promise.all([cut(), appendEvents(db.app, [look(someone())])]);
    expect(outcome).toBe('BUSY');
    expect(performance.now() - started).toBeLessThan(5_000);
    const waiting = cut();
    await writer.query('COMMIT');
    writer.release();
    const checkpoint = await waiting;
    const { rows } = await db.owner.query<{ last: string }>('SELECT max(position)::text AS last FROM ledger.event');
    expect(checkpoint).toMatchObject({ position: Number(rows[0]!.last) });
  });

  it('can neither be changed nor skipped by the application role', async () => {
    const last = await made();
    const forged = { number: last.number + 2, position: last.position, previous: '', at: 'now', treeSize: 0, root: '' };
    await expect(
      db.app.query(`SELECT ledger.append_checkpoint($1, '{}', '{}', '{}')`, [JSON.stringify(forged)]),
    ).rejects.toMatchObject({ code: '23514' });
  });

  it('is not read from what is no checkpoint', () => {
    const good = writeCheckpoint({
      number: 1,
      previous: sha256(),
      atUs: '1',
      treeSize: 0,
      position: 0,
      root: sha256(),
      ends: sha256(),
      keyId: 'k',
      signature: sign(null, Buffer.alloc(0), generateKeyPairSync('ed25519').privateKey),
    });
    expect(readCheckpoint(good).checkpoint.number).toBe(1);
    for (const bad of [
      '',
      '[]',
      'null',
      '{}',
      good.replace('"root":"', '"root":"0'),
      good.replace('"number":1', '"number":-1'),
      good.slice(0, -1),
    ]) {
      expect(() => readCheckpoint(bad)).toThrow(expect.objectContaining({ code: 'CHECKPOINT_UNREADABLE' }));
    }
  });

  it('leaves to the next one what is logged while it is being made', async () => {
    const session = await db.app.connect();
    const citizen = someone();
    let isCut = false;
    const meanwhile = {
      async query(sql: string, parameters?: unknown[]) {
        const result = await session.query(sql, parameters);
        // From here on the cut is made, and appends are let through.
        if (!isCut && sql.includes('pg_advisory_unlock')) {
          isCut = true;
          await appendEvents(db.app, [look(citizen)]);
        }
        return result;
      },
    };
    const first = await makeCheckpoint(meanwhile, key.signer, { evenUnchanged: true });
    session.release();
    if (typeof first === 'string') throw new Error(first);
    expect(await cut()).toMatchObject({
      number: first.number + 1,
      position: first.position + 1,
      treeSize: first.treeSize + 1,
    });
    const { rows } = await db.owner.query('SELECT checkpoint::int FROM ledger.checkpoint_end WHERE citizen_id = $1', [
      citizen,
    ]);
    expect(rows).toEqual([{ checkpoint: first.number + 1 }]);
  });
});
