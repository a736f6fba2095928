/** When to end: on a signal, on a second one at once, and when the npm that started us is gone. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { identifyProcess, isRunning, type ProcessIdentity } from '@sammen/local-postgres';

/** npm passes a Ctrl-C on that the terminal already gave to us: within this time it is the same one. */
const SAME_SIGNAL = 1_000;

/** A process's parent and command line. */
function lookUp(pid: number): { parent: number; command: string } | undefined {
  try {
    if (process.platform === 'linux') {
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
      const parent = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
      return { parent, command: readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ') };
    }
    const [, parent, command] =
      /^\s*(\d+)\s+(.*)$/s.exec(
        execFileSync('ps', ['-ww', '-o', 'ppid=,command=', '-p', String(pid)], { encoding: 'utf8' }),
      ) ?? [];
    return parent === undefined ? undefined : { parent: Number(parent), command: command ?? '' };
  } catch {
    return undefined;
  }
}

/** The npm or npx that we run under: our parent, or the parent of a shell between. */
function findNpm(): ProcessIdentity | undefined {
  let pid = process.ppid;
  for (let level = 0; level < 3 && pid > 1; level++) {
    const found = lookUp(pid);
    if (found === undefined) return undefined;
    if (/\bnp[mx]\b/.test(found.command)) return identifyProcess(pid);
    pid = found.parent;
  }
  return undefined;
}

/** Who wants to know. */
export interface StopRequest {
  /** Asked to end in order; called once. */
  readonly stop: (reason: string) => void;
  /** Asked again: at once. */
  readonly kill: () => void;
  /** Whether npm started us. */
  readonly startedByNpm: boolean;
}

/** Listens until the returned function is called. */
export function stopOnSignals({ stop, kill, startedByNpm }: StopRequest): () => void {
  let first: number | undefined;
  const once = (reason: string): void => {
    if (first === undefined) {
      first = performance.now();
      stop(reason);
    } else if (performance.now() - first > SAME_SIGNAL) {
      kill();
    }
  };
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  for (const signal of signals) process.on(signal, once);
  const npm = startedByNpm ? findNpm() : undefined;
  const watch = setInterval(() => {
    if (npm !== undefined && first === undefined && !isRunning(npm)) once('npm is gone');
  }, 1_000).unref();
  return () => {
    clearInterval(watch);
    for (const signal of signals) process.off(signal, once);
  };
}
