/**
 * What stands in a file, taken up while the process runs when the file changes, so that replacing a key costs no restart
 * and no request. A file that has become unreadable changes nothing: what was read goes on.
 */
import { statSync } from 'node:fs';

/** How a file is followed. */
export interface FollowOptions {
  /** Told of each change that could not be taken up. */
  readonly onRefused?: (error: unknown) => void;
  readonly clock?: () => number;
}

const LOOK_EVERY = 1_000;

/** Reads the file with `read`, and looks at most once a second whether it has changed. Throws as `read` does, at first. */
export function followFile<T>(path: string, read: () => T, options: FollowOptions): () => T {
  const { onRefused = () => undefined, clock = Date.now } = options;
  let version = versionOf(path);
  let content = read();
  let lookedAt = clock();

  return () => {
    if (clock() - lookedAt < LOOK_EVERY) return content;
    lookedAt = clock();
    const found = versionOf(path);
    if (found === version) return content;
    try {
      content = read();
      version = found;
    } catch (error) {
      onRefused(error);
    }
    return content;
  };
}

/** Changes whenever the file does, whether it was replaced or written anew. */
function versionOf(path: string): string {
  try {
    const { ino, size, mtimeMs } = statSync(path);
    return `${ino} ${size} ${mtimeMs}`;
  } catch {
    return 'none';
  }
}
