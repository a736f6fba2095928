/** The embedded PostgreSQL: a real server in a folder of the project, on the loopback address only. */
import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { open, readFile, realpath } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { prepareBinaries } from './binaries.js';
import { releaseClaim, takeClaim } from './claim.js';
import { adminPassword, createCluster } from './cluster.js';
import { postgresError } from './errors.js';
import { readServerNote, shutDown, stopLeftover } from './leftover.js';
import { locate, sharedFolder, type Location } from './location.js';
import { findPlatformPackage } from './platformPackage.js';
import { freePort, portProblem } from './ports.js';
import { isRoot, SERVER_ENVIRONMENT } from './serverUser.js';
import { serverArguments } from './settings.js';

/** How to run a cluster. */
export interface LocalPostgresOptions {
  /** Everything about the cluster is here, except where the server's user cannot reach it (then `location` tells where). */
  readonly directory: string;
  /** On 127.0.0.1; 0 takes a free one. */
  readonly port: number;
  /** `false` trades safety against power cuts for speed: for tests. */
  readonly durable?: boolean;
  /** Told in short sentences what takes time. */
  readonly log?: (message: string) => void;
}

/** A cluster that can be started and stopped. */
export interface LocalPostgres {
  /** @returns the administrator's connection string, once connections are taken */
  start(): Promise<{ adminUrl: string }>;
  /** Fast shutdown; resolves when the server is gone. Harmless when not started. */
  stop(): Promise<void>;
  /** Immediate shutdown without waiting; the next start recovers. */
  kill(): void;
}

async function launch(
  location: Location,
  nativeDirectory: string,
  logFile: string,
  args: string[],
): Promise<ChildProcess> {
  const log = await open(logFile, 'w', 0o600);
  try {
    // Its own process group: a Ctrl-C in the terminal must not take the database away before the services.
    const server = spawn(join(nativeDirectory, 'bin', 'postgres'), ['-D', location.data, ...args], {
      ...location.user,
      cwd: '/',
      env: SERVER_ENVIRONMENT,
      detached: true,
      stdio: ['ignore', log.fd, log.fd],
    });
    await new Promise((started, failed) => server.once('spawn', started).once('error', failed));
    server.unref();
    return server;
  } finally {
    await log.close();
  }
}

async function untilReady(server: ChildProcess, location: Location, logFile: string, port: number): Promise<void> {
  while (server.exitCode === null && server.signalCode === null) {
    const note = await readServerNote(location.data);
    if (note?.pid === server.pid && note?.ready) return;
    await new Promise((wake) => setTimeout(wake, 10));
  }
  const lines = (await readFile(logFile, 'utf8'))
    .split('\n')
    .filter((line) => /FATAL|PANIC|ERROR|could not/.test(line));
  if (lines.some((line) => line.includes('could not bind'))) throw portTaken(port);
  const reason =
    lines.at(-1)?.replace(/^.*?(FATAL|PANIC|ERROR):\s*/, '') ?? `it ended with ${server.exitCode ?? server.signalCode}`;
  throw postgresError('POSTGRES_START_FAILED', { message: `The embedded PostgreSQL did not start: ${reason}` });
}

const portTaken = (port: number) =>
  postgresError('POSTGRES_PORT_TAKEN', {
    message: `Port ${port} of the embedded PostgreSQL is taken by another program.`,
  });

const claimFile = (directory: string): string => join(directory, 'owner.json');

async function takeFolder(directory: string): Promise<void> {
  const holder = await takeClaim(claimFile(directory)).catch((cause: unknown) => {
    throw postgresError('POSTGRES_NO_RIGHT', { cause });
  });
  if (holder === undefined) return;
  throw postgresError('POSTGRES_IN_USE', {
    message: `This database folder is already in use by another running Sammen (process ${holder.pid}).`,
  });
}

/** The administrator's connection string of a cluster that runs on that port. */
export async function adminUrlOf(directory: string, port: number): Promise<string> {
  return `postgresql://postgres:${await adminPassword(directory)}@127.0.0.1:${port}/postgres`;
}

/** Declares a cluster; nothing happens before `start`. */
export function createLocalPostgres({
  directory: given,
  port,
  durable = true,
  log = () => {},
}: LocalPostgresOptions): LocalPostgres {
  let server: ChildProcess | undefined;
  let directory = resolve(given);

  async function start(): Promise<{ adminUrl: string }> {
    const found = findPlatformPackage();
    const location = await locate(directory);
    directory = await realpath(directory);
    await takeFolder(directory);
    try {
      if (await stopLeftover(location.data)) log('stopped a PostgreSQL server left over from an earlier run');
      const listenOn = port === 0 ? await freePort() : port;
      if ((await portProblem(listenOn)) !== undefined) throw portTaken(listenOn);
      const native = await prepareBinaries(found, location.user, isRoot() ? sharedFolder : async () => directory);
      const password = await adminPassword(directory, location.data);
      if (!existsSync(location.data)) log('creating the database cluster');
      await createCluster(location, native, password, durable);
      const logFile = join(directory, 'postgres.log');
      server = await launch(location, native, logFile, serverArguments({ port: listenOn, durable }));
      await untilReady(server, location, logFile, listenOn);
      return { adminUrl: await adminUrlOf(directory, listenOn) };
    } catch (error) {
      await stop();
      throw error;
    }
  }

  async function stop(): Promise<void> {
    if (server?.pid !== undefined && !(await shutDown(server.pid))) throw postgresError('POSTGRES_STOP_FAILED');
    server = undefined;
    await releaseClaim(claimFile(directory));
  }

  return {
    start,
    stop,
    kill() {
      server?.kill('SIGQUIT');
    },
  };
}
