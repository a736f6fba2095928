/** A cluster's life, with the real binaries: where it lives, what survives, what is refused. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, cp, mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { createLocalPostgres, freePort, identifyProcess, portProblem, removeLocalPostgres } from '../src/index.js';
import { query, scratchFolder } from './support.js';

jest.setTimeout(60_000);

const asRoot = process.getuid?.() === 0 ? it : it.skip;

let folder: string;
let directory: string;
let remove: () => Promise<void>;

async function enterFolder(): Promise<void> {
  ({ folder, remove } = await scratchFolder());
  directory = join(folder, 'pg');
}

const cluster = (port = 0) => createLocalPostgres({ directory, port, durable: false });

async function serverPid(adminUrl: string): Promise<number> {
  const [row] = await query(adminUrl, `SELECT split_part(pg_read_file('postmaster.pid'), E'\\n', 1) AS pid`);
  return Number(row?.pid);
}

describe('the embedded PostgreSQL, time and again in one folder', () => {
  beforeAll(enterFolder);
  afterAll(() => remove());

  it('starts in a fresh folder, keeps its data over a restart, and is gone after stop', async () => {
    await chmod(folder, 0o755);
    const first = cluster();
    const { adminUrl } = await first.start();
    await query(adminUrl, `CREATE TABLE kept AS SELECT lower('ÆØÅ') AS word`);
    const pid = await serverPid(adminUrl);
    await first.stop();
    expect(identifyProcess(pid)).toBeUndefined();

    const second = cluster();
    const again = await second.start();
    expect(await query(again.adminUrl, 'TABLE kept')).toEqual([{ word: 'æøå' }]);
    expect((await stat(join(directory, 'data'))).isDirectory()).toBe(true);
    await second.stop();
  });

  it('keeps the password for its owner only, and listens on the loopback address only', async () => {
    const postgres = cluster();
    const { adminUrl } = await postgres.start();
    expect((await stat(join(directory, 'password'))).mode & 0o777).toBe(0o600);
    expect(await query(adminUrl, 'SHOW listen_addresses')).toEqual([{ listen_addresses: '127.0.0.1' }]);
    const wrong = new URL(adminUrl);
    wrong.password = 'wrong';
    await expect(query(wrong.href, 'SELECT 1')).rejects.toThrow('password authentication failed');
    await postgres.stop();
  });

  it('syncs every commit to disk unless it is told that the data is for throwing away', async () => {
    const settings = `SELECT current_setting('fsync') AS fsync, current_setting('synchronous_commit') AS commit`;
    const safe = createLocalPostgres({ directory, port: 0 });
    expect(await query((await safe.start()).adminUrl, settings)).toEqual([{ fsync: 'on', commit: 'on' }]);
    await safe.stop();
  });

  it('I-8: a failing statement leaves nothing of its values in the log', async () => {
    const postgres = cluster();
    const { adminUrl } = await postgres.start();
    await query(adminUrl, 'CREATE TABLE person (cpr text PRIMARY KEY)');
    await query(adminUrl, `INSERT INTO person VALUES ('0101019901')`);
    await expect(query(adminUrl, `INSERT INTO person VALUES ('0101019901')`)).rejects.toThrow('duplicate key');
    await expect(query(adminUrl, `SELECT '0101019901x'::int`)).rejects.toThrow('invalid input');
    await postgres.stop();
    const log = await readFile(join(directory, 'postgres.log'), 'utf8');
    expect(log).toContain('database system is ready');
    expect(log).not.toContain('0101019901');
  });

  it('runs beside another cluster', async () => {
    const other = createLocalPostgres({ directory: join(folder, 'other'), port: 0, durable: false });
    const one = cluster();
    const [{ adminUrl: first }, { adminUrl: second }] = await Promise.all([one.start(), other.start()]);
    expect(await serverPid(first)).not.toBe(await serverPid(second));
    await Promise.all([one.stop(), other.stop()]);
    await removeLocalPostgres(join(folder, 'other'));
  });

  it('refuses a taken port, naming it, and leaves nothing running', async () => {
    const port = await freePort();
    const taker = createServer().listen(port, '127.0.0.1');
    await once(taker, 'listening');
    const postgres = cluster(port);
    await expect(postgres.start()).rejects.toMatchObject({
      code: 'POSTGRES_PORT_TAKEN',
      message: expect.stringContaining(String(port)),
    });
    taker.close();
    await once(taker, 'close');
    await postgres.start();
    await postgres.stop();
    expect(await portProblem(port)).toBeUndefined();
  });

  it('refuses a folder that a living launcher uses, and takes it over when that one was killed', async () => {
    const port = await freePort();
    const launcher = spawn(process.execPath, [join(__dirname, 'launcher.mjs'), directory, String(port)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const { adminUrl } = JSON.parse(String((await once(launcher.stdout, 'data'))[0])) as { adminUrl: string };
    await query(adminUrl, 'CREATE TABLE launched (one int)');
    const left = identifyProcess(await serverPid(adminUrl));
    await expect(cluster().start()).rejects.toMatchObject({ code: 'POSTGRES_IN_USE' });
    await expect(removeLocalPostgres(directory)).rejects.toMatchObject({ code: 'POSTGRES_IN_USE' });

    launcher.kill('SIGKILL');
    await once(launcher, 'exit');
    expect(identifyProcess(left?.pid ?? 0)).toEqual(left);
    const told: string[] = [];
    const next = createLocalPostgres({ directory, port, durable: false, log: (message) => told.push(message) });
    const started = await next.start();
    expect(told).toEqual(['stopped a PostgreSQL server left over from an earlier run']);
    expect(identifyProcess(left?.pid ?? 0)).not.toEqual(left);
    expect(await query(started.adminUrl, 'TABLE launched')).toEqual([]);
    await next.stop();
  });

  it('starts after its server was killed, and never signals a stranger who got its process id', async () => {
    const first = cluster();
    const { adminUrl } = await first.start();
    process.kill(await serverPid(adminUrl), 'SIGKILL');
    await first.stop();

    const stranger = spawn('sleep', ['60']);
    await once(stranger, 'spawn');
    const data = await dataDirectory();
    const note = (await readFile(join(data, 'postmaster.pid'), 'utf8')).split('\n');
    await writeFile(join(data, 'postmaster.pid'), [stranger.pid, ...note.slice(1)].join('\n'));
    const second = cluster();
    await second.start();
    await second.stop();
    expect(stranger.signalCode).toBeNull();
    expect(identifyProcess(stranger.pid ?? 0)).toBeDefined();
    stranger.kill();
    await once(stranger, 'exit');
  });

  it('says so when its password file is gone', async () => {
    const before = cluster();
    await before.start();
    await before.stop();
    await rm(join(directory, 'password'));
    await expect(cluster().start()).rejects.toMatchObject({
      code: 'POSTGRES_START_FAILED',
      message: 'The file with the password of the database is gone.',
      next: expect.stringContaining('npx sammen reset'),
    });
  });
});

describe('the embedded PostgreSQL, in a folder of its own', () => {
  beforeEach(enterFolder);
  afterEach(() => remove());

  asRoot('as root, works from a folder that other users cannot enter, and finds its data again', async () => {
    await chmod(folder, 0o700);
    for (const expected of [[], [{ one: 1 }]]) {
      const postgres = cluster();
      const { adminUrl } = await postgres.start();
      await query(adminUrl, 'CREATE TABLE IF NOT EXISTS kept (one int)');
      expect(await query(adminUrl, 'TABLE kept')).toEqual(expected);
      await query(adminUrl, 'INSERT INTO kept VALUES (1)');
      await postgres.stop();
    }
    const place = (await readFile(join(directory, 'location'), 'utf8')).trim();
    expect((await stat(join(place, 'data'))).uid).not.toBe(0);
    await removeLocalPostgres(directory);
    await expect(stat(place)).rejects.toThrow('ENOENT');
  });

  asRoot('as root, starts anew where a project was deleted and cloned again', async () => {
    await chmod(folder, 0o700);
    const before = cluster();
    await query((await before.start()).adminUrl, 'CREATE TABLE before ()');
    await before.stop();
    await rm(directory, { recursive: true });
    const anew = cluster();
    const { adminUrl } = await anew.start();
    expect(await query(adminUrl, `SELECT to_regclass('before') AS name`)).toEqual([{ name: null }]);
    await anew.stop();
  });

  asRoot('as root, a copied project folder does not get hold of the database of the original', async () => {
    await chmod(folder, 0o700);
    const original = cluster();
    const { adminUrl } = await original.start();
    await query(adminUrl, 'CREATE TABLE original ()');
    const copied = join(folder, 'copied');
    await cp(directory, copied, { recursive: true, filter: (path) => !path.endsWith('owner.json') });
    const copy = createLocalPostgres({ directory: copied, port: 0, durable: false });
    const { adminUrl: copyUrl } = await copy.start();
    expect(await query(copyUrl, `SELECT to_regclass('original') AS name`)).toEqual([{ name: null }]);
    await copy.stop();
    await removeLocalPostgres(copied);
    await original.stop();
  });

  it('recovers from an initialisation that was cut off half-way', async () => {
    await mkdir(join(directory, 'data.half'), { recursive: true });
    const postgres = cluster();
    await postgres.start();
    await postgres.stop();
  });
});

async function dataDirectory(): Promise<string> {
  const place = await readFile(join(directory, 'location'), 'utf8').catch(() => directory);
  return join(place.trim(), 'data');
}
