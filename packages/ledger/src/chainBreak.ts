/** Where a chain is broken, and how: the first thing that does not add up, because all after it hangs on it. */
import { eventHash, genesisHash, payloadCommitment, type ChainEvent } from './chainBytes.js';

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
  /** The event is older than the one before it. */
  | 'TIME'
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
}

/** NTP may set a clock back a little; an event that is older by more than this was dated back. Microseconds. */
const CLOCK_TOLERANCE = 5_000_000n;

/** What is wrong with an event that follows `previous` in its chain (null: that begins it), or null. */
export function breakAt(row: VerifiedRow, previous: VerifiedRow | null): ChainBreak | null {
  const expected = previous ? Number(previous.seq) + 1 : 1;
  if (Number(row.seq) !== expected) {
    return { citizenId: row.citizen_id, seq: expected, eventId: null, problem: 'GAP' };
  }
  const problem = problemOf(row, previous);
  return problem && { citizenId: row.citizen_id, seq: expected, eventId: row.id, problem };
}

function problemOf(row: VerifiedRow, previous: VerifiedRow | null): ChainProblem | null {
  const before = previous?.hash ?? genesisHash(row.citizen_id);
  if (!row.prev_hash.equals(before)) return 'LINK';
  if (!row.hash.equals(eventHash(row, before))) return 'HASH';
  if (!row.has_payload) return 'PAYLOAD_MISSING';
  if (row.salt && row.body !== null && !payloadCommitment(row.salt, row.body).equals(row.commitment)) {
    return 'COMMITMENT';
  }
  if (previous && BigInt(row.at_us) < BigInt(previous.at_us) - CLOCK_TOLERANCE) return 'TIME';
  return null;
}

/** What is wrong with the end of a chain, or null. */
export function breakAtEnd(last: VerifiedRow): ChainBreak | null {
  const [seq, headSeq] = [Number(last.seq), Number(last.head_seq ?? 0)];
  if (headSeq === seq && last.head_hash?.equals(last.hash)) return null;
  if (headSeq > seq) return { citizenId: last.citizen_id, seq: seq + 1, eventId: null, problem: 'HEAD' };
  return { citizenId: last.citizen_id, seq, eventId: last.id, problem: 'HEAD' };
}
