/** Looks every minute whether a quarter has settled that is not released yet; sooner again when it could not be counted. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Job } from '../defineSubgraph.js';
import type { Services } from '../server/services.js';
import type { Measure } from './measure.js';
import { releaseDue } from './release.js';
import { today as currentDay } from '../time/day.js';

const EVERY_MS = 60_000;
/** When it could not be counted: doubled each time, up to the pace of every day. */
const RETRY_MS = 1_000;

/**
 * The job of a subgraph with measures.
 * @param today the day by which a quarter has settled or not
 */
export function createReleaseJob(
  services: Services,
  measures: readonly Measure[],
  today: () => string = currentDay,
): Job {
  const { database, citizenService, log } = services;
  const stopping = new AbortController();
  let running: Promise<void> = Promise.resolve();
  let retry = RETRY_MS;

  const waitLonger = (): number => (retry = Math.min(retry * 2, EVERY_MS));

  /** @returns how long to wait until the next look */
  async function look(): Promise<number> {
    const begun = performance.now();
    try {
      const { outcome, released, citizens, failures } = await releaseDue(
        database,
        citizenService,
        measures,
        today(),
        stopping.signal,
      );
      const milliseconds = Math.round(performance.now() - begun);
      if (outcome === 'RELEASED') log.info({ released, citizens, milliseconds }, 'statistics released');
      for (const failure of failures) log.warn(failure, 'a statistic waits');
      if (failures.length > 0) return waitLonger();
      retry = RETRY_MS;
      return EVERY_MS;
    } catch (error) {
      // INVARIANT I-8: PostgreSQL quotes rows in its messages, so of an error only its kind is told.
      const { code = 'INTERNAL', next } = error as { readonly code?: unknown; readonly next?: unknown };
      log.warn({ code, next }, 'statistics wait');
      return waitLonger();
    }
  }

  async function run(): Promise<void> {
    while (!stopping.signal.aborted) {
      const wait = await look();
      await sleep(wait, undefined, { signal: stopping.signal, ref: false }).catch(() => {});
    }
  }

  return {
    start: () => void (running = run()),
    async stop() {
      stopping.abort();
      await running;
    },
  };
}
