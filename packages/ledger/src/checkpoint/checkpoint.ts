/**
 * A checkpoint says where every chain ended at a moment, signed with a key that the database never has: whoever rewrites
 * a chain afterwards, with all its hashes right, contradicts it. Each names the one before it.
 */
import { createHash } from 'node:crypto';

/** What is signed. Times are decimal microseconds since 1970. */
export interface CheckpointStatement {
  /** From 1, without gaps. */
  readonly number: number;
  /** {@link checkpointHash} of the one before; of the first, {@link NO_CHECKPOINT}. */
  readonly previous: Buffer;
  readonly atUs: string;
  /** How many chains there were. */
  readonly treeSize: number;
  /** Every event up to this position is in the tree, and none after it. */
  readonly position: number;
  /** RFC 6962 over the ends of all chains, in the order of citizen ids. */
  readonly root: Buffer;
  /** SHA-256 over the ends of those chains that had grown since the one before, in the same order. */
  readonly ends: Buffer;
  readonly keyId: string;
}

/** A statement with its Ed25519 signature. */
export interface Checkpoint extends CheckpointStatement {
  readonly signature: Buffer;
}

/** Signs checkpoints; the key stays with whoever made it. */
export interface CheckpointSigner {
  readonly keyId: string;
  sign(bytes: Buffer): Buffer;
}

/** Says whether a signature is that of a key; null for a key that is not known. */
export type SignatureCheck = (keyId: string, bytes: Buffer, signature: Buffer) => boolean | null;

/** What the first checkpoint has in place of one before it. */
export const NO_CHECKPOINT: Buffer = createHash('sha256').update('sammen:ledger:checkpoint:none:1\n').digest();

/** The bytes that are signed: a name for what they are, the numbers 8 bytes each and big-endian, the key's id last. */
export function signedBytes(statement: CheckpointStatement): Buffer {
  const { number, previous, atUs, treeSize, position, root, ends, keyId } = statement;
  return Buffer.concat([
    Buffer.from('sammen:ledger:checkpoint:1\n'),
    int8(number),
    previous,
    int8(atUs),
    int8(treeSize),
    int8(position),
    root,
    ends,
    Buffer.from(keyId),
  ]);
}

/** What the next checkpoint links back to. */
export function checkpointHash(checkpoint: Checkpoint): Buffer {
  return createHash('sha256')
    .update('sammen:ledger:checkpoint:link:1\n')
    .update(checkpoint.signature)
    .update(signedBytes(checkpoint))
    .digest();
}

function int8(value: number | string): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigInt64BE(BigInt(value));
  return bytes;
}
