/** What `sammen start` promises, with real processes and a real PostgreSQL: all of it runs, or none of it. */
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { spawn } from 'node:child_process';
import { identifyProcess, portProblem } from '@sammen/local-postgres';
import { cleanEnvironment, eventually, makeProject, type Project, type Run, runProgram, runs } from './project.js';

jest.setTimeout(60_000);

// One project for each group: making its databases takes longer than most of what is tested with them.
let project: Project;
const withProject = (): void => {
  beforeAll(async () => void (project = await makeProject()));
  afterAll(() => project.remove());
};

const spoiled: string[] = [];
/** A file beside a service makes it behave badly, until the end of the test. */
async function spoil(file: string): Promise<void> {
  spoiled.push(project.path(file));
  await writeFile(project.path(file), '');
}
const settle = async (): Promise<void> => {
  await project.settle();
  for (const file of spoiled.splice(0)) await rm(file, { force: true });
};

const READY = 'Sammen is ready';
const seeds = (name: string) => readFile(project.path('subgraphs', name, 'dist/seeded'), 'utf8');
const postgresIsGone = async () => (await portProblem(project.base + 10)) === undefined;

describe('sammen start, once it is ready', () => {
  withProject();
  let start: Run;
  beforeAll(async () => {
    start = project.start();
    await start.until(READY);
  });

  it('starts every service as a process of its own, each with its own database only, and says where they are', async () => {
    const services = await project.answering();
    expect(Object.keys(services).toSorted()).toEqual(['citizen', 'gateway', 'psychiatry']);
    expect(services).toEqual(project.recorded());
    expect(new Set(Object.values(services)).size).toBe(3);
    const citizen = await (await fetch(`http://127.0.0.1:${project.base + 1}/`)).json();
    expect(citizen).toMatchObject({
      HOST: '127.0.0.1',
      database: ['CITIZEN_DATABASE_URL', 'CITIZEN_MIGRATION_DATABASE_URL'],
    });
    for (const text of [`http://127.0.0.1:${project.base}/graphql`, 'key-manager', 'curl -s', 'npx sammen token']) {
      expect(start.output()).toContain(text);
    }
  });

  it('refuses to run twice in one folder', async () => {
    const second = project.start();
    expect((await second.ended).code).toBe(1);
    expect(second.output()).toContain(
      `sammen: ALREADY_RUNNING Sammen is already running in this folder (process ${start.child.pid})`,
    );
    expect(Object.keys(await project.answering())).toHaveLength(3);
  });

  it('starts a service again that ended by itself, and says so', async () => {
    const { psychiatry } = await project.answering();
    process.kill(psychiatry!, 'SIGKILL');
    await start.until('psychiatry ended by itself (SIGKILL); starting it again in 0.5 s');
    await start.until('psychiatry is ready again');
    const again = (await project.answering())['psychiatry'];
    expect(again).not.toBe(psychiatry);
    expect(project.recorded()['psychiatry']).toBe(again);
  });

  it('ends on SIGTERM in order, with exit code 0 and no process left', async () => {
    const pids = Object.values(project.recorded());
    start.child.kill('SIGTERM');
    expect(await start.ended).toEqual({ code: 0, signal: null });
    expect(pids.filter(runs)).toEqual([]);
    expect(await postgresIsGone()).toBe(true);
    expect(start.output()).toContain('nothing is left running');
  });
});

describe('sammen start', () => {
  withProject();
  afterEach(settle);

  it('fills the databases once; the second start takes them as they are', async () => {
    const first = project.start();
    await first.until(READY);
    first.child.kill('SIGINT');
    expect((await first.ended).code).toBe(0);
    const second = project.start();
    await second.until(READY);
    expect(await seeds('psychiatry')).toBe('--citizens 220 --seed 1\n');
    second.child.kill('SIGINT');
    await second.ended;
    const third = project.start('--citizens', '50');
    expect((await third.ended).code).toBe(1);
    expect(third.output()).toContain('sammen: SEED_DIFFERS The database of citizen holds 220 citizens of seed 1.');
    expect(await postgresIsGone()).toBe(true);
  });

  it('names a taken port before anything is started', async () => {
    const taker = createServer().listen(project.base + 2, '127.0.0.1');
    await once(taker, 'listening');
    const start = project.start();
    expect((await start.ended).code).toBe(1);
    expect(start.output()).toBe(
      `sammen: PORT_TAKEN Port ${project.base + 2} (psychiatry) is taken by another program. ` +
        'Stop that program, or choose other ports with --port-base.\n',
    );
    taker.close();
  });

  it("tells in a service's own words why it does not start, and leaves nothing half-started", async () => {
    await spoil('subgraphs/psychiatry/dist/fail');
    const start = project.start();
    expect((await start.ended).code).toBe(1);
    expect(start.output()).toContain('sammen: FIXTURE_BROKEN psychiatry: It is broken on purpose. Remove the file.\n');
    expect(await project.answering()).toEqual({});
    expect(await postgresIsGone()).toBe(true);
  });

  it("tells in a seed's own words why a database cannot be filled, and leaves nothing half-started", async () => {
    await spoil('subgraphs/citizen/dist/fail-seed');
    await rm(project.path('.sammen/postgres/seeds.json')); // or they are known to be filled
    const start = project.start();
    expect((await start.ended).code).toBe(1);
    expect(start.output()).toContain('sammen: SEED_NOT_EMPTY citizen seed: The database holds other data.');
    expect(await postgresIsGone()).toBe(true);
  });

  it('names the variable of a database that cannot be reached, and never its password', async () => {
    const args = [project.root, 'start', '--port-base', String(project.base)];
    const start = runProgram(
      process.execPath,
      [`${__dirname}/fixtures/sammen.mjs`, ...args],
      project.root,
      cleanEnvironment({ CITIZEN_DATABASE_URL: 'postgresql://me:top-secret@127.0.0.1:1/db' }),
    );
    expect((await start.ended).code).toBe(1);
    expect(start.output()).toContain(
      'DATABASE_UNREACHABLE The database of CITIZEN_DATABASE_URL cannot be reached (ECONNREFUSED)',
    );
    expect(start.output()).not.toContain('top-secret');
    expect(await postgresIsGone()).toBe(true);
  });

  it('refuses to run in production', async () => {
    const start = runProgram(
      process.execPath,
      [`${__dirname}/fixtures/sammen.mjs`, project.root, 'start'],
      project.root,
      cleanEnvironment({ NODE_ENV: 'production' }),
    );
    expect((await start.ended).code).toBe(1);
    expect(start.output()).toContain('sammen: PRODUCTION_REFUSED');
  });

  it('starts only the named services, and names the known ones for an unknown name', async () => {
    const unknown = project.start('--only', 'psykiatri');
    expect((await unknown.ended).code).toBe(1);
    expect(unknown.output()).toContain('there are citizen, psychiatry, gateway');
    const start = project.start('--only', 'psychiatry');
    await start.until(READY);
    expect(Object.keys(await project.answering())).toEqual(['psychiatry']);
  });

  it('ends in order when it is told to while still starting', async () => {
    await spoil('gateway/dist/slow');
    const start = project.start();
    await eventually(async () => Object.keys(await project.answering()).length === 3);
    const pids = Object.values(project.recorded());
    start.child.kill('SIGTERM');
    expect((await start.ended).code).toBe(0);
    expect(pids.filter(runs)).toEqual([]);
    expect(await postgresIsGone()).toBe(true);
  });

  it('takes a signal that npm repeats for one, and a second one later for impatience', async () => {
    await spoil('gateway/dist/stubborn');
    const start = project.start();
    await start.until(READY);
    const pids = Object.values(project.recorded());
    start.child.kill('SIGINT');
    start.child.kill('SIGINT');
    await new Promise((wake) => setTimeout(wake, 1_200));
    expect(start.child.exitCode).toBeNull();
    start.child.kill('SIGINT');
    expect((await start.ended).code).toBe(130);
    await eventually(() => pids.every((pid) => !runs(pid)));
    await eventually(postgresIsGone);
  });
});

describe('after a kill -9 of the launcher', () => {
  withProject();
  afterEach(settle);

  it('the services end by themselves, and the next start recovers', async () => {
    const first = project.start();
    await first.until(READY);
    const pids = Object.values(project.recorded());
    first.child.kill('SIGKILL');
    await first.ended;
    await eventually(() => pids.every((pid) => !runs(pid)));
    const second = project.start();
    await second.until(READY);
    expect(second.output()).toContain('ended what an earlier run left behind: PostgreSQL');
    expect(await seeds('citizen')).toBe('--citizens 220 --seed 1\n');
  });

  it('the next start ends a service that did not end by itself, at once after the kill', async () => {
    await spoil('subgraphs/citizen/dist/stubborn');
    const first = project.start();
    await first.until(READY);
    const { citizen } = project.recorded();
    first.child.kill('SIGKILL');
    const old = identifyProcess(citizen!);
    expect(old).toBeDefined();
    const second = project.start();
    await second.until(READY);
    expect(second.output()).toContain('ended what an earlier run left behind: citizen, PostgreSQL');
    expect(identifyProcess(citizen!)).not.toEqual(old);
    await rm(project.path('subgraphs/citizen/dist/stubborn')); // or the new one outlives this test
  });

  it('the next start leaves a stranger alone who got the process id of a service', async () => {
    const first = project.start();
    await first.until(READY);
    first.child.kill('SIGKILL');
    await first.ended;
    const stranger = spawn('sleep', ['60'], { detached: true });
    await once(stranger, 'spawn');
    const file = project.path('.sammen/run.json');
    const record = JSON.parse(await readFile(file, 'utf8')) as { processes: Record<string, { pid: number }> };
    record.processes['citizen']!.pid = stranger.pid!;
    await writeFile(file, JSON.stringify(record));
    const second = project.start();
    await second.until(READY);
    expect(runs(stranger.pid!)).toBe(true);
    stranger.kill();
    await once(stranger, 'exit');
  });
});

describe('under npm', () => {
  withProject();

  it('ends when npm is killed', async () => {
    const command = `${process.execPath} ${__dirname}/fixtures/sammen.mjs . start --port-base ${project.base}`;
    await writeFile(project.path('package.json'), JSON.stringify({ scripts: { start: command } }));
    const npm = runProgram('npm', ['start'], project.root, cleanEnvironment());
    await npm.until(READY);
    const pids = Object.values(project.recorded());
    npm.child.kill('SIGKILL');
    await eventually(() => pids.every((pid) => !runs(pid)));
    await eventually(postgresIsGone);
    await eventually(() => !existsSync(project.path('.sammen/launcher.json')));
  });
});
