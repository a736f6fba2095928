/** What a launcher has started, written down at once, so that the next one can clean up after a `kill -9`. */
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { isRunning, type ProcessIdentity, waitUntilGone } from '@sammen/local-postgres';

/** The contents of `run.json`. */
export interface RunRecord {
  readonly ports: Readonly<Record<string, number>>;
  /** The embedded PostgreSQL's; null when it is not used. */
  readonly postgresPort: number | null;
  readonly ready: boolean;
  readonly processes: Readonly<Record<string, ProcessIdentity>>;
}

/** Reads the record; `undefined` when there is none. */
export function readRunRecord(file: string): RunRecord | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as RunRecord;
  } catch {
    return undefined;
  }
}

/** Keeps a record up to date while processes come and go. */
export interface RunRecorder {
  set(part: Partial<Omit<RunRecord, 'processes'>>): void;
  add(name: string, identity: ProcessIdentity): void;
  delete(name: string): void;
  /** Removes the file. */
  clear(): void;
}

/** A recorder; synchronous, so that no process runs unrecorded for longer than a moment. */
export function createRunRecorder(file: string): RunRecorder {
  let record: RunRecord = { ports: {}, postgresPort: null, ready: false, processes: {} };
  const write = (): void => {
    writeFileSync(`${file}.new`, `${JSON.stringify(record, null, 2)}\n`);
    renameSync(`${file}.new`, file);
  };
  return {
    set(part) {
      record = { ...record, ...part };
      write();
    },
    add(name, identity) {
      record = { ...record, processes: { ...record.processes, [name]: identity } };
      write();
    },
    delete(name) {
      const { [name]: _gone, ...processes } = record.processes;
      record = { ...record, processes };
      write();
    },
    clear: () => rmSync(file, { force: true }),
  };
}

/** Signals a process and its group, if it is still exactly that process. */
export function signalGroup(identity: ProcessIdentity, signal: NodeJS.Signals): void {
  if (!isRunning(identity)) return;
  try {
    process.kill(-identity.pid, signal);
  } catch {
    // Gone meanwhile.
  }
}

/**
 * Ends what a killed launcher left behind. Services end by themselves when they lose it; the patient wait comes first.
 * @returns the names of those that had to be ended
 */
export async function endLeftovers(file: string, patience = 2_000): Promise<string[]> {
  const left = Object.entries(readRunRecord(file)?.processes ?? {}).filter(([, identity]) => isRunning(identity));
  const ended = await Promise.all(
    left.map(async ([name, identity]) => {
      if (await waitUntilGone(identity, patience)) return undefined;
      signalGroup(identity, 'SIGTERM');
      if (!(await waitUntilGone(identity, 3_000))) signalGroup(identity, 'SIGKILL');
      await waitUntilGone(identity, 5_000);
      return name;
    }),
  );
  rmSync(file, { force: true });
  return ended.filter((name) => name !== undefined);
}
