/** The same seed gives the same choices, on every machine. */

/** A stream of choices. */
export interface Random {
  /** 0 ≤ n < 1 */
  next(): number;
  /** 0 ≤ n < limit, whole. */
  below(limit: number): number;
  chance(probability: number): boolean;
  pick<T>(items: readonly T[]): T;
  /** Some of the items, at least one, at most `most`. */
  some<T>(items: readonly T[], most: number): T[];
  /** A stream of its own, so that what is drawn there moves nothing here. */
  fork(): Random;
}

/** A stream from a seed (mulberry32). */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  const self: Random = {
    next,
    below: (limit) => Math.floor(next() * limit),
    chance: (probability) => next() < probability,
    pick: (items) => items[Math.floor(next() * items.length)]!,
    some(items, most) {
      const count = 1 + self.below(Math.min(most, items.length));
      const left = [...items];
      return Array.from({ length: count }, () => left.splice(self.below(left.length), 1)[0]!);
    },
    fork: () => createRandom(Math.floor(next() * 2 ** 32)),
  };
  return self;
}
