/** Sets the clock of processes ahead, so that a test need not wait for hours: tokens, sessions and keys age for real. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './testFolders.js';

/** A clock that processes are started with. */
export interface ClockAhead {
  /** What the environment of those processes has to hold. */
  readonly environment: { readonly NODE_OPTIONS: string };
  /** From now on, within a tenth of a second, it is so many milliseconds later for them. */
  setAhead(milliseconds: number): void;
}

/** Declares a clock; `folder` is there already and keeps how far ahead it is. */
export function createClockAhead(folder: string): ClockAhead {
  const file = join(folder, 'ahead.txt');
  const setAhead = (milliseconds: number) => writeFileSync(file, String(milliseconds));
  setAhead(0);
  const loaded = pathToFileURL(join(root, 'test/support/loadedClock.mjs'));
  loaded.searchParams.set('file', file);
  return { environment: { NODE_OPTIONS: `--import=${loaded.href}` }, setAhead };
}
