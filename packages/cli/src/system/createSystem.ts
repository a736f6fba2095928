/** A whole local system as one thing with a life: either everything runs, or nothing of it is left. */
import type { DatabaseUrls, LocalPostgres } from '@sammen/local-postgres';
import { updateLocalSupergraph } from '../composition/localSupergraph.js';
import type { CliConfig } from '../config.js';
import { cliError } from '../errors.js';
import { during, type Reporter } from '../terminal/reporter.js';
import { claimState } from './claimState.js';
import { assertExternalReachable, embeddedOf, embeddedPostgres, prepareDatabases } from './databases.js';
import { baseUrl, environmentOf } from './environment.js';
import { createFleet, type Fleet } from './fleet.js';
import { prepareKeys } from './keys.js';
import { chooseMocks } from './chooseMocks.js';
import { assertPortsFree, planPorts, type PortChoice } from './portPlan.js';
import { createRunRecorder } from './runRecord.js';
import { readSeedMarks, type Seeding, startSeeding } from './seeding.js';
import { planSeeding, seedInUse } from './seedPlan.js';
import { chooseServices, findServices, type Service } from './services.js';
import { stateFolder } from './stateFolder.js';

/** What system to run. */
export interface SystemOptions {
  /** The project's folder. */
  readonly root: string;
  /** The folder for state, relative to the project's. */
  readonly state: string;
  readonly ports: PortChoice;
  /** Names of the services to start; all when absent. */
  readonly only?: readonly string[] | undefined;
  /** Names of the subgraphs to mock, or `rest`: every one that `only` leaves out. */
  readonly mock?: readonly string[] | undefined;
  /** The size of the population asked for; when absent, whatever is there, or the default one. */
  readonly citizens?: number | undefined;
  /** `false` for data that is thrown away. */
  readonly durable?: boolean;
  readonly config: CliConfig;
  readonly reporter: Reporter;
}

/** What a running system tells about itself. */
export interface RunningSystem {
  /** Addresses without a path, by service. */
  readonly urls: Readonly<Record<string, string>>;
  /** Connection strings by subgraph. */
  readonly databases: Readonly<Record<string, DatabaseUrls>>;
  /** The folder with the keys, the development issuer's among them. */
  readonly keys: string;
  /** Names of the services that run. */
  readonly started: readonly string[];
  /** Those of them whose records are made up. */
  readonly mocked: readonly string[];
  /** The seed number of its synthetic citizens. */
  readonly seed: number;
}

/** A system that can be started and stopped once. */
export interface System {
  /** @throws a SammenError, with nothing left running; STOPPED when `stop` was called meanwhile */
  start(): Promise<RunningSystem>;
  /** In order: gateway, subgraphs, database. Resolves when no process is left. */
  stop(): Promise<void>;
  /** At once, without order. */
  kill(): void;
}

const namesOf = (services: readonly Service[]): string[] => services.map(({ name }) => name);
const subgraphsOf = (services: readonly Service[]): Service[] => services.filter(({ kind }) => kind === 'subgraph');

/** Like Promise.all, but fails only when nothing is under way any more: what still starts could not be stopped. */
async function bothDone<A, B>(one: Promise<A>, other: Promise<B>): Promise<[A, B]> {
  await Promise.allSettled([one, other]);
  return Promise.all([one, other]);
}

/** Declares a system; nothing happens before `start`. */
export function createSystem(options: SystemOptions): System {
  const { root, config, reporter, durable = true } = options;
  const state = stateFolder(root, options.state);
  const recorder = createRunRecorder(state.runRecord);
  let release: (() => Promise<void>) | undefined;
  let postgres: LocalPostgres | undefined;
  let seeding: Seeding | undefined;
  let fleet: Fleet | undefined;
  let starting: Promise<RunningSystem> | undefined;
  let isUp = false;
  let stopping = false;

  /** Between two stages: whoever asked for a stop need not wait for the next one. */
  const goOn = (): void => {
    if (stopping) throw cliError('STOPPED');
  };

  async function startDatabases(subgraphs: string[], port: number): Promise<Record<string, DatabaseUrls>> {
    let urls: Record<string, DatabaseUrls> = {};
    await during(reporter, 'PostgreSQL', async () => {
      if (embeddedOf(subgraphs, config).length > 0) postgres = embeddedPostgres(state, port, durable, reporter.note);
      const adminUrl = (await postgres?.start())?.adminUrl;
      urls = await prepareDatabases(state, subgraphs, config, adminUrl);
      return postgres === undefined ? 'your own server' : undefined;
    });
    return urls;
  }

  async function seed(services: readonly Service[], environment: (service: Service) => Record<string, string>) {
    const plan = planSeeding(services, config, readSeedMarks(state.seeds), options);
    if (plan.services.length === 0) return;
    await during(reporter, `${plan.population.citizens} synthetic citizens`, (step) => {
      seeding = startSeeding({
        ...plan,
        replace: false,
        logs: state.logs,
        marksFile: state.seeds,
        environmentOf: environment,
        step,
        onSpawn: recorder.add,
        onEnd: recorder.delete,
      });
      return seeding.done;
    });
  }

  async function bringUp(): Promise<RunningSystem> {
    const all = await findServices(root);
    const services = options.mock === undefined ? chooseServices(all, options.only) : chooseMocks(all, options);
    // A mock has no database.
    const subgraphs = namesOf(subgraphsOf(services).filter(({ isMock }) => !isMock));
    const embedded = embeddedOf(subgraphs, config).length > 0;
    release = await claimState(state, reporter);
    const ports = await planPorts(all, options.ports);
    const wanted = namesOf(services).map((name) => [name, ports.services[name]!] as const);
    await assertPortsFree({ ...Object.fromEntries(wanted), ...(embedded ? { PostgreSQL: ports.postgres } : {}) });
    await assertExternalReachable(subgraphs, config);
    const keys = prepareKeys(state, namesOf(subgraphsOf(all)), config.production);
    recorder.set({ ports: ports.services, postgresPort: embedded ? ports.postgres : null });
    goOn();
    const [databases] = await bothDone(
      startDatabases(subgraphs, ports.postgres),
      during(reporter, 'One graph of all schemas', async () =>
        (await updateLocalSupergraph(state, all)) ? 'composed' : 'unchanged',
      ),
    );
    const { population } = planSeeding(services, config, readSeedMarks(state.seeds), options);
    const sources = { state, config, keys, databases, ports: ports.services, population };
    const environment = (service: Service): Record<string, string> => environmentOf(service, sources);
    goOn();
    await seed(services, environment);
    goOn();
    fleet = createFleet({ services, state, environmentOf: environment, recorder, reporter });
    await during(reporter, namesOf(services).join(', '), (step) =>
      fleet!.start((ready) => step.progress(ready / services.length)),
    );
    goOn();
    recorder.set({ ready: true });
    isUp = true;
    const urls = Object.fromEntries(Object.entries(ports.services).map(([name, port]) => [name, baseUrl(port)]));
    const mocked = namesOf(services.filter(({ isMock }) => isMock));
    return { urls, databases, keys: state.keys, started: namesOf(services), mocked, seed: seedInUse(state) };
  }

  async function tearDown(): Promise<void> {
    await fleet?.stop();
    await postgres?.stop();
    if (release === undefined) return;
    recorder.clear();
    await release();
  }

  return {
    start() {
      starting = bringUp().catch(async (error: unknown) => {
        await tearDown();
        throw stopping ? cliError('STOPPED') : error;
      });
      return starting;
    },
    async stop() {
      stopping = true;
      if (isUp) return tearDown();
      // What is under way ends early and takes the rest of the start with it.
      seeding?.stop();
      fleet?.abandon();
      await starting?.then(tearDown, () => {});
    },
    kill() {
      stopping = true;
      seeding?.stop();
      fleet?.kill();
      postgres?.kill();
    },
  };
}
