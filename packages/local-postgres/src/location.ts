/** Where a cluster's data lives: in its folder, or, when the server's user cannot get there, in a place it can. */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chmod, chown, lstat, mkdir, readFile, realpath, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { postgresError } from './errors.js';
import { stopLeftover } from './leftover.js';
import { canEnter, isRoot, unprivilegedUser, type ServerUser } from './serverUser.js';

/** Where and as whom a cluster runs. */
export interface Location {
  /** PostgreSQL's data directory; its parent exists and belongs to us. */
  readonly data: string;
  readonly user: ServerUser;
}

const OUTSIDE = ['/var/lib/sammen', '/var/tmp/sammen'];

/** A folder of root's that everybody can enter: for root only. */
export async function sharedFolder(): Promise<string> {
  for (const folder of OUTSIDE) {
    try {
      await mkdir(folder, { recursive: true });
      const entry = await lstat(folder);
      // In /var/tmp anybody could have put a link or a folder of that name.
      if (!entry.isDirectory() || entry.uid !== 0) continue;
      await chmod(folder, 0o755);
      if (await canEnter(unprivilegedUser(), folder)) return folder;
    } catch {
      continue;
    }
  }
  throw postgresError('POSTGRES_NO_RIGHT', {
    message: `No folder that both root and the user nobody can use (tried ${OUTSIDE.join(', ')}).`,
  });
}

/** The place outside that `directory` remembers, unless `directory` is only a copy of the folder it belongs to. */
export async function rememberedLocation(directory: string): Promise<string | undefined> {
  const note = await readFile(join(directory, 'location'), 'utf8').catch(() => undefined);
  if (note === undefined) return undefined;
  const place = note.trim();
  const owner = await readFile(join(place, 'directory'), 'utf8').catch(() => undefined);
  if (owner === undefined) return undefined;
  const isCopy = owner.trim() !== directory && existsSync(join(owner.trim(), 'location'));
  return isCopy ? undefined : place;
}

async function moveOutside(directory: string): Promise<string> {
  const name = createHash('sha256').update(directory).digest('hex').slice(0, 16);
  const place = join(await sharedFolder(), name);
  // Whoever deleted the project, or its state, meant the data there too: nobody knows its password any more.
  await stopLeftover(join(place, 'data'));
  await rm(place, { recursive: true, force: true });
  await mkdir(place, { recursive: true });
  await chmod(place, 0o755);
  await writeFile(join(place, 'directory'), `${directory}\n`, { mode: 0o600 });
  await writeFile(join(directory, 'location'), `${place}\n`);
  return place;
}

/**
 * Decides once and remembers: an existing data directory stays where it is and keeps its user.
 * @throws POSTGRES_NO_RIGHT, POSTGRES_FOLDER_UNREACHABLE, POSTGRES_NO_UNPRIVILEGED_USER
 */
export async function locate(given: string): Promise<Location> {
  let directory: string;
  try {
    await mkdir(given, { recursive: true });
    directory = await realpath(given);
  } catch (cause) {
    throw postgresError('POSTGRES_NO_RIGHT', { cause });
  }
  const place = isRoot() ? ((await rememberedLocation(directory)) ?? directory) : directory;
  const data = join(place, 'data');
  const existing = await stat(data).catch(() => undefined);
  if (existing !== undefined) {
    if (!isRoot()) {
      if (existing.uid !== process.getuid?.()) throw postgresError('POSTGRES_NO_RIGHT');
      return { data, user: undefined };
    }
    const user = existing.uid === 0 ? unprivilegedUser() : { uid: existing.uid, gid: existing.gid };
    if (!(await canEnter(user, place))) throw postgresError('POSTGRES_FOLDER_UNREACHABLE');
    return { data, user };
  }
  const user = unprivilegedUser();
  if (user === undefined || (await canEnter(user, place))) return { data, user };
  return { data: join(await moveOutside(directory), 'data'), user };
}

/** A file or folder becomes the server's. */
export async function giveTo(user: ServerUser, path: string): Promise<void> {
  if (user !== undefined) await chown(path, user.uid, user.gid);
}
