/** What checkpoints signed about the ends of chains is held against what the database says they signed. */
import { createHash } from 'node:crypto';
import { LEAF_BYTES, LEAF_SQL, leavesIn } from '../checkpoint/chainEnd.js';
import type { Checkpoint } from '../checkpoint/checkpoint.js';
import { checkpointsAfter } from '../checkpoint/checkpointRow.js';
import { createMerkleTree } from '../checkpoint/merkleTree.js';
import { rowsOf, type Runner } from '../runner.js';
import type { CheckpointBreak } from './verifyCheckpoints.js';

const PAGE = 2_000;
const FETCH = 50;

const pageOfEnds = (from: string) => `
  SELECT string_agg(${LEAF_SQL}, ''::bytea ORDER BY citizen_id) AS ends, max(citizen_id::text) AS last
  FROM (
    SELECT DISTINCT ON (citizen_id) citizen_id, seq, hash FROM ledger.checkpoint_end
    WHERE citizen_id ${from} $1::uuid AND checkpoint <= $3 ORDER BY citizen_id, seq DESC LIMIT $2
  ) AS page`;

/** Calls back with the end of every chain at a checkpoint, in the order of citizen ids. */
export async function forEachEnd(runner: Runner, number: number, each: (leaf: Buffer) => void): Promise<void> {
  let after = '00000000-0000-0000-0000-000000000000';
  for (let from = '>='; ; from = '>') {
    const parameters = [after, PAGE, number];
    const [page] = await rowsOf<{ ends: Buffer | null; last: string | null }>(runner, pageOfEnds(from), parameters);
    if (!page?.ends) return;
    for (const leaf of leavesIn(page.ends, LEAF_BYTES)) each(leaf);
    after = page.last!;
  }
}

/** Whether the ends of all chains at a checkpoint make up its root. */
export async function verifyRoot(runner: Runner, checkpoint: Checkpoint): Promise<CheckpointBreak | null> {
  const tree = createMerkleTree();
  await forEachEnd(runner, checkpoint.number, (leaf) => tree.add(leaf));
  const isRight = tree.size === checkpoint.treeSize && tree.root().equals(checkpoint.root);
  return isRight ? null : { number: checkpoint.number, problem: 'ROOT' };
}

/**
 * Those checkpoints after `since` whose ends are not what they signed. Needs one connection with a transaction open.
 */
export async function verifyEnds(session: Runner, since: number): Promise<CheckpointBreak[]> {
  const breaks: CheckpointBreak[] = [];
  await session.query(`
    DECLARE ends NO SCROLL CURSOR FOR
    SELECT checkpoint::text, string_agg(${LEAF_SQL}, ''::bytea ORDER BY citizen_id) AS ends
    FROM ledger.checkpoint_end WHERE checkpoint > ${Number(since)} GROUP BY ledger.checkpoint_end.checkpoint ORDER BY ledger.checkpoint_end.checkpoint`);
  let found: { checkpoint: string; ends: Buffer }[] = [];
  const next = async () => {
    if (found.length === 0) found = await rowsOf(session, `FETCH ${FETCH} FROM ends`);
    return found[0];
  };
  let last = since;
  let page: Checkpoint[];
  do {
    page = await checkpointsAfter(session, last, PAGE);
    for (const checkpoint of page) {
      let ends: Buffer = Buffer.alloc(0);
      for (let row = await next(); row && Number(row.checkpoint) <= checkpoint.number; row = await next()) {
        // Ends of a checkpoint that is not there are reported as its gap.
        if (Number(row.checkpoint) === checkpoint.number) ends = row.ends;
        found.shift();
      }
      const digest = createHash('sha256').update(ends).digest();
      if (!digest.equals(checkpoint.ends)) breaks.push({ number: checkpoint.number, problem: 'ENDS' });
      last = checkpoint.number;
    }
  } while (page.length === PAGE);
  await session.query('CLOSE ends');
  return breaks;
}
