/** Who and why are erased when the access log's retention is over; that somebody looked, and the chain, stay. */
import { eraseExpired } from '@sammen/ledger';
import type { Job, Services } from '@sammen/subgraph-kit';
import type { DataSource } from 'typeorm';
import { repeated } from './repeated.js';

const EVERY_MS = 60 * 60_000;

/** Few enough that no statement holds its rows for long. */
const AT_ONCE = 5_000;

/** What retention needs. */
export interface RetentionOptions {
  readonly database: DataSource;
  /** ISO 8601 duration, at least P2Y: the database refuses less. */
  readonly retention: string;
  readonly log: Services['log'];
  readonly everyMs?: number;
}

/** Erases what is due, at start and every hour. What fails is logged and tried again. */
export function createRetention({ database, retention, log, everyMs = EVERY_MS }: RetentionOptions): Job {
  let stopping = false;
  const sweep = async (): Promise<void> => {
    try {
      let [erased, total] = [0, 0];
      do {
        erased = await eraseExpired(database, retention, AT_ONCE);
        total += erased;
      } while (erased === AT_ONCE && !stopping);
      if (total > 0) log.info({ erased: total }, 'entries of the access log reached the end of their retention');
    } catch (error) {
      log.error({ reason: (error as { code?: unknown }).code }, 'nothing was erased from the access log');
    }
  };
  const job = repeated(sweep, { everyMs, atOnce: true, atEnd: false });
  return {
    start: job.start,
    stop() {
      stopping = true;
      return job.stop();
    },
  };
}
