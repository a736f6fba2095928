/** A whole system with one population, as `npm start` runs it: own ports, own data, durable, deleted afterwards. */
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Actor } from '@sammen/consent';
import type { DevelopmentIssuer } from '@sammen/identity';
import { removeLocalPostgres } from '@sammen/local-postgres';
import pg from 'pg';
import type { CliConfig } from '../config.js';
import { cliError } from '../errors.js';
import { createSystem, type RunningSystem, type System } from '../system/createSystem.js';
import { createFilling, type Filling } from '../system/fillDatabases.js';
import { openDevelopmentIssuer } from '../system/keys.js';
import { readRunRecord } from '../system/runRecord.js';
import type { Population } from '../system/seeding.js';
import { findServices } from '../system/services.js';
import { makeStateFolder, stateFolder } from '../system/stateFolder.js';
import type { Reporter } from '../terminal/reporter.js';
import { type CpuMeter, createCpuMeter } from './cpuTime.js';
import { residentMemory, serverMemory, serverOf, serverProcesses } from './memory.js';
import { type Operation, operationsFor } from './operations.js';
import { type Peak, watchPeaks } from './peaks.js';

/** What a seeding took. */
export interface SeedingMeasure {
  readonly seconds: number;
  readonly rows: number;
  /** Of each seed program. */
  readonly peaks: Readonly<Record<string, Peak>>;
}

/** A system to be measured. */
export interface BenchSystem {
  readonly population: Population;
  /** Fills and starts it. @throws STOPPED and whatever a start throws, with nothing left */
  start(): Promise<SeedingMeasure>;
  /** Of its gateway. */
  url(): string;
  /** The folder of its services' logs. */
  readonly logs: string;
  operations(): Promise<Operation[]>;
  /** In bytes, by process; PostgreSQL's processes together. */
  memory(): Promise<Record<string, number>>;
  /** Processor time by process; PostgreSQL's processes together. */
  cpu(): Promise<CpuMeter>;
  /** Rows of one of its databases. */
  rows<Row>(subgraph: string, sql: string): Promise<Row[]>;
  /** The value of the header `authorization` for somebody. */
  authorization(actor: Actor): Promise<string>;
  /** Address of a service, without a path. */
  address(service: string): string;
  /** Stops and deletes it; ends a start under way. */
  stop(): Promise<void>;
  kill(): void;
}

/** Declares it; `folder` is for it alone. */
export function createBenchSystem(
  { root, folder, config, reporter }: { root: string; folder: string; config: CliConfig; reporter: Reporter },
  population: Population,
): BenchSystem {
  const state = stateFolder(root, join(folder, String(population.citizens)));
  const system: System = createSystem({ root, state: state.path, ports: 'free', config, reporter });
  let running: RunningSystem | undefined;
  let filling: Filling | undefined;
  let starting: Promise<SeedingMeasure> | undefined;
  let stopped: Promise<void> | undefined;
  let operations: Promise<Operation[]> | undefined;

  async function connected<T>(subgraph: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
    const client = new pg.Client({ connectionString: running!.databases[subgraph]!.admin });
    await client.connect();
    try {
      return await work(client);
    } finally {
      await client.end();
    }
  }

  async function remove(): Promise<void> {
    await removeLocalPostgres(state.postgres);
    await rm(state.path, { recursive: true, force: true });
  }

  /** As ANALYZE counted them after filling. */
  const rowsOf = (subgraph: string): Promise<number> =>
    connected(subgraph, async (client) => {
      const { rows } = await client.query<{ rows: number }>(
        `SELECT sum(greatest(reltuples, 0)) AS rows FROM pg_class WHERE relkind = 'r' AND oid >= 16384`,
      );
      return Number(rows[0]!.rows);
    });

  const issuer = (): DevelopmentIssuer => openDevelopmentIssuer(state, config.production);

  /** The first process of the database server. */
  const server = (): Promise<number> =>
    connected('citizen', async (client) => {
      const { rows } = await client.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
      return serverOf(rows[0]!.pid);
    });

  const pids = (): [string, number][] =>
    Object.entries(readRunRecord(state.runRecord)?.processes ?? {}).map(([name, { pid }]) => [name, pid]);

  async function bringUp(): Promise<SeedingMeasure> {
    await remove();
    await makeStateFolder(state);
    if (stopped !== undefined) throw cliError('STOPPED');
    const services = (await findServices(root)).filter(({ kind }) => kind === 'subgraph');
    const watch = watchPeaks();
    const onSpawn = watch.add;
    filling = createFilling({ state, services, population, replace: false, config, reporter, onSpawn });
    const begun = performance.now();
    await filling.run().finally(watch.stop);
    const seconds = (performance.now() - begun) / 1000;
    running = await system.start();
    const rows = await Promise.all(Object.keys(running.databases).map(rowsOf));
    return { seconds, rows: rows.reduce((sum, each) => sum + each, 0), peaks: watch.stop() };
  }

  /** What is under way ends first: it still holds the folder. */
  async function tearDown(): Promise<void> {
    filling?.stop();
    await system.stop();
    await starting?.catch(() => {});
    await remove();
  }

  return {
    population,
    logs: state.logs,
    start() {
      starting = bringUp();
      return starting;
    },
    url: () => `${running!.urls['gateway']}/graphql`,
    rows: <Row>(subgraph: string, sql: string) =>
      connected(subgraph, async (client) => (await client.query(sql)).rows as Row[]),
    authorization: async (actor) => `Bearer ${await issuer().issue(actor)}`,
    operations() {
      operations ??= operationsFor(population, issuer(), running!.databases['citizen']!.admin);
      return operations;
    },
    async memory() {
      const processes = pids();
      const bytes = await residentMemory(processes.map(([, pid]) => pid));
      return {
        ...Object.fromEntries(processes.map(([name], at) => [name, bytes[at]!])),
        PostgreSQL: await serverMemory(await server()),
      };
    },
    async cpu() {
      const database = await server();
      return createCpuMeter(async () => ({
        ...Object.fromEntries(pids().map(([name, pid]) => [name, [pid]])),
        PostgreSQL: await serverProcesses(database),
      }));
    },
    address: (service) => running!.urls[service]!,
    stop() {
      stopped ??= tearDown();
      return stopped;
    },
    kill: () => system.kill(),
  };
}
