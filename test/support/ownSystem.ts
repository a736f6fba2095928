/** A small system for tests that break something: a few processes and citizens of its own, so nobody else's test notices. */
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { createSystem, readCliConfig, type RunningSystem, silentReporter } from '@sammen/cli';
import type { Actor, Purpose } from '@sammen/consent';
import { createDevelopmentIssuer } from '@sammen/identity';
import { PERSONAS, type PersonaName } from '@sammen/population';
import type { GraphqlAnswer } from './system.js';
import { keepGraph, prepareState } from './prepared.js';
import { makeTestFolder, removeTestFolder, root } from './testFolders.js';

/** A system of one's own. */
export interface OwnSystem {
  readonly running: RunningSystem;
  /** The folder with its state. */
  readonly folder: string;
  /** Signs in anybody. */
  token(actor: Actor): Promise<string>;
  /** Posts as a persona or as anybody. */
  ask(
    service: string,
    who: PersonaName | { readonly actor: Actor; readonly purpose: Purpose | null },
    query: string,
    variables?: object,
  ): Promise<GraphqlAnswer>;
  /** The process that a service runs in now, from its log. */
  pid(service: string): Promise<number>;
  /** All that its services and its PostgreSQL have written to their logs. */
  logs(): Promise<string>;
  /** Ends all its processes and starts others on the same data, on other ports. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

/** Starts some services with a few citizens; takes about six seconds. `environment`: what its processes are to inherit; `mock`: subgraphs to mock. */
export async function startOwnSystem(
  only: readonly string[],
  citizens = 20,
  environment: Readonly<Record<string, string>> = {},
  mock?: readonly string[],
): Promise<OwnSystem> {
  const folder = await makeTestFolder();
  const env = Object.fromEntries(Object.entries(process.env).filter(([key]) => !key.endsWith('_DATABASE_URL')));
  const config = readCliConfig({ ...env, NODE_ENV: 'test', LOG_LEVEL: 'debug', ...environment });
  const options = { root, state: folder, ports: 'free', durable: false, only, mock, citizens } as const;
  await prepareState(folder);
  const create = () => createSystem({ ...options, config, reporter: silentReporter });
  let system = create();
  let running = await system.start();
  await keepGraph(folder);
  const issuer = createDevelopmentIssuer({
    directory: running.keys,
    issuer: 'sammen-development',
    audience: 'sammen',
    production: false,
  });
  const logOf = (service: string) => readFile(join(folder, 'logs', `${service}.log`), 'utf8');
  return {
    get running() {
      return running;
    },
    folder,
    token: (actor) => issuer.issue(actor),
    async ask(service, who, query, variables = {}) {
      const { actor, purpose } = typeof who === 'string' ? PERSONAS[who] : who;
      const response = await fetch(`${running.urls[service]}/graphql`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          authorization: `Bearer ${await issuer.issue(actor)}`,
          ...(purpose === null ? {} : { 'x-sammen-purpose': purpose }),
        },
        body: JSON.stringify({ query, variables }),
      });
      return { status: response.status, headers: response.headers, body: (await response.json()) as any };
    },
    async pid(service) {
      const line = (await logOf(service)).split('\n').findLast((each) => each.includes('"listening"'));
      return (JSON.parse(line!) as { pid: number }).pid;
    },
    async logs() {
      await setTimeout(200); // The last lines are written after their answers have gone out.
      const files = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.log'));
      return (await Promise.all(files.map((name) => readFile(join(folder, name), 'utf8')))).join('\n');
    },
    async restart() {
      await system.stop();
      system = create();
      running = await system.start();
    },
    async stop() {
      await system.stop();
      await removeTestFolder(folder);
    },
  };
}
