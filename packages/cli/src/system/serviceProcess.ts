/** One service as a process of its own: started, waited for, restarted when it dies, ended with all it started. */
import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, renameSync } from 'node:fs';
import { identifyProcess, type ProcessIdentity } from '@sammen/local-postgres';
import { signalGroup } from './runRecord.js';

/** How to run a program. */
export interface ProgramOptions {
  readonly name: string;
  readonly entry: string;
  readonly args?: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  /** Gets all that the program prints; what was there before moves to `<file>.1`. */
  readonly logFile: string;
  readonly onMessage?: (message: { type?: string; done?: number; total?: number }) => void;
  readonly onSpawn?: (identity: ProcessIdentity) => void;
}

/** A running program. */
export interface Program {
  readonly identity: ProcessIdentity | undefined;
  /** Resolves when it has ended. */
  readonly ended: Promise<{ code: number | null; signal: NodeJS.Signals | null }>;
  /** SIGTERM, and SIGKILL to its whole group when that takes longer than `patience` milliseconds. */
  stop(patience?: number): Promise<void>;
  /** SIGKILL to its whole group. */
  kill(): void;
  /** The line in which it says why it failed, or its last one. */
  lastWords(): string;
}

function openLog(file: string): number {
  if (existsSync(file)) renameSync(file, `${file}.1`);
  return openSync(file, 'w', 0o600);
}

/** Starts a program with an IPC channel, in a process group of its own so that a terminal's Ctrl-C comes to us alone. */
export function startProgram(options: ProgramOptions): Program {
  const { name, entry, args = [], environment, logFile } = options;
  const log = openLog(logFile);
  let child: ChildProcess;
  try {
    child = spawn(process.execPath, [entry, ...args], {
      env: { ...environment },
      detached: true,
      stdio: ['ignore', log, log, 'ipc'],
    });
  } finally {
    closeSync(log);
  }
  const identity = child.pid === undefined ? undefined : identifyProcess(child.pid);
  if (identity !== undefined) options.onSpawn?.(identity);
  if (options.onMessage !== undefined) child.on('message', options.onMessage);

  const ended = new Promise<{ code: number | null; signal: NodeJS.Signals | null }>((done) => {
    child.once('exit', (code, signal) => done({ code, signal }));
    child.once('error', () => done({ code: 1, signal: null }));
  });
  const kill = (): void => {
    if (identity !== undefined) signalGroup(identity, 'SIGKILL');
  };
  return {
    identity,
    ended,
    kill,
    async stop(patience = 15_000) {
      child.kill('SIGTERM');
      const timer = setTimeout(kill, patience);
      await ended;
      clearTimeout(timer);
    },
    lastWords() {
      const lines = readFileSync(logFile, 'utf8')
        .split('\n')
        .filter((line) => line.trim() !== '');
      return lines.findLast((line) => line.startsWith(`sammen ${name}`)) ?? lines.at(-1) ?? 'it said nothing';
    },
  };
}
