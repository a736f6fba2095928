/** A key of the configuration missing, malformed or of the wrong kind: the process never starts, open or otherwise. */
import { spawn } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createDevelopmentIssuer, DEVELOPMENT_ISSUER, generateKeyFile, writePublicJwks } from '@sammen/identity';
import type { SammenError } from '@sammen/errors';
import { startSubgraph } from '@sammen/subgraph-kit';
import { createGateway, createLog, readConfig } from '../../gateway/src/index';
import { readSeedConfig, readSubgraphConfig } from '../../packages/subgraph-kit/src/config';
import { citizen } from '../../subgraphs/citizen/src/subgraph';
import { coordination } from '../../subgraphs/coordination/src/subgraph';
import { municipality } from '../../subgraphs/municipality/src/subgraph';
import { ngo } from '../../subgraphs/ngo/src/subgraph';
import { psychiatry } from '../../subgraphs/psychiatry/src/subgraph';
import { root } from '../support/testFolders.js';

const SUBGRAPHS = readdirSync(join(root, 'subgraphs')).toSorted();
/** Stands in everything that must not be told. */
const SECRET = 'hunter2';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'sammen-configuration-'));
  const services = [...SUBGRAPHS, 'gateway'];
  for (const name of services) generateKeyFile(join(folder, `${name}.json`), name);
  for (const name of ['grant', 'checkpoint']) generateKeyFile(join(folder, `${name}.json`));
  writePublicJwks(
    join(folder, 'services.json'),
    services.map((name) => join(folder, `${name}.json`)),
  );
  createDevelopmentIssuer({ directory: folder, issuer: 'x', audience: 'x', production: false });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

type Environment = Record<string, string>;

/** Everything that any process may read, well-formed; which of it a process does read it tells itself. */
function everything(name: string): Environment {
  const database = `postgres://role:${SECRET}@127.0.0.1:9/${SECRET}`;
  return {
    HOST: '127.0.0.1',
    PORT: '0',
    SUPERGRAPH_FILE: join(root, 'gateway/supergraph.graphql'),
    SUBGRAPH_URLS: `{"citizen":"http://${SECRET}:9/graphql"}`,
    SUBGRAPH_TIMEOUT_MS: '1000',
    SUBGRAPH_TIMEOUTS_MS: '{}',
    SUBGRAPH_CONCURRENCY: '128',
    OPERATION_CACHE_MIB: '64',
    REQUEST_DEADLINE_MS: '5000',
    CORS_ORIGINS: '',
    METRICS_PORT: 'none',
    METRICS_TOKEN: 'none',
    EXPLAIN_ROLES: 'NONE',
    PERSISTED_DOCUMENTS_FILE: 'none',
    FREE_TEXT_ROLES: 'ALL',
    INTROSPECTION_ROLES: 'NONE',
    COST_LIMIT: '50000',
    RATE_LIMIT_PER_MINUTE: '600',
    TRUSTED_PROXIES: 'none',
    SIGN_IN_ISSUER: 'none',
    SIGN_IN_CLIENT_ID: 'sammen-explorer',
    SIGN_IN_SCOPE: 'openid offline_access',
    SIGN_IN_RESOURCE: 'none',
    SIGN_IN_END_SESSION: 'post',
    OIDC_ISSUER: 'https://issuer.example',
    OIDC_AUDIENCE: 'sammen',
    OIDC_JWKS_URL: 'http://127.0.0.1:9/keys',
    OIDC_CLAIMS: '{}',
    [`${name.toUpperCase()}_DATABASE_URL`]: database,
    [`${name.toUpperCase()}_MIGRATION_DATABASE_URL`]: database,
    DECISION_POINT_URL: 'http://127.0.0.1:9',
    SERVICE_KEY_FILE: join(folder, `${name}.json`),
    SERVICE_JWKS_FILE: join(folder, 'services.json'),
    GRANT_KEY_FILE: join(folder, 'grant.json'),
    CHECKPOINT_KEY_FILE: join(folder, 'checkpoint.json'),
    CHECKPOINT_DIRECTORY: 'none',
    ACCESS_LOG_RETENTION: 'P5Y',
    NODE_ENV: 'test',
    LOG_LEVEL: 'info',
    OTEL_EXPORTER_OTLP_ENDPOINT: 'none',
  };
}

type Start = (environment: Environment) => Promise<unknown>;

/** One program of the system. */
interface Program {
  readonly file: string;
  readonly name: string;
  /** What reads its configuration. */
  readonly read: (environment: Environment) => unknown;
  /** What its main does first of all; a seed starts nothing that keys are needed for. */
  readonly start: Start | null;
}

const gateway: Program = {
  file: 'gateway/dist/main.js',
  name: 'gateway',
  read: (environment) => readConfig(environment),
  start: async (environment) => createGateway(readConfig(environment), createLog('silent')),
};
const DEFINITIONS = { citizen, coordination, municipality, ngo, psychiatry };
const subgraphs = SUBGRAPHS.flatMap((name): Program[] => [
  {
    file: `subgraphs/${name}/dist/main.js`,
    name,
    read: (environment) => readSubgraphConfig(name, environment),
    start: (environment) => startSubgraph(DEFINITIONS[name as keyof typeof DEFINITIONS], environment),
  },
  {
    file: `subgraphs/${name}/dist/seed.js`,
    name,
    read: (environment) => readSeedConfig(name, environment),
    start: null,
  },
]);
const PROGRAMS = [gateway, ...subgraphs];
const STARTED = PROGRAMS.flatMap(({ start, ...program }) => (start === null ? [] : [{ ...program, start }]));

/** The keys that a program reads, by watching it read. */
function keysOf({ name, read }: Pick<Program, 'name' | 'read'>): string[] {
  const seen = new Set<string>();
  read(new Proxy(everything(name), { get: (target, key: string) => (seen.add(key), target[key]) }));
  return [...seen];
}

/** Runs a program as a process, with nothing else in its environment: it says once why not, and ends with 1. */
async function refusalOf(file: string, environment: Environment): Promise<string> {
  const child = spawn(process.execPath, [join(root, file)], { env: environment, stdio: ['ignore', 'pipe', 'pipe'] });
  let [said, errors] = ['', ''];
  child.stdout.on('data', (chunk) => (said += chunk));
  child.stderr.on('data', (chunk) => (errors += chunk));
  const exit = await new Promise<number | null>((done) => child.once('close', done));
  expect({ file, exit, said, lines: errors.split('\n').length }).toEqual({ file, exit: 1, said: '', lines: 2 });
  expect(errors).not.toContain(SECRET);
  return errors;
}

it('I-4: no program starts that is told nothing: each says in one line what it misses, all of it, and ends with 1', async () => {
  const waiting = [...PROGRAMS];
  const next = async (): Promise<void> => {
    for (let program = waiting.pop(); program !== undefined; program = waiting.pop()) {
      const line = await refusalOf(program.file, {});
      const missing = keysOf(program).map((key) => `${key} is missing`);
      expect(line).toContain(`: CONFIG_MISSING ${missing.join('; ')}.`);
    }
  };
  await Promise.all([next(), next()]);
}, 120_000);

it('every subgraph is among them', () => expect(Object.keys(DEFINITIONS).toSorted()).toEqual(SUBGRAPHS));

describe.each(PROGRAMS)('$file', (program) => {
  const { name, read, start } = program;
  const refused = async (environment: Environment, code: string, message: string): Promise<void> => {
    const attempt = start === null ? Promise.resolve().then(() => read(environment)) : start(environment);
    const error = await attempt.then(
      () => 'it started',
      (reason: unknown) => reason,
    );
    expect(error).toMatchObject({ code, message: expect.stringMatching(message) });
    expect(`${(error as Error).message} ${(error as SammenError).next}`).not.toContain(SECRET);
  };

  it('I-4: refuses to start without any of its keys, each in turn, also an empty one, and names it', async () => {
    const keys = keysOf(program);
    expect(keys.length).toBeGreaterThanOrEqual(start === null ? 2 : 10);
    for (const key of keys) {
      const { [key]: _missing, ...rest } = everything(name);
      await refused(rest, 'CONFIG_MISSING', `^${key} is missing\\.$`);
      if (key !== 'CORS_ORIGINS') await refused({ ...rest, [key]: ' ' }, 'CONFIG_MISSING', `^${key} must be`);
    }
  });

  it('I-4: refuses a malformed value by its key, and does not repeat it', async () => {
    const keys = keysOf(program);
    for (const [key, value] of MALFORMED.filter(([each]) => keys.includes(each))) {
      await refused({ ...everything(name), [key]: value }, 'CONFIG_MISSING', `^${key} must be`);
    }
  });
});

/** What is wrong with a value is said by its key, never by its value. */
const MALFORMED: readonly (readonly [string, string])[] = [
  ...`PORT LOG_LEVEL OIDC_JWKS_URL DECISION_POINT_URL SUBGRAPH_URLS SUBGRAPH_TIMEOUT_MS SUBGRAPH_TIMEOUTS_MS
     SUBGRAPH_CONCURRENCY OPERATION_CACHE_MIB REQUEST_DEADLINE_MS CORS_ORIGINS METRICS_PORT
     OTEL_EXPORTER_OTLP_ENDPOINT FREE_TEXT_ROLES COST_LIMIT RATE_LIMIT_PER_MINUTE TRUSTED_PROXIES SIGN_IN_ISSUER
     SIGN_IN_SCOPE SIGN_IN_RESOURCE SIGN_IN_END_SESSION OIDC_CLAIMS ACCESS_LOG_RETENTION`
    .split(/\s+/)
    .map((key) => [key, SECRET] as const),
  ['PORT', '65536'],
  ['PORT', '-1'],
  ['PORT', '80.5'],
  ['OIDC_JWKS_URL', `ftp://${SECRET}/keys`],
  ['DECISION_POINT_URL', `file:///${SECRET}`],
  ['EXPLAIN_ROLES', `ANALYST,${SECRET}`],
  ['INTROSPECTION_ROLES', `ANALYST,${SECRET}`],
  ['SIGN_IN_ISSUER', `https://issuer.example?${SECRET}`],
  ['SIGN_IN_CLIENT_ID', ''],
  ['OIDC_CLAIMS', `{"${SECRET}":"roles"}`],
  ['OIDC_CLAIMS', `{"role":{"claim":"roles","values":{"boss":"${SECRET}"}}}`],
  ['ACCESS_LOG_RETENTION', 'P1Y'],
  ...SUBGRAPHS.flatMap((name) =>
    ['', 'MIGRATION_'].flatMap((kind) =>
      [SECRET, `mysql://role:${SECRET}@127.0.0.1/x`].map(
        (value) => [`${name.toUpperCase()}_${kind}DATABASE_URL`, value] as const,
      ),
    ),
  ),
];

/** Ways in which a file is not the key that is needed. */
function wrongKeyFiles(): string[] {
  const wrong = join(folder, 'wrong');
  mkdirSync(wrong, { recursive: true });
  const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ format: 'jwk' });
  const ed25519 = generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' });
  const x25519 = generateKeyPairSync('x25519').privateKey.export({ format: 'jwk' });
  const { d: _private, ...publicHalf } = ed25519;
  const contents: Readonly<Record<string, string>> = {
    'empty.json': '',
    'words.json': SECRET,
    'null.json': 'null',
    'rsa.json': JSON.stringify({ ...rsa, kid: 'citizen' }),
    'no-id.json': JSON.stringify(ed25519),
    'no-keys.json': '{"keys":[]}',
    'a-null-among-keys.json': '{"keys":[null]}',
    'broken.json': JSON.stringify({ kty: 'OKP', crv: 'Ed25519', x: SECRET, d: SECRET, kid: 'citizen' }),
    'public.json': JSON.stringify({ ...publicHalf, kid: 'citizen' }),
    'signing.json': JSON.stringify({ keys: [{ ...ed25519, kid: 'citizen' }] }),
    'verifying.json': JSON.stringify({ keys: [{ ...publicHalf, kid: 'citizen' }] }),
    'agreeing.json': JSON.stringify({ keys: [{ ...x25519, kid: 'citizen' }] }),
  };
  for (const [file, content] of Object.entries(contents)) writeFileSync(join(wrong, file), content);
  mkdirSync(join(wrong, 'folder.json'), { recursive: true });
  return [...Object.keys(contents), 'folder.json', 'missing.json'];
}

describe.each(STARTED)('the keys of $file', (program) => {
  const { name, start } = program;
  const startWith = (change: Environment) => start({ ...everything(name), ...change });

  it('I-4: are refused when a file does not hold the key that is needed, before a database or a port is touched', async () => {
    const files = keysOf(program).filter((key) => /_(KEY|JWKS)_FILE$/.test(key));
    expect(files.length).toBe({ gateway: 2, citizen: 4 }[name] ?? 2);
    for (const key of files) {
      // Public where private is needed, and the other way round: a private key has no place in a list for others. A key
      // that signs agrees on no keys.
      const right =
        new Map([
          ['SERVICE_KEY_FILE', 'agreeing.json'],
          ['SERVICE_JWKS_FILE', ''],
        ]).get(key) ?? 'signing.json';
      for (const file of wrongKeyFiles().filter((each) => each !== right)) {
        const attempt = startWith({ [key]: join(folder, 'wrong', file) });
        await expect(attempt).rejects.toMatchObject({ code: 'KEY_FILE_INVALID' });
        await expect(attempt).rejects.not.toThrow(SECRET);
      }
    }
  });

  it('I-4: are refused when they are another service’s', async () => {
    const other = join(folder, `${name === 'gateway' ? 'citizen' : 'gateway'}.json`);
    await expect(startWith({ SERVICE_KEY_FILE: other })).rejects.toMatchObject({
      code: 'KEY_FILE_INVALID',
      message: expect.stringContaining(`not the key of the service ${name}`),
    });
  });

  it('I-4: of the token issuer are refused in production from a file, or by the name of the development issuer', async () => {
    const file = { NODE_ENV: 'production', OIDC_JWKS_URL: pathToFileURL(join(folder, 'jwks.json')).href };
    await expect(startWith(file)).rejects.toMatchObject({ code: 'ISSUER_KEYS_REFUSED' });
    const development = { NODE_ENV: 'production', OIDC_ISSUER: DEVELOPMENT_ISSUER };
    await expect(startWith(development)).rejects.toMatchObject({ code: 'DEVELOPMENT_ISSUER_REFUSED' });
  });
});

it.each(['gateway', 'citizen'])(
  'I-4: a process of %s says so in one line and ends with 1',
  async (name) => {
    const file = STARTED.find((program) => program.name === name)!.file;
    const line = await refusalOf(file, { ...everything(name), SERVICE_KEY_FILE: join(folder, 'wrong/public.json') });
    expect(line).toMatch(/^sammen \w+: KEY_FILE_INVALID The key file public\.json is not an X25519 private key\. /);
  },
  60_000,
);
