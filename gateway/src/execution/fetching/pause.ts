/** Waits for a request, and no longer than the request lasts. */
import type { RequestLife } from './requestLife.js';

/** Resolves after `milliseconds`, or when the request ends: look at {@link RequestLife.ended} then. */
export function pause(milliseconds: number, life: RequestLife): Promise<void> {
  return new Promise((resolve) => {
    const waiting = { onRequestEnd: () => (clearTimeout(timer), resolve()) };
    const timer = setTimeout(() => (life.release(waiting), resolve()), milliseconds);
    life.hold(waiting);
  });
}
