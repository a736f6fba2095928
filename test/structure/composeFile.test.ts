/** The container files are held to what the processes read; there is no engine here, so this is all that checks them. */
import { execFile, execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { readConfig } from '../../gateway/src/config';
import { serverArguments } from '../../packages/local-postgres/src/settings';
import { readSubgraphConfig } from '../../packages/subgraph-kit/src/config';
import { startScratchPostgres } from '../support/scratchPostgres';
import { composeWith, EXAMPLE, VARIABLES } from './support/compose';
import { initSql, passwordVariable, runLikePsql } from './support/initSql';
import { absolute, FILES, read } from './support/repository';

const SUBGRAPHS = FILES.flatMap((file) => /^subgraphs\/([^/]+)\/package\.json$/.exec(file)?.[1] ?? []);
const FILLED = {
  ...EXAMPLE,
  ...Object.fromEntries(
    VARIABLES.filter((name) => !EXAMPLE[name]).map((name) => [name, `example-${name.toLowerCase()}`]),
  ),
  OIDC_ISSUER: 'https://issuer.example',
  OIDC_JWKS_URL: 'https://issuer.example/keys',
  CORS_ORIGINS: '',
};
/** For people who hand in messages, and for those who verify the access log; no container gets them. */
const FOR_PEOPLE = ['service-import.jwk.json', 'checkpoints.jwks.json'];
const compose = composeWith(FILLED);
const services = Object.entries(compose.services);
const running = services.filter(([, { profiles }]) => profiles === undefined);
const ours = services.filter(([, { image }]) => image.startsWith('sammen:'));

describe('docker-compose.yml', () => {
  it('runs every subgraph, the gateway and PostgreSQL, each as its own container', () => {
    expect(running.map(([name]) => name).toSorted()).toEqual([...SUBGRAPHS, 'gateway', 'postgres'].toSorted());
  });

  it.each(SUBGRAPHS)('tells %s all that it refuses to start without, and nothing else', (name) => {
    const { environment, command } = compose.services[name]!;
    const seen = new Set<string>();
    const env = new Proxy(environment!, { get: (target, key: string) => (seen.add(key), target[key]) });
    const config = readSubgraphConfig(name, env);
    expect(config).toMatchObject({ host: '0.0.0.0', production: true, decisionPointUrl: 'http://citizen:4001' });
    expect(new URL(config.databaseUrl).username).toBe(`sammen_${name}`);
    expect(new URL(config.migrationDatabaseUrl).username).toBe(`sammen_${name}_owner`);
    expect(Object.keys(environment!).filter((key) => !seen.has(key))).toEqual([]);
    expect(command).toEqual(['node', `subgraphs/${name}/dist/main.js`]);
  });

  it('tells the gateway all that it refuses to start without, and where every subgraph is', () => {
    const { environment, command } = compose.services['gateway']!;
    const { port, production, subgraphUrls, supergraphFile } = readConfig(environment);
    expect({ port, production }).toEqual({ port: 4000, production: true });
    expect(FILES).toContain(supergraphFile);
    expect(command).toEqual(['node', 'gateway/dist/main.js']);
    const addresses = SUBGRAPHS.map((name) => [
      name,
      `http://${name}:${compose.services[name]!.environment!['PORT']}/graphql`,
    ]);
    expect(subgraphUrls).toEqual(Object.fromEntries(addresses));
  });

  it('I-13: tells no subgraph the database or the private key of another', () => {
    for (const name of SUBGRAPHS) {
      const { environment, secrets } = compose.services[name]!;
      const others = SUBGRAPHS.filter((other) => other !== name);
      const told = Object.entries(environment!).filter(([key]) => key.includes('DATABASE'));
      expect(told.map(([key]) => key)).toEqual(
        ['DATABASE_URL', 'MIGRATION_DATABASE_URL'].map((key) => `${name.toUpperCase()}_${key}`),
      );
      expect(told.filter(([, url]) => others.some((other) => url.includes(`sammen_${other}`)))).toEqual([]);
      expect(secrets!.filter((secret) => secret.startsWith('service-'))).toEqual([`service-${name}`]);
      expect(secrets!.includes('grant')).toBe(name === 'citizen');
    }
    expect(compose.services['gateway']!.secrets).toEqual(['service-gateway', 'services']);
  });

  it('gives every container the key files that its environment names', () => {
    for (const [, { environment = {}, secrets = [] }] of running) {
      const named = Object.values(environment).flatMap((value) => /^\/run\/secrets\/(.+)$/.exec(value)?.[1] ?? []);
      expect(named.toSorted()).toEqual([...secrets].toSorted());
      for (const secret of secrets) expect(compose.secrets[secret]!.file).toMatch(/^\.\/keys\/.+\.json$/);
    }
  });

  it('pins every image, and the Dockerfile too', () => {
    const bases = [...read('Dockerfile').matchAll(/^FROM (\S+)/gm)].map(([, image]) => image!);
    for (const image of [...services.map(([, service]) => service.image), ...bases]) {
      expect(image).toMatch(/^[a-z]+:\d+\.\d+(\.\d+)?(-[a-z]+)*$/);
    }
    expect(new Set(bases).size).toBe(1);
  });

  it('publishes the gateway only, and only to the machine itself', () => {
    expect(services.flatMap(([name, { ports }]) => (ports ?? []).map((port) => `${name} ${port}`))).toEqual([
      `gateway 127.0.0.1:${(FILLED as Record<string, string>)['GATEWAY_PORT']}:4000`,
    ]);
  });

  it('I-13: lets nobody but the subgraphs reach the databases, and the databases reach nobody outside', () => {
    expect(compose.networks['data']).toEqual({ internal: true });
    const onData = services.filter(([, { networks }]) => networks?.includes('data')).map(([name]) => name);
    expect(onData.toSorted()).toEqual([...SUBGRAPHS, 'postgres'].toSorted());
    expect(compose.services['postgres']!.networks).toEqual(['data']);
  });

  it.each(services)(
    'hardens %s: no root, no new rights, nothing to write to, a process that reaps',
    (_name, service) => {
      expect(service).toMatchObject({
        init: true,
        read_only: true,
        cap_drop: ['ALL'],
        security_opt: ['no-new-privileges:true'],
      });
      expect(service.user).toMatch(/^[1-9]\d*:[1-9]\d*$/);
    },
  );

  it('asks every container for its health, and starts nothing before what it needs is healthy', () => {
    for (const [, { healthcheck }] of running) expect(healthcheck!.test![0]).toBe('CMD');
    const needs = Object.fromEntries(running.map(([name, { depends_on = {} }]) => [name, depends_on]));
    expect(
      Object.values(needs)
        .flatMap((all) => Object.values(all))
        .every(({ condition }) => condition === 'service_healthy'),
    ).toBe(true);
    expect(Object.keys(needs['gateway']!).toSorted()).toEqual([...SUBGRAPHS].toSorted());
    for (const name of SUBGRAPHS) {
      expect(Object.keys(needs[name]!)).toEqual(name === 'citizen' ? ['postgres'] : ['postgres', 'citizen']);
    }
  });

  it('asks ours whether they are ready, at the port that they are told to listen on', async () => {
    const checked = ours.filter(([, { profiles }]) => profiles === undefined);
    const [test, ...rest] = checked.map(([, { healthcheck }]) => healthcheck!.test!);
    for (const other of rest) expect(other).toEqual(test);
    const [, program, ...args] = test!;
    expect(program).toBe('node');
    let status = 200;
    const server = createServer(({ url }, response) =>
      response.writeHead(url === '/health/ready' ? status : 404).end(),
    );
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const ask = promisify(execFile);
    const env = { PORT: String((server.address() as AddressInfo).port) };
    await expect(ask(process.execPath, args, { env })).resolves.toBeDefined();
    status = 503;
    await expect(ask(process.execPath, args, { env })).rejects.toMatchObject({ code: 1 });
    await new Promise((done) => server.close(done));
    await expect(ask(process.execPath, args, { env })).rejects.toMatchObject({ code: 1 });
  });

  it('gives every container more time to end than the gateway takes to drain', () => {
    for (const [, { stop_grace_period }] of running)
      expect(Number.parseInt(stop_grace_period!, 10)).toBeGreaterThan(20);
  });

  it('I-8: keeps people’s data out of the log of PostgreSQL, as the embedded one does', () => {
    const args = serverArguments({ port: 1, durable: true }).filter((argument) => argument.startsWith('log_'));
    const needed = args
      .filter((argument) => !argument.startsWith('log_checkpoints'))
      .map((argument) => `-c${argument}`);
    expect(needed.length).toBeGreaterThanOrEqual(6);
    expect(compose.services['postgres']!.command).toEqual(expect.arrayContaining(needed));
  });
});

describe('.env.example', () => {
  it('lists exactly what docker-compose.yml reads', () => {
    expect(Object.keys(EXAMPLE).toSorted()).toEqual([...VARIABLES].toSorted());
  });

  it('holds no secret, and each that is left empty stops the start', () => {
    const empty = Object.keys(EXAMPLE).filter((name) => EXAMPLE[name] === '');
    expect(Object.keys(EXAMPLE).filter((name) => name.includes('PASSWORD') && EXAMPLE[name] !== '')).toEqual([]);
    for (const name of empty.filter((each) => each !== 'CORS_ORIGINS')) {
      expect(() => composeWith({ ...FILLED, [name]: '' })).toThrow(`${name} is empty`);
    }
  });
});

describe('docker/postgres/databases.sql', () => {
  const script = initSql(SUBGRAPHS);

  it('is what packages/local-postgres does to a server', () => {
    if (process.env['UPDATE_DOCS'] === '1') writeFileSync(absolute('docker/postgres/databases.sql'), script);
    expect(read('docker/postgres/databases.sql')).toBe(script);
  });

  it('I-13: gives every subgraph a database that no other subgraph’s roles can enter', async () => {
    const postgres = await startScratchPostgres();
    try {
      const passwords = Object.fromEntries(
        SUBGRAPHS.flatMap((name) =>
          (['OWNER', 'APP'] as const).map((role) => [passwordVariable(name, role), `${name}-${role}-it's`]),
        ),
      );
      await runLikePsql(script, postgres.adminUrl, passwords);
      const enter = async (role: string, password: string, database: string): Promise<string> => {
        const url = new URL(postgres.adminUrl);
        const client = new pg.Client({ host: url.hostname, port: Number(url.port), user: role, password, database });
        client.on('error', () => {});
        return client.connect().then(
          () => client.end().then(() => 'in'),
          (error: { code?: string }) => error.code ?? 'refused',
        );
      };
      for (const name of SUBGRAPHS) {
        const [app, owner] = [passwords[passwordVariable(name, 'APP')]!, passwords[passwordVariable(name, 'OWNER')]!];
        expect(await enter(`sammen_${name}`, app, `sammen_${name}`)).toBe('in');
        expect(await enter(`sammen_${name}_owner`, owner, `sammen_${name}`)).toBe('in');
        for (const other of [
          ...SUBGRAPHS.filter((each) => each !== name).map((each) => `sammen_${each}`),
          'postgres',
        ]) {
          expect(await enter(`sammen_${name}`, app, other)).toBe('42501');
          expect(await enter(`sammen_${name}_owner`, owner, other)).toBe('42501');
        }
      }
      await expect(runLikePsql(script, postgres.adminUrl, {})).rejects.toThrow('syntax error');
    } finally {
      await postgres.stop();
    }
  }, 30_000);
});

it('docker/makeKeys.mjs makes every key file that docker-compose.yml names, for their owner only, and keeps what is there', () => {
  const folder = mkdtempSync(join(tmpdir(), 'sammen-keys-'));
  try {
    const make = (): string =>
      execFileSync(process.execPath, [absolute('docker/makeKeys.mjs'), folder], { encoding: 'utf8' });
    make();
    const needed = Object.values(compose.secrets).map(({ file }) => file.slice('./keys/'.length));
    expect(readdirSync(folder).toSorted()).toEqual([...needed, ...FOR_PEOPLE].toSorted());
    for (const file of needed.filter((name) => name !== 'services.jwks.json')) {
      expect(statSync(join(folder, file)).mode & 0o777).toBe(0o600);
    }
    const before = statSync(join(folder, 'grant.jwk.json')).mtimeMs;
    expect(make()).not.toContain('"d"');
    expect(statSync(join(folder, 'grant.jwk.json')).mtimeMs).toBe(before);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
