/** How much memory processes hold, in bytes. */
import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);

interface Row {
  readonly pid: number;
  readonly parent: number;
  readonly bytes: number;
}

async function processes(): Promise<Row[]> {
  const { stdout } = await run('ps', ['-A', '-o', 'pid=,ppid=,rss='], { maxBuffer: 16 * 1024 * 1024 });
  return stdout
    .trim()
    .split('\n')
    .map((line) => {
      const [pid, parent, kilobytes] = line.trim().split(/\s+/).map(Number) as [number, number, number];
      return { pid, parent, bytes: kilobytes * 1024 };
    });
}

/** Resident memory of each of these processes; 0 for one that is gone. */
export async function residentMemory(pids: readonly number[]): Promise<number[]> {
  const rows = new Map((await processes()).map(({ pid, bytes }) => [pid, bytes]));
  return pids.map((pid) => rows.get(pid) ?? 0);
}

/** A process's share of what it holds together with others, where the system tells (Linux). */
async function proportional(pid: number): Promise<number | undefined> {
  const text = await readFile(`/proc/${pid}/smaps_rollup`, 'utf8').catch(() => '');
  const kilobytes = /^Pss:\s+(\d+) kB/m.exec(text)?.[1];
  return kilobytes === undefined ? undefined : Number(kilobytes) * 1024;
}

/** The first process of the PostgreSQL server that another process of it belongs to. */
export async function serverOf(backend: number): Promise<number> {
  return (await processes()).find(({ pid }) => pid === backend)!.parent;
}

/** All processes of a server, by its first one. */
export async function serverProcesses(server: number): Promise<number[]> {
  return (await processes()).filter(({ pid, parent }) => pid === server || parent === server).map(({ pid }) => pid);
}

/**
 * Memory of a PostgreSQL server with all its processes. What they share is counted once on Linux; elsewhere as often as
 * processes have touched it.
 */
export async function serverMemory(server: number): Promise<number> {
  const all = (await processes()).filter(({ pid, parent }) => pid === server || parent === server);
  const each = await Promise.all(all.map(async ({ pid, bytes }) => (await proportional(pid)) ?? bytes));
  return each.reduce((sum, bytes) => sum + bytes, 0);
}
