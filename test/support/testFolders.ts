/** Folders for test data, named after the process that owns them, so that the next run can clean up after a killed one. */
import { existsSync } from 'node:fs';
import { mkdir, readdir, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { identifyProcess, removeLocalPostgres } from '@sammen/local-postgres';

/** The project's root. */
export const root = resolve(__dirname, '../..');
const state = join(root, '.sammen');

let made = 0;

/** A fresh folder `.sammen/test-<pid>-<n>`. */
export async function makeTestFolder(): Promise<string> {
  const folder = join(state, `test-${process.pid}-${(made += 1)}`);
  await removeTestFolder(folder); // of an earlier process with this id
  await mkdir(folder, { recursive: true });
  return folder;
}

/** Removes a test folder, with the database cluster in its folder `postgres`. */
export async function removeTestFolder(folder: string): Promise<void> {
  if (!existsSync(folder)) return;
  await removeLocalPostgres(join(folder, 'postgres'));
  await rm(folder, { recursive: true, force: true });
}

/** Removes what killed test runs left behind. */
export async function removeDeadTestFolders(): Promise<void> {
  for (const name of await readdir(state).catch(() => [])) {
    const pid = /^test-(\d+)-\d+$/.exec(name)?.[1];
    if (pid !== undefined && identifyProcess(Number(pid)) === undefined) await removeTestFolder(join(state, name));
  }
}
