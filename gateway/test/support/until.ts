/** Waits for what happens by itself. */
import { setTimeout as sleep } from 'node:timers/promises';

/** Looks every 20 ms, for at most 10 s. */
export async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 10_000;
  while (!(await condition())) {
    if (Date.now() > deadline) throw new Error('It did not come to pass within 10 s');
    await sleep(20);
  }
}
