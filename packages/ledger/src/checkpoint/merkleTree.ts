/**
 * The Merkle tree hash of RFC 6962 §2.1 over any number of leaves, in memory that grows with its depth only: leaves and
 * nodes are hashed with different prefixes, so that neither passes for the other.
 */
import { createHash } from 'node:crypto';

const LEAF = Buffer.from([0]);
const NODE = Buffer.from([1]);

const sha256 = (...parts: readonly Buffer[]): Buffer => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
};

/** A tree that takes its leaves from left to right. */
export interface MerkleTree {
  add(leaf: Buffer): void;
  readonly size: number;
  /** The root over the leaves so far; of none, the hash of nothing. */
  root(): Buffer;
}

/** An empty tree. */
export function createMerkleTree(): MerkleTree {
  // Complete subtrees from left to right, each smaller than the one before it.
  const complete: { hash: Buffer; leaves: number }[] = [];
  let size = 0;
  return {
    add(leaf) {
      size += 1;
      let last = { hash: sha256(LEAF, leaf), leaves: 1 };
      while (complete.at(-1)?.leaves === last.leaves) {
        last = { hash: sha256(NODE, complete.pop()!.hash, last.hash), leaves: last.leaves * 2 };
      }
      complete.push(last);
    },
    get size() {
      return size;
    },
    root: () =>
      complete.length === 0
        ? sha256()
        : complete.map(({ hash }) => hash).reduceRight((right, left) => sha256(NODE, left, right)),
  };
}
