/** What is wrong with an access log, in a sentence that a person can act on. */
import type { ChainProblem, CheckpointProblem } from '@sammen/ledger';

/** Of an event. */
export const CHAIN_PROBLEMS: Readonly<Record<ChainProblem, string>> = {
  GAP: 'the event is missing',
  LINK: 'it does not link to the event before it',
  HASH: 'it is not what was hashed',
  COMMITMENT: 'who, why and what were changed',
  PAYLOAD_MISSING: 'who, why and what are gone without having been erased',
  POSITION: 'its place in the whole log is before that of the event before it',
  TIME: 'it is older than what was written or signed before it',
  CHECKPOINT: 'a signed checkpoint says otherwise: rewritten, cut off or added to from here on',
  HEAD: 'the chain does not end where its head says',
};

/** Of a checkpoint. */
export const CHECKPOINT_PROBLEMS: Readonly<Record<CheckpointProblem, string>> = {
  GAP: 'it is missing',
  LINK: 'it does not link to the one before it',
  SIGNATURE: 'it is not what was signed',
  KEY: 'it is signed with a key that is not among those given',
  TIME: 'it is older than the one before it, or younger than now: the clock was turned',
  POSITION: 'it covers less than the one before it',
  ENDS: 'what it signed as ends of chains was changed',
  ROOT: 'the ends of all chains do not make up its root',
  MISSING: 'it is not in the database: the log was put back to an earlier state',
  FORKED: 'another one stands in its place: the log was put back to an earlier state and went on',
};
