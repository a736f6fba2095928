/** Looks every minute whether a quarter has settled that is not released yet; sooner again when it could not be counted. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Job } from '../defineSubgraph.js';
import type { Services } from '../server/services.js';
import type { Measure } from './measure.js';
import { releaseDue } from './release.js';

const EVERY_MS = 60_000;
/** When it could not be counted: doubled each time, up to the pace of every day. */
const RETRY_MS = 1_000;

/** The job of a subgraph with measures. */
export function createReleaseJob(services: Services, measures: readonly Measure[]): Job {
  const { database, citizenService, log } = services;
  const stopping = new AbortController();
  let running: Promise<void> = Promise.resolve();
  let retry = RETRY_MS;

  /** @returns how long to wait until the next look */
  async function look(): Promise<number> {
    const begun = performance.now();
    try {
      const today = new Date().toISOString().slice(0, 10);
      const { outcome, released, citizens } = await releaseDue(
        database,
        citizenService,
        measures,
        today,
        stopping.signal,
      );
      const milliseconds = Math.round(performance.now() - begun);
      if (outcome === 'RELEASED') log.info({ released, citizens, milliseconds }, 'statistics released');
      retry = RETRY_MS;
      return EVERY_MS;
    } catch (error) {
      // INVARIANT I-8: PostgreSQL quotes rows in its messages, so of an error only its kind is told.
      log.warn({ code: (error as { code?: unknown }).code ?? 'INTERNAL' }, 'statistics wait');
      retry = Math.min(retry * 2, EVERY_MS);
      return retry;
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
