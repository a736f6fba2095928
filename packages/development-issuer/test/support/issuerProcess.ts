/** The compiled issuer as a process of its own, on a free port and with keys of its own. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createDevelopmentIssuer, createTokenVerifier, type TokenVerifier } from '@sammen/identity';
import type { SignInSettings } from '@sammen/client/sign-in';

const MAIN = join(__dirname, '../../dist/main.js');

/** Where the pages of these tests come from; nothing listens there. */
export const PAGES = 'http://127.0.0.1:9';

/** A running issuer. */
export interface IssuerProcess {
  readonly url: string;
  readonly settings: SignInSettings;
  readonly keys: string;
  /** What services verify its tokens with. */
  readonly verifier: TokenVerifier;
  /** All that it has printed. */
  output(): string;
  /** Kills it, and starts it again at the same address with the same keys. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

/** The environment of an issuer in a test. */
export const environmentOf = (port: number, keys: string): Record<string, string> => ({
  HOST: '127.0.0.1',
  PORT: String(port),
  NODE_ENV: 'test',
  ISSUER_URL: `http://127.0.0.1:${port}`,
  OIDC_AUDIENCE: 'sammen',
  SIGN_IN_RESOURCE: 'urn:sammen:graph',
  SIGN_IN_CLIENT_ID: 'sammen-explorer',
  PAGE_ORIGINS: PAGES,
  KEY_DIRECTORY: keys,
  POPULATION_SEED: '1',
});

/** Runs the program until it ends or says that it is ready. */
export async function runIssuer(environment: Record<string, string>) {
  const child = spawn(process.execPath, [MAIN], { env: environment, stdio: ['ignore', 'pipe', 'pipe', 'ipc'] });
  const said: string[] = [];
  for (const stream of [child.stdout!, child.stderr!]) stream.on('data', (chunk) => said.push(String(chunk)));
  const ended = Promise.all([once(child, 'exit'), once(child.stdout!, 'close'), once(child.stderr!, 'close')]);
  const code = await Promise.race([
    once(child, 'message').then(() => null),
    ended.then(([[exitCode]]) => exitCode as number),
  ]);
  return { child, code, said };
}

/** Starts one; takes about half a second. */
export async function startIssuerProcess(): Promise<IssuerProcess> {
  const keys = mkdtempSync(join(tmpdir(), 'sammen-issuer-'));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const { jwksUrl } = createDevelopmentIssuer({ directory: keys, issuer: url, audience: 'sammen', production: false });
  const said: string[] = [];
  let child: ChildProcess;
  const start = async (): Promise<void> => {
    const run = await runIssuer(environmentOf(port, keys));
    if (run.code !== null) throw new Error(run.said.join(''));
    run.said.forEach((line) => said.push(line));
    for (const stream of [run.child.stdout!, run.child.stderr!]) stream.on('data', (chunk) => said.push(String(chunk)));
    child = run.child;
  };
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    const gone = once(child, 'exit');
    child.kill(signal);
    await gone;
  };
  await start();
  return {
    url,
    keys,
    settings: {
      issuer: url,
      clientId: 'sammen-explorer',
      scope: 'openid offline_access',
      resource: 'urn:sammen:graph',
    },
    verifier: createTokenVerifier({ issuer: url, audience: 'sammen', jwksUrl, production: false }),
    output: () => said.join(''),
    async restart() {
      await end('SIGKILL');
      await start();
    },
    async stop() {
      await end('SIGTERM');
      rmSync(keys, { recursive: true, force: true });
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
