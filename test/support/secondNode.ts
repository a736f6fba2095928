/** One more node of a service beside the one that a system of one's own runs: same databases and keys, another port. */
import { join } from 'node:path';
import { readCliConfig } from '@sammen/cli';
import { freePort } from '@sammen/local-postgres';
import { environmentOf } from '../../packages/cli/src/system/environment.js';
import { prepareKeys } from '../../packages/cli/src/system/keys.js';
import { startProgram } from '../../packages/cli/src/system/serviceProcess.js';
import { findServices } from '../../packages/cli/src/system/services.js';
import { stateFolder } from '../../packages/cli/src/system/stateFolder.js';
import type { OwnSystem } from './ownSystem.js';
import { root } from './testFolders.js';

/** A running node. */
export interface SecondNode {
  /** Its address without a path. */
  readonly url: string;
  stop(): Promise<void>;
}

/**
 * Starts a node of a service and waits until it is ready. `instead`: addresses of other nodes that it is to work with,
 * by service; else those of the system.
 */
export async function startSecondNode(
  { running, folder }: OwnSystem,
  name: string,
  instead: Readonly<Record<string, string>> = {},
): Promise<SecondNode> {
  const state = stateFolder(root, folder);
  const services = await findServices(root);
  const subgraphs = services.filter(({ kind }) => kind === 'subgraph').map((service) => service.name);
  const port = await freePort();
  const portOf = (url: string): number => Number(new URL(url).port);
  const ports = Object.fromEntries(
    Object.entries({ ...running.urls, ...instead }).map(([key, url]) => [key, portOf(url)]),
  );
  const environment = environmentOf(
    services.find((service) => service.name === name)!,
    {
      state,
      config: readCliConfig({ PATH: process.env['PATH'], HOME: process.env['HOME'], LOG_LEVEL: 'info' }),
      keys: prepareKeys(state, subgraphs, false),
      databases: running.databases,
      ports: { ...ports, [name]: port },
    },
  );
  let markReady = (): void => {};
  const ready = new Promise<void>((done) => (markReady = done));
  const program = startProgram({
    name,
    entry: services.find((service) => service.name === name)!.entry,
    environment,
    logFile: join(state.logs, `${name}-second.log`),
    onMessage: ({ type }) => type === 'ready' && markReady(),
  });
  const died = program.ended.then(() => {
    throw new Error(`The second ${name} did not start: ${program.lastWords()}`);
  });
  await Promise.race([ready, died]);
  died.catch(() => {});
  return { url: `http://127.0.0.1:${port}`, stop: () => program.stop() };
}
