/** Synthetic citizens for the databases of a state folder, whether its system runs or not; ends at once when told to. */
import type { ProcessIdentity } from '@sammen/local-postgres';
import type { CliConfig } from '../config.js';
import { cliError } from '../errors.js';
import { during, type Reporter } from '../terminal/reporter.js';
import { databaseEnvironment } from './environment.js';
import { openDatabases } from './openDatabases.js';
import { type Population, type Seeding, startSeeding } from './seeding.js';
import type { Service } from './services.js';
import type { StateFolder } from './stateFolder.js';

/** What is to be filled with whom. */
export interface FillOptions {
  readonly state: StateFolder;
  readonly services: readonly Service[];
  readonly population: Population;
  /** Delete what the databases hold first. */
  readonly replace: boolean;
  readonly config: CliConfig;
  readonly reporter: Reporter;
  readonly onSpawn?: (name: string, identity: ProcessIdentity) => void;
}

/** Filling that has been declared and can be run once. */
export interface Filling {
  /** @throws STOPPED, SEED_FAILED, and what opening the databases throws */
  run(): Promise<void>;
  stop(): void;
}

/** Declares it; nothing happens before `run`. */
export function createFilling(options: FillOptions): Filling {
  const { state, services, population, replace, config, reporter, onSpawn } = options;
  let seeding: Seeding | undefined;
  let stopped = false;

  const fill = (urls: Parameters<typeof databaseEnvironment>[1]): Promise<void> =>
    during(reporter, `${population.citizens} synthetic citizens of seed ${population.seed}`, (step) => {
      if (stopped) throw cliError('STOPPED');
      seeding = startSeeding({
        services,
        population,
        replace,
        logs: state.logs,
        marksFile: state.seeds,
        environmentOf: ({ name }) => ({
          ...config.inherited,
          NODE_ENV: 'development',
          LOG_LEVEL: config.logLevel,
          ...databaseEnvironment(name, urls),
        }),
        step,
        ...(onSpawn === undefined ? {} : { onSpawn }),
      });
      return seeding.done;
    });

  return {
    async run() {
      const names = services.map(({ name }) => name);
      const databases = await openDatabases(state, names, config, reporter);
      try {
        await fill(databases.urls);
      } finally {
        await databases.close();
      }
    },
    stop() {
      stopped = true;
      seeding?.stop();
    },
  };
}
