/** Fills the databases with synthetic citizens, two at a time; what is filled is remembered beside the cluster. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ProcessIdentity } from '@sammen/local-postgres';
import { cliError } from '../errors.js';
import type { Step } from '../terminal/reporter.js';
import { ownFailure } from './ownFailure.js';
import { type Program, startProgram } from './serviceProcess.js';
import type { Service } from './services.js';

/** Which population. */
export interface Population {
  readonly citizens: number;
  readonly seed: number;
}

/** What the databases of the embedded cluster hold, by subgraph. */
export type SeedMarks = Readonly<Record<string, Population>>;

const AT_A_TIME = 2;

/** Reads the marks; the seeds themselves check the databases again. */
export function readSeedMarks(file: string): SeedMarks {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as SeedMarks;
  } catch {
    return {};
  }
}

/** How to seed. */
export interface SeedingOptions {
  readonly services: readonly Service[];
  readonly population: Population;
  readonly replace: boolean;
  readonly logs: string;
  readonly marksFile: string;
  readonly environmentOf: (service: Service) => Record<string, string>;
  readonly step: Step;
  readonly onSpawn?: (name: string, identity: ProcessIdentity) => void;
  readonly onEnd?: (name: string) => void;
}

/** Seeding under way. */
export interface Seeding {
  /** Resolves when all are filled. @throws SEED_FAILED with the failing program's own line, or STOPPED */
  readonly done: Promise<void>;
  /** Ends the programs; what a database held half is no population and is replaced next time. */
  stop(): void;
}

/** Starts the seed programs of these services. */
export function startSeeding(options: SeedingOptions): Seeding {
  const { population, replace, logs, marksFile, step } = options;
  const running = new Set<Program>();
  const fractions = new Map<string, number>();
  const queue = options.services.filter(({ seed }) => seed !== null);
  const total = queue.length;
  let stopped = false;

  const stop = (): void => {
    stopped = true;
    for (const program of running) program.kill();
  };

  async function fill(service: Service): Promise<void> {
    const { name } = service;
    const program = startProgram({
      name,
      entry: service.seed!,
      args: [
        '--citizens',
        String(population.citizens),
        '--seed',
        String(population.seed),
        ...(replace ? ['--replace'] : []),
      ],
      environment: options.environmentOf(service),
      logFile: join(logs, `seed-${name}.log`),
      onSpawn: (identity) => options.onSpawn?.(`seed-${name}`, identity),
      onMessage: (message) => {
        if (message.type !== 'progress' || !message.total) return;
        fractions.set(name, (message.done ?? 0) / message.total);
        step.progress([...fractions.values()].reduce((sum, each) => sum + each, 0) / total);
      },
    });
    running.add(program);
    const { code } = await program.ended;
    running.delete(program);
    options.onEnd?.(`seed-${name}`);
    if (stopped) throw cliError('STOPPED');
    if (code !== 0) {
      throw ownFailure(program.lastWords(), (words) =>
        cliError('SEED_FAILED', { message: `The database of ${name} could not be filled: ${words}` }),
      );
    }
    fractions.set(name, 1);
    writeFileSync(marksFile, JSON.stringify({ ...readSeedMarks(marksFile), [name]: population }, null, 2));
  }

  async function work(): Promise<void> {
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) await fill(next);
  }

  const done = Promise.all(Array.from({ length: AT_A_TIME }, work)).then(
    () => {},
    (error: unknown) => {
      stop();
      throw error;
    },
  );
  return { done, stop };
}
