/** Ends a server that outlived its launcher, after making sure that it really is the one of this data directory. */
import { readFile, realpath, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { postgresError } from './errors.js';
import { identifyProcess, waitUntilGone, worksIn } from './processIdentity.js';

/** What `postmaster.pid` tells: the server's process, its port, and `ready` once it takes connections. */
export interface ServerNote {
  readonly pid: number;
  readonly port: number;
  readonly ready: boolean;
}

/** Reads the server's own note; `undefined` when there is none. */
export async function readServerNote(data: string): Promise<ServerNote | undefined> {
  const text = await readFile(join(data, 'postmaster.pid'), 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  const lines = text.split('\n');
  return { pid: Number(lines[0]), port: Number(lines[3]), ready: lines[7]?.trim() === 'ready' };
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch {
    // Gone meanwhile.
  }
}

/** Fast shutdown (open transactions are rolled back), then immediate. `true` when the server is gone. */
export async function shutDown(pid: number): Promise<boolean> {
  const server = identifyProcess(pid);
  if (server === undefined) return true;
  signal(pid, 'SIGINT');
  if (await waitUntilGone(server, 20_000)) return true;
  signal(pid, 'SIGQUIT');
  return waitUntilGone(server, 5_000);
}

/**
 * Leaves the data directory without a server.
 * @returns whether one had to be stopped
 * @throws POSTGRES_STOP_FAILED
 */
export async function stopLeftover(data: string): Promise<boolean> {
  const note = await readServerNote(data);
  if (note === undefined || !(note.pid > 1)) return false;
  if (worksIn(note.pid, await realpath(data))) {
    if (!(await shutDown(note.pid)))
      throw postgresError('POSTGRES_STOP_FAILED', {
        message: `The PostgreSQL server left over from an earlier run (process ${note.pid}) does not stop.`,
      });
    return true;
  }
  // The id went to a stranger, whom PostgreSQL would take for its own server and refuse to start.
  if (identifyProcess(note.pid) !== undefined) await rm(join(data, 'postmaster.pid'), { force: true });
  return false;
}
