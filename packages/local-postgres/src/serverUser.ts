/** As whom PostgreSQL runs: it refuses root, so root lends it the unprivileged user that always exists. */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { postgresError } from './errors.js';

/** The user and group to change to; `undefined` means: as whoever we are. */
export type ServerUser = { readonly uid: number; readonly gid: number } | undefined;

/** Whether this process may give files away and change its user. */
export const isRoot = (): boolean => process.getuid?.() === 0;

/** The user for a fresh data directory. */
export function unprivilegedUser(): ServerUser {
  if (!isRoot()) return undefined;
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((row) => row.startsWith('nobody:'));
  if (line === undefined) {
    throw postgresError('POSTGRES_NO_UNPRIVILEGED_USER', {
      message: 'PostgreSQL refuses to run as root, and this system has no user nobody.',
    });
  }
  const [, , uid, gid] = line.split(':');
  return { uid: Number(uid), gid: Number(gid) };
}

/** What a helper program said and how it ended. */
export interface Outcome {
  readonly code: number | null;
  readonly output: string;
}

/** A program's surroundings: nothing of the caller's environment gets through, secrets least of all. */
export const SERVER_ENVIRONMENT = { PATH: '/usr/local/bin:/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' };

/**
 * Runs a program to its end as the server's user.
 * @throws POSTGRES_NO_UNPRIVILEGED_USER when the system does not let root change to that user
 */
export function runAs(user: ServerUser, program: string, args: readonly string[]): Promise<Outcome> {
  return new Promise((done, fail) => {
    const child = spawn(program, args, {
      ...user,
      cwd: '/',
      env: SERVER_ENVIRONMENT,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    child.stdout.on('data', (chunk) => (output += chunk));
    child.stderr.on('data', (chunk) => (output += chunk));
    child.on('error', (cause: NodeJS.ErrnoException) => {
      const refused = user !== undefined && (cause.code === 'EPERM' || cause.code === 'EINVAL');
      if (refused) fail(postgresError('POSTGRES_NO_UNPRIVILEGED_USER', { cause }));
      else done({ code: null, output: cause.code ?? 'error' });
    });
    child.on('close', (code) => done({ code, output: output.trim() }));
  });
}

/** Whether the server's user can enter a folder: tried, not computed, so that every kind of right counts. */
export async function canEnter(user: ServerUser, directory: string): Promise<boolean> {
  return (await runAs(user, '/bin/sh', ['-c', 'cd "$1"', 'sh', directory])).code === 0;
}
