/** Advisory locks of the ledger: numbers that nothing else in the citizen's database uses. */

/** Held shared by every append until commit; held alone for a moment while a checkpoint cuts. */
export const CUT_LOCK = '746001';

/** Held by the one process that makes a checkpoint. */
export const CHECKPOINT_LOCK = '746002';
