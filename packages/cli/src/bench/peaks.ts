/** The most memory that short-lived processes ever held, by looking twice a second. */
import type { ProcessIdentity } from '@sammen/local-postgres';
import { residentMemory } from './memory.js';

const INTERVAL = 500;

/** What one of them held, in bytes. */
export interface Peak {
  readonly most: number;
  /** In the first and in the second half of its life: the same when it does not grow with what it has done. */
  readonly halves: readonly [number, number];
}

/** A watch over processes. */
export interface PeakWatch {
  add(name: string, identity: ProcessIdentity): void;
  /** Ends the watch. */
  stop(): Record<string, Peak>;
}

/** Begins at once. */
export function watchPeaks(): PeakWatch {
  const watched = new Map<string, { pid: number; samples: number[] }>();
  const look = async (): Promise<void> => {
    const entries = [...watched.values()];
    const bytes = await residentMemory(entries.map(({ pid }) => pid)).catch(() => []);
    for (const [at, held] of bytes.entries()) if (held > 0) entries[at]!.samples.push(held);
  };
  const timer = setInterval(() => void look(), INTERVAL);
  const most = (samples: readonly number[]): number => Math.max(0, ...samples);
  return {
    add: (name, { pid }) => void watched.set(name, { pid, samples: [] }),
    stop() {
      clearInterval(timer);
      const peaks = [...watched].map(([name, { samples }]): [string, Peak] => {
        const middle = Math.ceil(samples.length / 2);
        const halves = [most(samples.slice(0, middle)), most(samples.slice(middle))] as const;
        return [name, { most: most(samples), halves }];
      });
      return Object.fromEntries(peaks);
    },
  };
}
