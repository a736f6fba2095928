/** One process per folder: whoever wrote the claim and lives keeps it. */
import { link, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { identifyProcess, isRunning, type ProcessIdentity } from './processIdentity.js';

const read = (file: string): Promise<string | undefined> => readFile(file, 'utf8').catch(() => undefined);

function holderOf(text: string | undefined): ProcessIdentity | undefined {
  if (text === undefined) return undefined;
  try {
    const holder = JSON.parse(text) as ProcessIdentity;
    return isRunning(holder) ? holder : undefined;
  } catch {
    return undefined;
  }
}

/** The living process that holds the claim. */
export async function claimHolder(file: string): Promise<ProcessIdentity | undefined> {
  return holderOf(await read(file));
}

/** Removes a dead process's claim, and puts it back should a living one have replaced it this very moment. */
async function clear(file: string, dead: string | undefined): Promise<void> {
  const aside = `${file}.${process.pid}.old`;
  try {
    await rename(file, aside);
  } catch {
    return; // somebody else cleared it
  }
  if ((await read(aside)) !== dead) await link(aside, file).catch(() => undefined);
  await rm(aside, { force: true });
}

/**
 * Takes the claim for this process unless a living process (this one included) has it.
 * @returns the holder that stands in the way; `undefined` when the claim is ours now
 */
export async function takeClaim(file: string): Promise<ProcessIdentity | undefined> {
  // A link appears complete or not at all, so nobody ever reads half a claim.
  const mine = `${file}.${process.pid}.new`;
  await writeFile(mine, JSON.stringify(identifyProcess(process.pid)));
  try {
    for (;;) {
      const taken = await link(mine, file).then(
        () => true,
        (error: NodeJS.ErrnoException) => {
          if (error.code === 'EEXIST') return false;
          throw error;
        },
      );
      if (taken) return undefined;
      const text = await read(file);
      const holder = holderOf(text);
      if (holder !== undefined) return holder;
      await clear(file, text);
    }
  } finally {
    await rm(mine, { force: true });
  }
}

/** Gives the claim up. */
export async function releaseClaim(file: string): Promise<void> {
  await rm(file, { force: true });
}
