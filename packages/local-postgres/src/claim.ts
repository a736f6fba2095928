/** One launcher per database folder: whoever holds the claim and lives keeps it. */
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { postgresError } from './errors.js';
import { identifyProcess, isRunning, type ProcessIdentity } from './processIdentity.js';

const file = (directory: string): string => join(directory, 'owner.json');

/** The living process that uses the folder. */
export async function claimHolder(directory: string): Promise<ProcessIdentity | undefined> {
  try {
    const holder = JSON.parse(await readFile(file(directory), 'utf8')) as ProcessIdentity;
    return isRunning(holder) ? holder : undefined;
  } catch {
    return undefined;
  }
}

/** @throws POSTGRES_IN_USE */
export async function claim(directory: string): Promise<void> {
  const mine = JSON.stringify(identifyProcess(process.pid));
  for (let attempt = 0; attempt < 2; attempt++) {
    try {
      return await writeFile(file(directory), mine, { flag: 'wx' });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST')
        throw postgresError('POSTGRES_NO_RIGHT', { cause: error });
    }
    const holder = await claimHolder(directory);
    if (holder !== undefined) {
      throw postgresError('POSTGRES_IN_USE', {
        message: `This database folder is already in use by another running Sammen (process ${holder.pid}).`,
      });
    }
    await rm(file(directory), { force: true });
  }
  throw postgresError('POSTGRES_IN_USE');
}

/** Gives the folder free. */
export async function release(directory: string): Promise<void> {
  await rm(file(directory), { force: true });
}
