/**
 * Notices that a file has changed, by looking: works on every file system, through symbolic links, and for files that
 * are replaced rather than written.
 */
import { stat } from 'node:fs/promises';

/** Identifies one state of a file without reading it; `gone` for a missing one. */
export async function fingerprintOf(file: string): Promise<string> {
  try {
    const { mtimeMs, size, ino } = await stat(file);
    return `${mtimeMs} ${size} ${ino}`;
  } catch {
    return 'gone';
  }
}

/**
 * Looks every `interval` milliseconds and calls `onChange` when the file is not what `since` says (taken before it was
 * read, so that no change falls between). The next look waits for `onChange`. Returns how to stop.
 */
export function watchFile(file: string, since: string, interval: number, onChange: () => Promise<void>): () => void {
  let known = since;
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;

  async function look(): Promise<void> {
    const found = await fingerprintOf(file);
    if (found !== known && !stopped) {
      known = found;
      await onChange();
    }
    if (!stopped) timer = setTimeout(look, interval).unref();
  }

  timer = setTimeout(look, interval).unref();
  return () => {
    stopped = true;
    clearTimeout(timer);
  };
}
