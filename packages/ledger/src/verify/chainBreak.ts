/** Where a chain is broken, and how: the first thing that does not add up, because all after it hangs on it. */
import { eventHash, genesisHash, payloadCommitment, type ChainEvent } from './chainBytes.js';
import type { Timeline } from './timeline.js';

/** What can be wrong. */
export type ChainProblem =
  /** An event is missing before the next one that is there. */
  | 'GAP'
  /** The event does not link back to the one before it. */
  | 'LINK'
  /** The event's content is not what was hashed. */
  | 'HASH'
  /** The payload is not what the event commits to. */
  | 'COMMITMENT'
  /** The payload is gone without having been erased. */
  | 'PAYLOAD_MISSING'
  /** The event's place in the whole ledger is not after that of the one before it. */
  | 'POSITION'
  /** The event is older than the one before it, or than a checkpoint that was signed before it. */
  | 'TIME'
  /** A signed checkpoint says otherwise: from here on the chain was rewritten, cut off or added to. */
  | 'CHECKPOINT'
  /** The chain does not end where its head says: events were cut off or added, or the head was changed. */
  | 'HEAD';

/** The first break of one citizen's chain. */
export interface ChainBreak {
  readonly citizenId: string;
  /** Place in the chain of the first event that is wrong or missing. */
  readonly seq: number;
  /** The event's id; null when it is the one that is missing. */
  readonly eventId: string | null;
  readonly problem: ChainProblem;
}

/** An event with its payload and its chain's head, as one statement saw them. */
export interface VerifiedRow extends ChainEvent {
  readonly has_payload: boolean;
  readonly salt: Buffer | null;
  readonly body: string | null;
  readonly head_seq: string | null;
  readonly head_hash: Buffer | null;
  /** The checkpoint that signed this event as its chain's end, if one did. */
  readonly end_checkpoint: string | null;
  /** Where the chain ended at the checkpoint from which on it is verified. */
  readonly base_seq: string | null;
  readonly base_hash: Buffer | null;
}

/** What an event has to follow. */
export type Predecessor = Pick<VerifiedRow, 'seq' | 'hash'> & Partial<VerifiedRow>;

/** NTP may set a clock back a little; an event that is older by more than this was dated back. Microseconds. */
export const CLOCK_TOLERANCE = 5_000_000;

/** What is wrong with an event that follows `previous` in its chain (null: that begins it), or null. */
export function breakAt(row: VerifiedRow, previous: Predecessor | null, timeline: Timeline): ChainBreak | null {
  const expected = previous ? Number(previous.seq) + 1 : 1;
  if (Number(row.seq) !== expected) {
    return { citizenId: row.citizen_id, seq: expected, eventId: null, problem: 'GAP' };
  }
  const broken = (problem: ChainProblem) => ({ citizenId: row.citizen_id, seq: expected, eventId: row.id, problem });
  const problem = problemOf(row, previous);
  if (problem) return broken(problem);
  const unsigned = previous && unsignedBefore(previous, row, timeline);
  if (unsigned) return unsigned;
  const misplaced = timeProblem(row, previous, timeline);
  return misplaced && broken(misplaced);
}

function problemOf(row: VerifiedRow, previous: Predecessor | null): ChainProblem | null {
  const before = previous?.hash ?? genesisHash(row.citizen_id);
  if (!row.prev_hash.equals(before)) return 'LINK';
  if (!row.hash.equals(eventHash(row, before))) return 'HASH';
  if (!row.has_payload) return 'PAYLOAD_MISSING';
  if (row.salt && row.body !== null && !payloadCommitment(row.salt, row.body).equals(row.commitment)) {
    return 'COMMITMENT';
  }
  return null;
}

function timeProblem(row: VerifiedRow, previous: Predecessor | null, timeline: Timeline): ChainProblem | null {
  const position = Number(row.position);
  if (previous?.position !== undefined && position <= Number(previous.position)) return 'POSITION';
  const at = Number(row.at_us);
  const { from, to } = timeline.boundsOf(position);
  const earliest = Math.max(Number(previous?.at_us ?? 0), from ?? 0);
  if (at < earliest - CLOCK_TOLERANCE || (to !== null && at > to + CLOCK_TOLERANCE)) return 'TIME';
  const end = row.end_checkpoint === null ? null : Number(row.end_checkpoint);
  // A checkpoint that is gone is reported as such, not at every chain that it signed.
  return end !== null && timeline.has(end) && end !== timeline.checkpointOf(position) ? 'CHECKPOINT' : null;
}

/** An event that a checkpoint had to sign as its chain's end, because the next one came after it, and did not. */
function unsignedBefore(last: Predecessor, next: VerifiedRow | null, timeline: Timeline): ChainBreak | null {
  if (last.position === undefined || last.end_checkpoint !== null) return null;
  const due = timeline.checkpointOf(Number(last.position));
  if (due === null || (next !== null && timeline.checkpointOf(Number(next.position)) === due)) return null;
  return { citizenId: last.citizen_id!, seq: Number(last.seq), eventId: last.id!, problem: 'CHECKPOINT' };
}

/** What is wrong with the end of a chain, or null. */
export function breakAtEnd(last: VerifiedRow, timeline: Timeline): ChainBreak | null {
  const [seq, headSeq] = [Number(last.seq), Number(last.head_seq ?? 0)];
  if (headSeq > seq) return { citizenId: last.citizen_id, seq: seq + 1, eventId: null, problem: 'HEAD' };
  if (headSeq < seq || !last.head_hash?.equals(last.hash)) {
    return { citizenId: last.citizen_id, seq, eventId: last.id, problem: 'HEAD' };
  }
  return unsignedBefore(last, null, timeline);
}
