/** Checkpoints as this process remembers them, in its memory and in files: a database that was put back contradicts them. */
import { appendFile, mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Checkpoint, readCheckpoint, writeCheckpoint } from '@sammen/ledger';

/** What is kept outside the database. */
export interface Outside {
  /** The newest that this process, or an earlier one with the same folder, has made; null for none. */
  newest(): Promise<Checkpoint | null>;
  keep(checkpoint: Checkpoint): Promise<void>;
}

/** @param directory one file per day, one line per checkpoint; null for memory alone */
export function createOutside(directory: string | null): Outside {
  let known: Checkpoint | null | undefined;
  return {
    newest: async () => (known ??= directory === null ? null : await newestIn(directory)),
    async keep(checkpoint) {
      known = checkpoint;
      if (directory === null) return;
      await mkdir(directory, { recursive: true, mode: 0o700 });
      const line = writeCheckpoint(checkpoint);
      const day = (JSON.parse(line) as { at: string }).at.slice(0, 10);
      await appendFile(join(directory, `${day}.ndjson`), `${line}\n`, { mode: 0o600 });
    },
  };
}

async function newestIn(directory: string): Promise<Checkpoint | null> {
  const files = (await readdir(directory).catch(() => [])).filter((name) => /^\d{4}-\d\d-\d\d\.ndjson$/.test(name));
  const newest = files.toSorted().at(-1);
  if (newest === undefined) return null;
  // A process that was killed may have left half a line.
  for (const line of (await readFile(join(directory, newest), 'utf8')).split('\n').toReversed()) {
    try {
      return readCheckpoint(line).checkpoint;
    } catch {
      // The one before it.
    }
  }
  return null;
}
