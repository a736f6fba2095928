/** Remembers what was seen until it lapses; when it is full it refuses rather than forgets (INVARIANT I-4). */

/** What {@link ReplayMemory.admit} found. */
export type Admission = 'NEW' | 'SEEN' | 'FULL';

/** A bounded memory of identifiers. */
export interface ReplayMemory {
  /** Remembers an id until the given moment (milliseconds). Only NEW may proceed. */
  admit(id: string, until: number): Admission;
}

/** A memory for at most `size` identifiers that have not lapsed. */
export function createReplayMemory({ size, clock }: { size: number; clock: () => number }): ReplayMemory {
  const seen = new Map<string, number>();

  /** All ids live about equally long, so those that have lapsed stand first. */
  function forgetLapsed(): void {
    const now = clock();
    for (const [id, until] of seen) {
      if (until > now) return;
      seen.delete(id);
    }
  }

  return {
    admit(id, until) {
      forgetLapsed();
      if (seen.has(id)) return 'SEEN';
      if (seen.size >= size) return 'FULL';
      seen.set(id, until);
      return 'NEW';
    },
  };
}
