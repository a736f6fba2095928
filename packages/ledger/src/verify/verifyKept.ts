/** A checkpoint that was kept outside the database against what stands in it now: the one way to see a whole rollback. */
import type { ChainEnd } from '../checkpoint/chainEnd.js';
import { checkpointHash, type Checkpoint } from '../checkpoint/checkpoint.js';
import type { KeptCheckpoint } from '../checkpoint/checkpointFile.js';
import { createMerkleTree } from '../checkpoint/merkleTree.js';
import { rowsOf, type Runner } from '../runner.js';
import { CLOCK_TOLERANCE, type ChainBreak } from './chainBreak.js';
import type { CheckpointBreak } from './verifyCheckpoints.js';

const AT_ONCE = 5_000;

/** What is wrong with the checkpoint of that number that stands in the database, or null. */
export function keptProblem(kept: Checkpoint, there: Checkpoint | null, nowUs: number): CheckpointBreak | null {
  const { number } = kept;
  if (there === null) return { number, problem: 'MISSING' };
  if (!checkpointHash(there).equals(checkpointHash(kept))) return { number, problem: 'FORKED' };
  return Number(kept.atUs) > nowUs + CLOCK_TOLERANCE ? { number, problem: 'TIME' } : null;
}

/** Whether the ends that were kept are those that were signed. */
export function keptEndsAreSigned({ checkpoint, chains }: Pick<KeptCheckpoint, 'checkpoint' | 'chains'>): boolean {
  const tree = createMerkleTree();
  for (const { citizenId, seq, hash } of chains ?? []) {
    const place = Buffer.alloc(8);
    place.writeBigInt64BE(BigInt(seq));
    tree.add(Buffer.concat([Buffer.from(citizenId.replaceAll('-', ''), 'hex'), place, hash]));
  }
  return tree.size === checkpoint.treeSize && tree.root().equals(checkpoint.root);
}

const STATEMENT = `
  SELECT k.citizen_id::text, k.seq::text, e.id::text,
    (SELECT coalesce(max(l.seq), 0)::text FROM ledger.event AS l WHERE l.citizen_id = k.citizen_id AND l.seq < k.seq) AS last_seq
  FROM unnest($1::uuid[], $2::bigint[], $3::bytea[]) AS k (citizen_id, seq, hash)
  LEFT JOIN ledger.event AS e ON e.citizen_id = k.citizen_id AND e.seq = k.seq
  WHERE e.hash IS DISTINCT FROM k.hash ORDER BY k.citizen_id`;

/** The chains that do not pass through the ends that were kept, each with the first event that is missing or changed. */
export async function verifyKeptEnds(runner: Runner, chains: readonly ChainEnd[]): Promise<ChainBreak[]> {
  const breaks: ChainBreak[] = [];
  for (let from = 0; from < chains.length; from += AT_ONCE) {
    const some = chains.slice(from, from + AT_ONCE);
    const rows = await rowsOf<{ citizen_id: string; seq: string; id: string | null; last_seq: string }>(
      runner,
      STATEMENT,
      [some.map(({ citizenId }) => citizenId), some.map(({ seq }) => seq), some.map(({ hash }) => hash)],
    );
    for (const { citizen_id: citizenId, seq, id, last_seq: last } of rows) {
      breaks.push({ citizenId, seq: id === null ? Number(last) + 1 : Number(seq), eventId: id, problem: 'CHECKPOINT' });
    }
  }
  return breaks;
}
