/** A source that fails is not asked more than before: repetitions are a tenth of the calls of the last ten seconds, or a few. */

/** What may still be repeated. */
export interface RetryBudget {
  /** A call is made for the first time. */
  call(): void;
  /** Whether one may be repeated now; counts it if so. */
  take(): boolean;
  /** Repetitions since the beginning. */
  readonly taken: number;
}

const SECONDS = 10;
const SHARE = 0.1;
/** Allowed in ten seconds however little is asked. */
const A_FEW = 5;

/** A full budget. `now`: milliseconds. */
export function createRetryBudget(now: () => number = () => performance.now()): RetryBudget {
  const calls = new Uint32Array(SECONDS);
  const repeated = new Uint32Array(SECONDS);
  let second = Math.floor(now() / 1_000);
  let taken = 0;

  /** The slot of this second; those that have passed since the last look are emptied. */
  function slot(): number {
    const current = Math.floor(now() / 1_000);
    for (let gone = Math.max(second + 1, current - SECONDS + 1); gone <= current; gone += 1) {
      calls[gone % SECONDS] = repeated[gone % SECONDS] = 0;
    }
    second = current;
    return current % SECONDS;
  }

  return {
    call() {
      calls[slot()]! += 1;
    },
    take() {
      const at = slot();
      if (sum(repeated) >= Math.max(A_FEW, SHARE * sum(calls))) return false;
      repeated[at]! += 1;
      taken += 1;
      return true;
    },
    get taken() {
      return taken;
    },
  };
}

function sum(counts: Uint32Array): number {
  let total = 0;
  for (const count of counts) total += count;
  return total;
}
