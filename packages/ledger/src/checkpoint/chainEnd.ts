/**
 * Where a citizen's chain ends, as a leaf of a checkpoint's tree: citizen (16 bytes) | seq (8, big-endian) | hash of the
 * last event (32). Leaves stand in the order of citizen ids. Many travel as one string of bytes, which costs a tenth of
 * as many rows.
 */

/** Bytes of a leaf. */
export const LEAF_BYTES = 56;

/** The same in SQL, of a row with these columns. */
export const LEAF_SQL = `uuid_send(citizen_id) || int8send(seq) || hash`;

/** A leaf taken apart. */
export interface ChainEnd {
  readonly citizenId: string;
  readonly seq: number;
  readonly hash: Buffer;
}

/** Takes a leaf apart. */
export function readLeaf(leaf: Buffer): ChainEnd {
  const id = leaf.toString('hex', 0, 16);
  const citizenId = [id.slice(0, 8), id.slice(8, 12), id.slice(12, 16), id.slice(16, 20), id.slice(20)].join('-');
  return { citizenId, seq: Number(leaf.readBigInt64BE(16)), hash: leaf.subarray(24, LEAF_BYTES) };
}

/** Leaves that follow each other without anything in between. */
export function* leavesIn(bytes: Buffer, stride = LEAF_BYTES): Generator<Buffer> {
  for (let from = 0; from < bytes.length; from += stride) yield bytes.subarray(from, from + stride);
}
