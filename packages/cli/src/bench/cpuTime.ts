/** How much processor time processes have used, all their threads together, in milliseconds. */
import { execFile } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Processor time so far, by process; a process that is gone is not there. */
type CpuTimes = ReadonlyMap<number, number>;

/** By thread and to the nanosecond, where the system tells (Linux). */
async function fromThreads(pid: number): Promise<number | undefined> {
  const folder = `/proc/${pid}/task`;
  const threads = await readdir(folder).catch(() => []);
  const texts = await Promise.all(threads.map((id) => readFile(`${folder}/${id}/schedstat`, 'utf8').catch(() => '')));
  const known = texts.filter((text) => text !== '').map((text) => Number(text.split(' ', 1)[0]) / 1e6);
  return known.length === 0 ? undefined : known.reduce((sum, each) => sum + each, 0);
}

/** `[days-]hours:minutes:seconds`, seconds with or without a fraction, as `ps` writes it. */
function milliseconds(text: string): number {
  const [clock, days = '0'] = text.split('-').toReversed() as [string, string?];
  return clock.split(':').reduce((sum, part) => sum * 60 + Number(part), Number(days) * 24) * 1000;
}

async function fromPs(pids: readonly number[]): Promise<CpuTimes> {
  const { stdout } = await run('ps', ['-A', '-o', 'pid=,time='], { maxBuffer: 16 * 1024 * 1024 });
  const rows = stdout
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/) as [string, string]);
  const wanted = new Set(pids);
  return new Map(
    rows.map(([pid, time]) => [Number(pid), milliseconds(time)] as const).filter(([pid]) => wanted.has(pid)),
  );
}

/** What these processes have used so far. Coarse (hundredths or whole seconds) where threads tell nothing. */
async function cpuTimes(pids: readonly number[]): Promise<CpuTimes> {
  const exact = await Promise.all(pids.map(async (pid) => [pid, await fromThreads(pid)] as const));
  const known = exact.filter((each): each is [number, number] => each[1] !== undefined);
  return known.length > 0 ? new Map(known) : fromPs(pids);
}

/** Adds up what changing processes use. */
export interface CpuMeter {
  /** Milliseconds since the meter was made, by name. What a process used after the last look before its end is lost. */
  read(): Promise<Record<string, number>>;
}

/** Begins at zero. @param processes who belongs to which name, looked up at every reading */
export function createCpuMeter(processes: () => Promise<Record<string, readonly number[]>>): CpuMeter {
  const total: Record<string, number> = {};
  let known: CpuTimes | undefined;
  return {
    async read() {
      const names = Object.entries(await processes());
      const now = await cpuTimes(names.flatMap(([, pids]) => pids));
      for (const [name, pids] of names) {
        const used = pids.map((pid) => (known === undefined ? 0 : (now.get(pid) ?? 0) - (known.get(pid) ?? 0)));
        total[name] = (total[name] ?? 0) + used.reduce((sum, each) => sum + each, 0);
      }
      known = now;
      return { ...total };
    },
  };
}
