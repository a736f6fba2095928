/** The chain of checkpoints is recomputed: numbers, links, signatures, and that neither time nor position goes back. */
import {
  type Checkpoint,
  checkpointHash,
  NO_CHECKPOINT,
  type SignatureCheck,
  signedBytes,
} from '../checkpoint/checkpoint.js';
import { checkpointsAfter } from '../checkpoint/checkpointRow.js';
import type { Runner } from '../runner.js';
import { CLOCK_TOLERANCE } from './chainBreak.js';
import { createTimeline, type Timeline } from './timeline.js';

/** What can be wrong with a checkpoint. */
export type CheckpointProblem =
  /** It is missing before the next one that is there. */
  | 'GAP'
  /** It does not link back to the one before it. */
  | 'LINK'
  /** It is not what was signed. */
  | 'SIGNATURE'
  /** It is signed with a key that is not among those given. */
  | 'KEY'
  /** It is older than the one before it, or younger than now. */
  | 'TIME'
  /** It covers less than the one before it. */
  | 'POSITION'
  /** What it signed as ends of chains is not what stands there now. */
  | 'ENDS'
  /** The ends of all chains do not make up its root. */
  | 'ROOT'
  /** It was kept outside and is not in the database any more: the ledger was put back to an earlier state. */
  | 'MISSING'
  /** It was kept outside and another one stands in its place. */
  | 'FORKED';

/** A checkpoint that is wrong. */
export interface CheckpointBreak {
  readonly number: number;
  readonly problem: CheckpointProblem;
}

/** The checkpoints of a ledger, verified. */
export interface VerifiedCheckpoints {
  readonly timeline: Timeline;
  readonly count: number;
  readonly last: Checkpoint | null;
  /** The one asked for, if it is there. */
  readonly wanted: Checkpoint | null;
  readonly breaks: readonly CheckpointBreak[];
}

const PAGE = 2_000;

/** Reads all checkpoints in order; after a break, the next ones are held against what is there. */
export async function verifyCheckpoints(
  runner: Runner,
  check: SignatureCheck,
  wantedNumber: number | null,
  nowUs: number,
): Promise<VerifiedCheckpoints> {
  const timeline = createTimeline();
  const breaks: CheckpointBreak[] = [];
  let last: Checkpoint | null = null;
  let wanted: Checkpoint | null = null;
  let count = 0;
  let page: Checkpoint[];
  do {
    page = await checkpointsAfter(runner, last?.number ?? 0, PAGE);
    for (const checkpoint of page) {
      const problem: CheckpointProblem | null = problemOf(checkpoint, last, check, nowUs);
      if (problem) breaks.push({ number: problem === 'GAP' ? (last?.number ?? 0) + 1 : checkpoint.number, problem });
      timeline.add(checkpoint.number, checkpoint.position, Number(checkpoint.atUs));
      if (checkpoint.number === wantedNumber) wanted = checkpoint;
      count += 1;
      last = checkpoint;
    }
  } while (page.length === PAGE);
  return { timeline, count, last, wanted, breaks };
}

/** Whether a checkpoint is signed, and by whom. */
export function signatureProblem(checkpoint: Checkpoint, check: SignatureCheck): 'KEY' | 'SIGNATURE' | null {
  const isRight = check(checkpoint.keyId, signedBytes(checkpoint), checkpoint.signature);
  if (isRight === null) return 'KEY';
  return isRight ? null : 'SIGNATURE';
}

function problemOf(
  checkpoint: Checkpoint,
  before: Checkpoint | null,
  check: SignatureCheck,
  nowUs: number,
): CheckpointProblem | null {
  const unsigned = signatureProblem(checkpoint, check);
  if (unsigned) return unsigned;
  if (checkpoint.number !== (before?.number ?? 0) + 1) return 'GAP';
  if (!checkpoint.previous.equals(before ? checkpointHash(before) : NO_CHECKPOINT)) return 'LINK';
  const at = Number(checkpoint.atUs);
  if (at < Number(before?.atUs ?? 0) - CLOCK_TOLERANCE || at > nowUs + CLOCK_TOLERANCE) return 'TIME';
  const shrinks = before && (checkpoint.position < before.position || checkpoint.treeSize < before.treeSize);
  return shrinks ? 'POSITION' : null;
}
