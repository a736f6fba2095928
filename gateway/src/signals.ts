/** A process ends in order: the first signal drains, the second ends at once; a parent that is gone counts as a signal. */
import type { Log } from './logging.js';

/** Calls `stop` on SIGTERM, SIGINT or a lost parent, then exits 0 (1 if `stop` failed, or on a second signal). */
export function drainOnSignals(stop: () => Promise<void>, log: Log): void {
  let stopping = false;

  function onSignal(signal: string): void {
    if (stopping) process.exit(1);
    stopping = true;
    log.info({ event: 'draining', signal });
    stop().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  }

  process.on('SIGTERM', onSignal);
  process.on('SIGINT', onSignal);
  if (process.channel) process.on('disconnect', () => onSignal('disconnect'));
}
