/** A file is either the old one or the whole new one, never half of it; a key file is never readable by others. */
import { randomUUID } from 'node:crypto';
import { existsSync, linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Writes a file so that no reader ever sees part of it. With `keepExisting` a file that is already there wins, also
 * when two processes race. Makes missing folders (0700). Throws as node:fs does.
 */
export function writeFileAtomically(
  path: string,
  content: string,
  options: { readonly mode: number; readonly keepExisting?: boolean },
): void {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const temporary = `${path}.${randomUUID()}.tmp`;
  writeFileSync(temporary, content, { mode: options.mode, flag: 'wx' });
  try {
    if (!options.keepExisting) renameSync(temporary, path);
    else linkSync(temporary, path);
  } catch (error) {
    if (!(options.keepExisting && (error as NodeJS.ErrnoException).code === 'EEXIST')) throw error;
  } finally {
    rmSync(temporary, { force: true });
  }
}

/**
 * Writes a file that readers hold by its inode, such as one that is mounted into a container by itself: replacing it
 * would leave them with the old one. A reader can catch it half written; those of keys then keep what they have.
 * Touches nothing when the content is there already.
 */
export function writeFileInPlace(path: string, content: string, mode: number): void {
  if (!existsSync(path)) writeFileAtomically(path, content, { mode });
  else if (readFileSync(path, 'utf8') !== content) writeFileSync(path, content, { mode });
}
