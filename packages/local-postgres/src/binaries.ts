/** Makes the PostgreSQL binaries runnable by the server's user: adds missing library links, copies them when out of reach. */
import { existsSync } from 'node:fs';
import { chmod, cp, lstat, mkdir, readdir, readFile, rename, rm, symlink } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { postgresError } from './errors.js';
import type { PlatformPackage } from './platformPackage.js';
import { runAs, type ServerUser } from './serverUser.js';

/** Only needed to compile against PostgreSQL. */
const NOT_NEEDED = /\/(include|pkgconfig|doc|man)$|\.a$/;

/** npm cannot ship links and its install script may be blocked, so the package lists them and we make them. */
async function addMissingLinks(nativeDirectory: string): Promise<void> {
  const list = join(nativeDirectory, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(await readFile(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const path = join(nativeDirectory, '..', target);
    if ((await lstat(path).catch(() => undefined)) !== undefined) continue;
    const to = relative(dirname(path), join(nativeDirectory, '..', source));
    await symlink(to, path).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error; // another start made it meanwhile
    });
  }
}

async function openToAll(path: string): Promise<void> {
  const entry = await lstat(path);
  if (entry.isSymbolicLink()) return;
  await chmod(path, entry.isDirectory() || (entry.mode & 0o100) !== 0 ? 0o755 : 0o644);
  if (entry.isDirectory()) for (const name of await readdir(path)) await openToAll(join(path, name));
}

async function copyBinaries(from: string, to: string): Promise<void> {
  if (existsSync(to)) return;
  const half = `${to}.${process.pid}`;
  await rm(half, { recursive: true, force: true });
  await mkdir(dirname(to), { recursive: true });
  await cp(from, join(half, 'native'), {
    recursive: true,
    verbatimSymlinks: true,
    filter: (path) => !NOT_NEEDED.test(path),
  });
  await addMissingLinks(join(half, 'native'));
  await openToAll(half);
  await rename(half, to).catch(async (error: unknown) => {
    if (!existsSync(to)) throw error;
    await rm(half, { recursive: true, force: true }); // another start was faster
  });
}

async function trial(user: ServerUser, nativeDirectory: string): Promise<string | undefined> {
  const check = '"$1/bin/postgres" --version && test -x "$1/bin/initdb" && test -r "$1/share/postgresql/postgres.bki"';
  const { code, output } = await runAs(user, '/bin/sh', ['-c', check, 'sh', nativeDirectory]);
  return code === 0 ? undefined : output || 'not readable';
}

/**
 * @param copyTo the folder for a copy when the installed ones cannot be used in place
 * @returns the folder with `bin`, `lib` and `share` that the user can run
 * @throws POSTGRES_BINARIES_UNUSABLE with the system's own words
 */
export async function prepareBinaries(
  found: PlatformPackage,
  user: ServerUser,
  copyTo: () => Promise<string>,
): Promise<string> {
  // A folder that is read-only for us stays without links and fails the trial.
  await addMissingLinks(found.nativeDirectory).catch(() => undefined);
  if ((await trial(user, found.nativeDirectory)) === undefined) return found.nativeDirectory;
  const copy = join(await copyTo(), `postgresql-${found.version}`);
  await copyBinaries(found.nativeDirectory, copy);
  const problem = await trial(user, join(copy, 'native'));
  if (problem !== undefined) {
    throw postgresError('POSTGRES_BINARIES_UNUSABLE', {
      message: `The embedded PostgreSQL binaries do not run here: ${problem.split('\n')[0]}`,
    });
  }
  return join(copy, 'native');
}
