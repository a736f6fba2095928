/** An id depends on seed, citizen, kind and number alone: never on size, day of seeding or what else was generated. */
import { hash } from 'node:crypto';
import { scramble } from './random.js';
import type { Key } from './random.js';

const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

/** Four words as a UUID of version 8 (custom) with the RFC 9562 variant. */
function uuid(a: number, b: number, c: number, d: number): string {
  const versioned = (b & 0xffff0fff) | 0x8000;
  const variant = (c & 0x3fffffff) | 0x80000000;
  return (
    hex(a >>> 16) +
    hex(a & 0xffff) +
    '-' +
    hex(versioned >>> 16) +
    '-' +
    hex(versioned & 0xffff) +
    '-' +
    hex(variant >>> 16) +
    '-' +
    hex(variant & 0xffff) +
    hex(d >>> 16) +
    hex(d & 0xffff)
  );
}

function hex(sixteenBits: number): string {
  return (HEX[sixteenBits >>> 8] as string) + (HEX[sixteenBits & 0xff] as string);
}

/** What is derived from hashing one citizen: the public id and the secret key of their streams. */
export interface CitizenKeys {
  readonly id: string;
  readonly key: Key;
}

/** sha256 of `sammen:citizen:<seed>:<index>`: the first 16 bytes are the id, the last 16 the key of all streams. */
export function citizenKeysOf(seed: number, index: number): CitizenKeys {
  const digest = hash('sha256', `sammen:citizen:${seed}:${index}`, 'buffer');
  return {
    id: uuid(digest.readUInt32BE(0), digest.readUInt32BE(4), digest.readUInt32BE(8), digest.readUInt32BE(12)),
    key: [digest.readUInt32BE(16), digest.readUInt32BE(20), digest.readUInt32BE(24), digest.readUInt32BE(28)],
  };
}

/** The graph id of the citizen with this index: a UUID that says nothing about them. */
export function citizenIdOf(seed: number, index: number): string {
  return citizenKeysOf(seed, index).id;
}

/** The id of the `number`-th record of a kind (see {@link topic}) under a key: 122 scrambled bits of all three. */
export function recordId(key: Key, kind: number, number: number): string {
  const step = Math.imul(number + 1, 0x9e3779b1);
  const a = scramble(key[0] ^ kind ^ step);
  const b = scramble(key[1] + a + kind);
  const c = scramble((key[2] ^ b) + step);
  const d = scramble(key[3] + c);
  return uuid(a, b, c, d);
}

/** The id of something that another record makes necessary, by name: sha256 of `sammen:<name>`, first 16 bytes. */
export function idOfName(name: string): string {
  const [a, b, c, d] = keyOf(name);
  return uuid(a, b, c, d);
}

/** The key of somebody or something that is no citizen (a mentor, a course), by name. */
export function keyOf(name: string): Key {
  const digest = hash('sha256', `sammen:${name}`, 'buffer');
  return [digest.readUInt32BE(0), digest.readUInt32BE(4), digest.readUInt32BE(8), digest.readUInt32BE(12)];
}
