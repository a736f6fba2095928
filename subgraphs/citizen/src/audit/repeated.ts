/** Work that is due again and again, never twice at a time, and that nobody waits for but whoever stops it. */
import type { Job } from '@sammen/subgraph-kit';

/** When the work is due. */
export interface Due {
  readonly everyMs: number;
  readonly atOnce: boolean;
  /** Once more when it is stopped. */
  readonly atEnd: boolean;
}

/** @param work never rejects */
export function repeated(work: () => Promise<void>, { everyMs, atOnce, atEnd }: Due): Job {
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> | undefined;
  const run = (): void => {
    running ??= work().finally(() => (running = undefined));
  };
  return {
    start() {
      if (atOnce) run();
      timer = setInterval(run, everyMs).unref();
    },
    async stop() {
      clearInterval(timer);
      await running;
      if (atEnd) await work();
    },
  };
}
