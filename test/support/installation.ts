/** Sammen as it is deployed, beside the running system and over its databases: what docker-compose.yml tells each process, in production. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { RunningSystem } from '@sammen/cli';
import { composeWith, EXAMPLE, VARIABLES } from '../structure/support/compose';
import { root } from './testFolders';

/** Processes of an installation. */
export interface Installation {
  /** Address of the gateway. */
  readonly url: string;
  /** All that they have written. */
  output(): string;
  stop(): Promise<void>;
}

/** A port that nothing listens on. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  await new Promise((done) => server.close(done));
  return port;
}

/**
 * Starts the gateway and every subgraph. `variables` is what an operator writes into `.env`; the rest of it is
 * `.env.example`. Only addresses and paths, which containers have of their own, are replaced. Takes about five seconds.
 */
export async function startInstallation(
  port: number,
  variables: Readonly<Record<string, string>>,
  caFile: string,
): Promise<Installation> {
  const running = (await (await fetch(process.env['SAMMEN_TEST_DOOR']!)).json()) as RunningSystem;
  const rest = Object.fromEntries(VARIABLES.map((name) => [name, EXAMPLE[name] || 'unused']));
  const { services } = composeWith({ ...rest, CORS_ORIGINS: '', ...variables });
  const names = Object.keys(running.databases);
  const ports = Object.fromEntries([
    ...(await Promise.all(names.map(async (name) => [name, await freePort()] as const))),
  ]);
  const urlOf = (name: string) => `http://127.0.0.1:${ports[name]}`;
  const key = (name: string) => join(running.keys, `${name}.jwk.json`);

  const here = (name: string): Record<string, string> => ({
    ...services[name]!.environment,
    HOST: '127.0.0.1',
    DECISION_POINT_URL: urlOf('citizen'),
    SERVICE_KEY_FILE: key(`service-${name}`),
    SERVICE_JWKS_FILE: join(running.keys, 'services.jwks.json'),
    NODE_EXTRA_CA_CERTS: caFile,
  });
  const subgraph = (name: string): Record<string, string> => ({
    ...here(name),
    PORT: String(ports[name]),
    [`${name.toUpperCase()}_DATABASE_URL`]: running.databases[name]!.app,
    [`${name.toUpperCase()}_MIGRATION_DATABASE_URL`]: running.databases[name]!.owner,
    ...(name === 'citizen' && {
      GRANT_KEY_FILE: key('grant'),
      CHECKPOINT_KEY_FILE: key('checkpoint'),
      CHECKPOINT_DIRECTORY: 'none',
    }),
  });
  const gateway = (): Record<string, string> => ({
    ...here('gateway'),
    PORT: String(port),
    SUPERGRAPH_FILE: join(root, 'gateway/supergraph.graphql'),
    SUBGRAPH_URLS: JSON.stringify(Object.fromEntries(names.map((name) => [name, `${urlOf(name)}/graphql`]))),
  });

  const said: string[] = [];
  const children: ChildProcess[] = [];
  const start = async (entry: string, environment: Record<string, string>): Promise<void> => {
    const child = spawn(process.execPath, [join(root, entry)], {
      env: environment,
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    children.push(child);
    for (const stream of [child.stdout!, child.stderr!]) stream.on('data', (chunk) => said.push(String(chunk)));
    const ended = once(child, 'exit').then(() => Promise.reject(new Error(`${entry} ended: ${said.join('')}`)));
    await Promise.race([once(child, 'message'), ended]);
    ended.catch(() => undefined);
  };
  const stop = async (): Promise<void> => {
    const alive = children.filter((child) => child.exitCode === null && child.signalCode === null);
    await Promise.all(alive.map((child) => (child.kill(), once(child, 'exit'))));
  };
  try {
    await Promise.all(names.map((name) => start(`subgraphs/${name}/dist/main.js`, subgraph(name))));
    await start('gateway/dist/main.js', gateway());
  } catch (error) {
    await stop();
    throw error;
  }
  return { url: `http://127.0.0.1:${port}`, output: () => said.join(''), stop };
}
