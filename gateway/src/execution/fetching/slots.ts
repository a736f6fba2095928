/** How many calls a source is given at once: as many as it can bear, a short queue behind them, and no more (bulkhead). */
import { assertAlive } from './assertAlive.js';
import type { RequestLife, Running } from './requestLife.js';
import { SubgraphUnavailable } from './subgraphUnavailable.js';

/** Bounds of the calls to one source. */
export interface SlotBounds {
  /** Calls at once. */
  readonly most: number;
  /** Calls that may wait. */
  readonly queue: number;
  /** How long one may wait, in milliseconds. */
  readonly patience: number;
}

/** The slots of one source. */
export interface Slots {
  readonly running: number;
  readonly waiting: number;
  /** Takes a slot: at once (undefined), or when the promise resolves. Rejects or throws BUSY, LATE, GONE: none taken then. */
  take(life: RequestLife): Promise<void> | undefined;
  /** Gives it back, to whoever has waited longest. */
  give(): void;
}

interface Waiting extends Running {
  readonly admit: () => void;
}

/** Slots that are all free. */
export function createSlots({ most, queue, patience }: SlotBounds): Slots {
  const waiting: Waiting[] = [];
  let running = 0;

  function wait(life: RequestLife): Promise<void> {
    return new Promise((resolve, reject) => {
      const leave = (): void => {
        clearTimeout(timer);
        life.release(one);
        const at = waiting.indexOf(one);
        if (at >= 0) waiting.splice(at, 1);
      };
      const one: Waiting = {
        admit: () => (leave(), resolve()),
        onRequestEnd: (why) => (leave(), reject(new SubgraphUnavailable(why === 'LATE' ? 'LATE' : 'GONE', 'queued'))),
      };
      const timer = setTimeout(() => (leave(), reject(busy('waited'))), patience);
      waiting.push(one);
      life.hold(one);
    });
  }

  return {
    get running() {
      return running;
    },
    get waiting() {
      return waiting.length;
    },
    take(life) {
      assertAlive(life);
      if (running < most) return void (running += 1);
      if (waiting.length >= queue) throw busy('queue full');
      return wait(life);
    },
    give() {
      const next = waiting[0];
      if (next) next.admit();
      else running -= 1;
    },
  };
}

function busy(detail: string): SubgraphUnavailable {
  return new SubgraphUnavailable('BUSY', detail);
}
