/** The messages to import: files as named, and all below a named folder in the order of their names. */
import { readdir, stat } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { cliError } from '../errors.js';

const MESSAGES = ['.json', '.xml'];

/** @throws FILE_UNREADABLE naming the path */
export async function findFiles(paths: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  for (const path of paths) {
    const entry = await stat(path).catch(() => {
      throw cliError('FILE_UNREADABLE', { message: `${path} cannot be read.` });
    });
    if (!entry.isDirectory()) {
      found.push(path);
      continue;
    }
    const names = await readdir(path, { recursive: true });
    found.push(
      ...names
        .filter((name) => MESSAGES.includes(extname(name)))
        .toSorted()
        .map((name) => join(path, name)),
    );
  }
  return found;
}
