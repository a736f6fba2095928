/** Single nodes of services, for tests that need two of one, or that kill and start them themselves. */
import { join } from 'node:path';
import { readCliConfig } from '@sammen/cli';
import { type DatabaseUrls, freePort } from '@sammen/local-postgres';
import { type EnvironmentSources, environmentOf } from '../../packages/cli/src/system/environment.js';
import { prepareKeys } from '../../packages/cli/src/system/keys.js';
import { type Program, startProgram } from '../../packages/cli/src/system/serviceProcess.js';
import { findServices } from '../../packages/cli/src/system/services.js';
import { stateFolder } from '../../packages/cli/src/system/stateFolder.js';
import { root } from './testFolders.js';

/** Where a node belongs. */
export interface Surroundings {
  /** The folder with keys and logs. */
  readonly folder: string;
  /** Addresses of the services it works with. */
  readonly urls: Readonly<Record<string, string>>;
  readonly databases: Readonly<Record<string, DatabaseUrls>>;
}

/** A running node. */
export interface Node {
  /** Its address without a path. */
  readonly url: string;
  /** Orderly. */
  stop(): Promise<void>;
  /** `kill -9`, resolved when it is gone. */
  kill(): Promise<void>;
}

let started = 0;

async function sourcesOf({ folder, urls, databases }: Surroundings): Promise<EnvironmentSources> {
  const state = stateFolder(root, folder);
  const subgraphs = (await findServices(root)).filter(({ kind }) => kind === 'subgraph').map(({ name }) => name);
  const env = { PATH: process.env['PATH'], HOME: process.env['HOME'], LOG_LEVEL: 'info' };
  const ports = Object.fromEntries(Object.entries(urls).map(([name, url]) => [name, Number(new URL(url).port)]));
  return { state, config: readCliConfig(env), keys: prepareKeys(state, subgraphs, false), databases, ports };
}

/** Starts a node of a service and waits until it is ready. `port`: where; else anywhere. */
export async function startNode(surroundings: Surroundings, name: string, port?: number): Promise<Node> {
  const sources = await sourcesOf(surroundings);
  const service = (await findServices(root)).find((each) => each.name === name)!;
  const own = port ?? (await freePort());
  let markReady = (): void => {};
  const ready = new Promise<void>((done) => (markReady = done));
  const program = startProgram({
    name,
    entry: service.entry,
    environment: environmentOf(service, { ...sources, ports: { ...sources.ports, [name]: own } }),
    logFile: join(sources.state.logs, `${name}-node-${(started += 1)}.log`),
    onMessage: ({ type }) => type === 'ready' && markReady(),
  });
  await Promise.race([ready, failure(name, program)]);
  return {
    url: `http://127.0.0.1:${own}`,
    stop: () => program.stop(),
    async kill() {
      program.kill();
      await program.ended;
    },
  };
}

/** Fills the database of a subgraph. */
export async function seedNode(surroundings: Surroundings, name: string, citizens: number): Promise<void> {
  const sources = await sourcesOf(surroundings);
  const service = (await findServices(root)).find((each) => each.name === name)!;
  const program = startProgram({
    name: `seed-${name}`,
    entry: service.seed!,
    args: ['--citizens', String(citizens), '--seed', '1'],
    environment: environmentOf(service, sources),
    logFile: join(sources.state.logs, `seed-${name}.log`),
  });
  const { code } = await program.ended;
  if (code !== 0) throw new Error(`${name} was not seeded: ${program.lastWords()}`);
}

function failure(name: string, program: Program): Promise<never> {
  const died = program.ended.then(() => {
    throw new Error(`${name} did not start: ${program.lastWords()}`);
  });
  died.catch(() => {}); // It ends later, too, when it is stopped.
  return died as Promise<never>;
}
