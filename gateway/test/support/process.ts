/** The compiled gateway as a process of its own, in front of the miniature graph. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compose } from './compose.js';
import { startGraph, type Graph } from './graph.js';
import { createIssuer, createServiceKeys } from './people.js';

const MAIN = join(__dirname, '../../dist/main.js');
const RECORDER = join(__dirname, 'recordConnections.cjs');

/** Everything a gateway process is given. */
export interface Installation {
  readonly graph: Graph;
  readonly directory: string;
  readonly recordFile: string;
  readonly issue: ReturnType<typeof createIssuer>['issue'];
  environment(): Promise<Record<string, string>>;
  stop(): Promise<void>;
}

export interface GatewayProcess {
  readonly child: ChildProcess;
  /** Everything it has written so far. */
  readonly output: { stdout: string; stderr: string };
  /** Resolves when it says that it is ready; rejects if it ends before. */
  readonly ready: Promise<void>;
  readonly exit: Promise<{ code: number | null; signal: string | null }>;
}

export async function install(): Promise<Installation> {
  if (!existsSync(MAIN)) throw new Error('These tests run the compiled gateway: run "npx tsc -b" first');
  const directory = mkdtempSync(join(tmpdir(), 'sammen-gateway-'));
  const graph = await startGraph();
  writeFileSync(join(directory, 'supergraph.graphql'), compose(graph.all));
  const { oidc, issue } = createIssuer(directory);
  const names = graph.all.map(({ name }) => name);
  const { serviceKeyFile, serviceJwksFile } = createServiceKeys(directory, names);
  return {
    graph,
    directory,
    recordFile: join(directory, 'connections.txt'),
    issue,
    environment: async () => ({
      HOST: '127.0.0.1',
      PORT: String(await freePort()),
      SUPERGRAPH_FILE: join(directory, 'supergraph.graphql'),
      SUBGRAPH_URLS: '{}',
      SUBGRAPH_TIMEOUT_MS: '5000',
      SUBGRAPH_TIMEOUTS_MS: '{}',
      SUBGRAPH_CONCURRENCY: '128',
      OPERATION_CACHE_MIB: '64',
      REQUEST_DEADLINE_MS: '15000',
      SERVICE_KEY_FILE: serviceKeyFile,
      SERVICE_JWKS_FILE: serviceJwksFile,
      OIDC_ISSUER: oidc.issuer,
      OIDC_AUDIENCE: oidc.audience,
      OIDC_JWKS_URL: oidc.jwksUrl,
      OIDC_CLAIMS: '{}',
      DECISION_POINT_URL: graph.decisionPoint.url,
      CORS_ORIGINS: '',
      METRICS_PORT: 'none',
      METRICS_TOKEN: 'none',
      OTEL_EXPORTER_OTLP_ENDPOINT: 'none',
      EXPLAIN_ROLES: 'NONE',
      PERSISTED_DOCUMENTS_FILE: 'none',
      FREE_TEXT_ROLES: 'ALL',
      INTROSPECTION_ROLES: 'ALL',
      COST_LIMIT: '1000000',
      RATE_LIMIT_PER_MINUTE: '1000000',
      TRUSTED_PROXIES: 'none',
      SIGN_IN_ISSUER: 'none',
      SIGN_IN_CLIENT_ID: 'sammen-explorer',
      SIGN_IN_SCOPE: 'openid offline_access',
      SIGN_IN_RESOURCE: 'none',
      SIGN_IN_END_SESSION: 'post',
      NODE_ENV: 'development',
      LOG_LEVEL: 'trace',
    }),
    async stop() {
      await graph.stop();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

/** Starts `node dist/main.js` with nothing in its environment but `environment`. */
export function startGatewayProcess(environment: Record<string, string>): GatewayProcess {
  const flags = environment['RECORD_FILE'] ? ['--require', RECORDER] : [];
  const child = spawn(process.execPath, [...flags, MAIN], {
    env: environment,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const output = { stdout: '', stderr: '' };
  child.stdout!.on('data', (chunk) => (output.stdout += chunk));
  child.stderr!.on('data', (chunk) => (output.stderr += chunk));
  // Not the event "close": it never comes when this side lets go of the channel first.
  const ended = Promise.all([once(child.stdout!, 'close'), once(child.stderr!, 'close'), once(child, 'exit')]);
  const exit = ended.then(
    ([, , [code, signal]]) => ({ code, signal }) as { code: number | null; signal: string | null },
  );
  const ready = new Promise<void>((resolve, reject) => {
    child.once('message', (message) =>
      (message as any).type === 'ready' ? resolve() : reject(new Error('Not ready')),
    );
    void exit.then(() => reject(new Error(`It ended: ${output.stderr}`)));
  });
  ready.catch(() => undefined);
  return { child, output, ready, exit };
}

export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
