/**
 * A checkpoint is a clean cut through the whole ledger: while its snapshot is taken no append is under way, so every
 * event up to its position is in its tree and no event with a smaller position can be committed later.
 */
import { createHash } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import { rowsOf, type Runner } from '../runner.js';
import { CHECKPOINT_LOCK, CUT_LOCK } from '../schema/locks.js';
import { LEAF_BYTES, LEAF_SQL, leavesIn, readLeaf } from './chainEnd.js';
import {
  type Checkpoint,
  checkpointHash,
  type CheckpointSigner,
  type CheckpointStatement,
  NO_CHECKPOINT,
  signedBytes,
} from './checkpoint.js';
import { lastCheckpoint } from './checkpointRow.js';
import { createMerkleTree } from './merkleTree.js';
import { microsecondsAsText } from './microseconds.js';

/** Appends wait at most this long for a cut; if one is stuck in its transaction, the cut is tried again later. */
const CUT_PATIENCE = '500ms';

/** Chains that are read and hashed in one go: a few milliseconds, so that requests are not kept waiting. */
const PAGE = 2_000;

/** Why no checkpoint was made. */
export type NoCheckpoint =
  /** Another process is making one. */
  | 'ELSEWHERE'
  /** Nothing was logged since the last one. */
  | 'UNCHANGED'
  /** Appends were stuck in their transactions; try again. */
  | 'BUSY';

/**
 * Makes a checkpoint, unless there is nothing new to say or another process does it.
 * @param session one connection with no transaction open; afterwards as it was
 * @param evenUnchanged also when nothing was logged since the last one
 */
export async function makeCheckpoint(
  session: Runner,
  signer: CheckpointSigner,
  { evenUnchanged = false }: { readonly evenUnchanged?: boolean } = {},
): Promise<Checkpoint | NoCheckpoint> {
  const [one] = await rowsOf<{ mine: boolean }>(session, `SELECT pg_try_advisory_lock(${CHECKPOINT_LOCK}) AS mine`);
  if (!one!.mine) return 'ELSEWHERE';
  try {
    const last = await lastCheckpoint(session);
    if (last && !evenUnchanged && (await endPosition(session)) === last.position) return 'UNCHANGED';
    return await cut(session, (position) => compute(session, signer, position));
  } finally {
    await session.query(`SELECT pg_advisory_unlock(${CHECKPOINT_LOCK})`);
  }
}

/**
 * Runs `work` on a snapshot that was taken while no append was under way, with the highest position in it; appends go on
 * meanwhile. Positions know no snapshot: read any later, that of an event which is not in this one could be taken for its
 * last, and the event would never be signed.
 */
async function cut<T>(session: Runner, work: (position: number) => Promise<T>): Promise<T | 'BUSY'> {
  await session.query(`SET lock_timeout = '${CUT_PATIENCE}'`);
  try {
    await session.query(`SELECT pg_advisory_lock(${CUT_LOCK})`);
  } catch (error) {
    if ((error as { code?: unknown }).code === '55P03') return 'BUSY';
    throw error;
  } finally {
    await session.query('RESET lock_timeout');
  }
  let locked = true;
  const unlock = async () => {
    if (locked) await session.query(`SELECT pg_advisory_unlock(${CUT_LOCK})`);
    locked = false;
  };
  try {
    await session.query('BEGIN ISOLATION LEVEL REPEATABLE READ');
    const position = await endPosition(session); // The first statement takes the snapshot.
    await unlock();
    const result = await work(position);
    await session.query('COMMIT');
    return result;
  } catch (error) {
    await session.query('ROLLBACK');
    throw error;
  } finally {
    await unlock();
  }
}

async function compute(session: Runner, signer: CheckpointSigner, position: number): Promise<Checkpoint> {
  const last = await lastCheckpoint(session);
  const [now] = await rowsOf<{ at_us: string }>(
    session,
    `SELECT (extract(epoch FROM clock_timestamp()) * 1000000)::bigint::text AS at_us`,
  );
  const tree = createMerkleTree();
  const grown: Buffer[] = [];
  let after = '00000000-0000-0000-0000-000000000000';
  for (let from = '>='; ; from = '>') {
    const [page] = await rowsOf<{ ends: Buffer | null; last: string | null }>(session, pageOfEnds(from), [after, PAGE]);
    if (!page?.ends) break;
    for (const end of leavesIn(page.ends, LEAF_BYTES + 8)) {
      const leaf = end.subarray(0, LEAF_BYTES);
      tree.add(leaf);
      if (Number(end.readBigInt64BE(LEAF_BYTES)) > (last?.position ?? 0)) grown.push(leaf);
    }
    after = page.last!;
    await setImmediate();
  }
  const statement: CheckpointStatement = {
    number: (last?.number ?? 0) + 1,
    previous: last ? checkpointHash(last) : NO_CHECKPOINT,
    atUs: now!.at_us,
    treeSize: tree.size,
    position,
    root: tree.root(),
    ends: createHash('sha256').update(Buffer.concat(grown)).digest(),
    keyId: signer.keyId,
  };
  const checkpoint = { ...statement, signature: signer.sign(signedBytes(statement)) };
  await keep(session, checkpoint, grown);
  return checkpoint;
}

const pageOfEnds = (from: string) => `
  SELECT string_agg(${LEAF_SQL} || int8send(position), ''::bytea ORDER BY citizen_id) AS ends, max(citizen_id::text) AS last
  FROM (
    SELECT citizen_id, seq, hash, position FROM ledger.chain_end
    WHERE citizen_id ${from} $1::uuid ORDER BY citizen_id LIMIT $2
  ) AS page`;

async function endPosition(session: Runner): Promise<number> {
  const [end] = await rowsOf<{ position: string }>(session, 'SELECT position::text FROM ledger.end_position');
  return Number(end!.position);
}

async function keep(session: Runner, checkpoint: Checkpoint, grown: readonly Buffer[]): Promise<void> {
  const ends = grown.map(readLeaf);
  const { atUs, previous, root, ends: digest, signature, ...plain } = checkpoint;
  const row = {
    ...plain,
    at: microsecondsAsText(atUs),
    previous: previous.toString('hex'),
    root: root.toString('hex'),
    ends: digest.toString('hex'),
    signature: signature.toString('hex'),
  };
  await session.query('SELECT ledger.append_checkpoint($1::jsonb, $2::uuid[], $3::bigint[], $4::bytea[])', [
    JSON.stringify(row),
    ends.map(({ citizenId }) => citizenId),
    ends.map(({ seq }) => seq),
    ends.map(({ hash }) => hash),
  ]);
}
