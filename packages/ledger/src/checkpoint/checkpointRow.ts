/** Checkpoints as the database has them. */
import { rowsOf, type Runner } from '../runner.js';
import type { Checkpoint } from './checkpoint.js';

interface Row {
  number: string;
  previous: Buffer;
  at_us: string;
  tree_size: string;
  position: string;
  root: Buffer;
  ends: Buffer;
  key_id: string;
  signature: Buffer;
}

const COLUMNS = `number::text, previous, (extract(epoch FROM at) * 1000000)::bigint::text AS at_us, tree_size::text,
  position::text, root, ends, key_id, signature`;

const toCheckpoint = (row: Row): Checkpoint => ({
  number: Number(row.number),
  previous: row.previous,
  atUs: row.at_us,
  treeSize: Number(row.tree_size),
  position: Number(row.position),
  root: row.root,
  ends: row.ends,
  keyId: row.key_id,
  signature: row.signature,
});

/** The newest checkpoint, or null. The application role may read it too. */
export async function lastCheckpoint(runner: Runner): Promise<Checkpoint | null> {
  const [row] = await rowsOf<Row>(
    runner,
    `SELECT ${COLUMNS} FROM ledger.checkpoints AS c ORDER BY c.number DESC LIMIT 1`,
  );
  return row === undefined ? null : toCheckpoint(row);
}

/** Checkpoints after a number, in order; at most `most`. */
export async function checkpointsAfter(runner: Runner, number: number, most: number): Promise<Checkpoint[]> {
  const sql = `SELECT ${COLUMNS} FROM ledger.checkpoints AS c WHERE c.number > $1 ORDER BY c.number LIMIT $2`;
  return (await rowsOf<Row>(runner, sql, [number, most])).map(toCheckpoint);
}

/** The checkpoint of a number, or null. */
export async function checkpointAt(runner: Runner, number: number): Promise<Checkpoint | null> {
  const [found] = await checkpointsAfter(runner, number - 1, 1);
  return found?.number === number ? found : null;
}
