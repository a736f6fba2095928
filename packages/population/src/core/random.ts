/** Every (seed, citizen, topic) has a stream of its own, so what one sector draws never shifts what another draws. */

/** A stream of pseudo-random numbers: sfc32, 128 bits of state, not for cryptography. */
export interface Random {
  /** A whole number in 0 … 2³²−1. */
  word(): number;
  /** A number in [0, 1). */
  unit(): number;
  /** A whole number in [from, to], both included. */
  between(from: number, to: number): number;
  /** True with this probability. */
  chance(probability: number): boolean;
  /** One of the items; the list must not be empty. */
  pick<Item>(items: readonly Item[]): Item;
  /** `count` different items in random order, or all of them when there are fewer. */
  sample<Item>(items: readonly Item[], count: number): Item[];
}

/** 128 bits that stand for one citizen (or one staff member) of one seed. */
export type Key = readonly [number, number, number, number];

/** Scrambles 32 bits (the finaliser of murmur3): each input bit moves about half of the output bits. */
export function scramble(value: number): number {
  let mixed = value | 0;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}

/** A topic's name as 32 bits (FNV-1a, scrambled). Call it once per topic, at module load. */
export function topic(name: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < name.length; at++) hash = Math.imul(hash ^ name.charCodeAt(at), 0x01000193);
  return scramble(hash);
}

class Sfc32 implements Random {
  constructor(
    private a: number,
    private b: number,
    private c: number,
    private counter: number,
  ) {
    for (let round = 0; round < 12; round++) this.word();
  }

  word(): number {
    const sum = (this.a + this.b + this.counter) | 0;
    this.counter = (this.counter + 1) | 0;
    this.a = this.b ^ (this.b >>> 9);
    this.b = (this.c + (this.c << 3)) | 0;
    this.c = ((this.c << 21) | (this.c >>> 11)) + sum;
    this.c |= 0;
    return sum >>> 0;
  }

  unit(): number {
    return this.word() / 0x1_0000_0000;
  }

  between(from: number, to: number): number {
    return from + Math.floor(this.unit() * (to - from + 1));
  }

  chance(probability: number): boolean {
    return this.unit() < probability;
  }

  pick<Item>(items: readonly Item[]): Item {
    return items[Math.floor(this.unit() * items.length)] as Item;
  }

  sample<Item>(items: readonly Item[], count: number): Item[] {
    const rest = [...items];
    const taken = Math.min(count, rest.length);
    for (let at = 0; at < taken; at++) {
      const other = this.between(at, rest.length - 1);
      [rest[at], rest[other]] = [rest[other] as Item, rest[at] as Item];
    }
    rest.length = taken;
    return rest;
  }
}

/** The stream of a topic (see {@link topic}) for a key; `extra` makes further streams of the same topic. */
export function streamOf(key: Key, topicHash: number, extra = 0): Random {
  return new Sfc32(key[0] ^ topicHash, key[1] ^ scramble(topicHash + 1), key[2] ^ Math.imul(extra, 0x9e3779b1), key[3]);
}
