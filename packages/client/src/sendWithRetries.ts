/**
 * A query that nobody answered, or that was answered “not now”, is sent again after a random moment, never before the
 * time that the gateway named. A mutation is sent once, whatever happens: nobody could tell whether it was done.
 */
import type { Outcome, Sending, WireAnswer } from './sendOnce.js';
import { sendOnce } from './sendOnce.js';

/** How often and how long. */
export interface Patience {
  /** Further attempts after the first. */
  readonly retries: number;
  /** A query, and nothing else, may be sent again. */
  readonly mayRepeat: boolean;
  /** When the caller's time is up, in milliseconds since the epoch. */
  readonly until: number;
}

const FIRST_PAUSE = 200;
const LONGEST_PAUSE = 4_000;
/** Whoever was told the same moment does not come back at the same moment. */
const SPREAD = 250;

/** Sends until there is an answer. Rejects with a SammenClientError, or with what `signal` was aborted with. */
export async function sendWithRetries(sending: Sending, patience: Patience, signal: AbortSignal): Promise<WireAnswer> {
  for (let attempt = 0; ; attempt += 1) {
    const outcome = await untilAborted(sendOnce(sending, signal), signal);
    if ('answer' in outcome) return outcome.answer;
    const pause = pauseBefore(attempt, outcome);
    const isWorthIt = patience.mayRepeat && outcome.passes && attempt < patience.retries;
    if (!isWorthIt || Date.now() + pause >= patience.until) throw outcome.error;
    await untilAborted(sleep(pause, signal), signal);
  }
}

function pauseBefore(attempt: number, { retryAfter }: Extract<Outcome, { error: unknown }>): number {
  if (retryAfter > 0) return retryAfter + Math.random() * SPREAD;
  return Math.random() * Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** attempt);
}

function sleep(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((done) => {
    const timer = setTimeout(finish, milliseconds);
    signal.addEventListener('abort', finish, { once: true });
    function finish(): void {
      clearTimeout(timer);
      signal.removeEventListener('abort', finish);
      done();
    }
  });
}

/** Also where a `fetch` or a token of somebody's own does not listen to the signal. */
export async function untilAborted<Value>(work: Promise<Value>, signal: AbortSignal): Promise<Value> {
  let stop = (): void => {};
  const aborted = new Promise<never>((_done, fail) => {
    stop = () => fail(signal.reason as Error);
    if (signal.aborted) stop();
    signal.addEventListener('abort', stop, { once: true });
  });
  try {
    return await Promise.race([work, aborted]);
  } finally {
    signal.removeEventListener('abort', stop);
  }
}
