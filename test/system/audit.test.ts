/** `sammen audit` as a person runs it, on a citizen subgraph of its own: while it runs, when it is stopped, and after somebody was at it. */
import { execFile } from 'node:child_process';
import { mkdir, readFile, readdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createSystem, readCliConfig, type RunningSystem, silentReporter, type System } from '@sammen/cli';
import { createDevelopmentIssuer } from '@sammen/identity';
import { PERSONAS } from '@sammen/population';
import pg from 'pg';
import { prepareState } from '../support/prepared.js';
import { makeTestFolder, removeTestFolder, root } from '../support/testFolders.js';

jest.setTimeout(90_000);

const { actor, purpose, exampleCitizenId } = PERSONAS['social-worker'];
const id = exampleCitizenId!;
const NOBODY = '00000000-0000-4000-8000-000000000001';
const env = Object.fromEntries(Object.entries(process.env).filter(([key]) => !key.endsWith('_DATABASE_URL')));
let folder: string;
let system: System;
let running: RunningSystem;

const start = async () => {
  const config = readCliConfig({ ...env, NODE_ENV: 'test', LOG_LEVEL: 'info' });
  const options = { root, state: folder, ports: 'free', durable: false, only: ['citizen'], citizens: 5 } as const;
  system = createSystem({ ...options, config, reporter: silentReporter });
  running = await system.start();
};
beforeAll(async () => {
  folder = await makeTestFolder();
  await prepareState(folder);
  await start();
});
afterAll(async () => {
  await system?.stop();
  await removeTestFolder(folder);
});

async function look(citizenId: string): Promise<void> {
  const issuer = createDevelopmentIssuer({
    directory: running.keys,
    issuer: 'sammen-development',
    audience: 'sammen',
    production: false,
  });
  const answer = await fetch(`${running.urls['citizen']}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      authorization: `Bearer ${await issuer.issue(actor)}`,
      'x-sammen-purpose': purpose!,
    },
    body: JSON.stringify({
      query: 'query Who($id: ID!) { citizen(id: $id) { name } }',
      variables: { id: citizenId },
    }),
  });
  if (!answer.ok) throw new Error(await answer.text());
}

/** Runs the command line; what it says on both streams, and how it ends. */
const audit = (...args: string[]) =>
  new Promise<{ code: number; output: string; said: string }>((done) => {
    const program = `import('@sammen/cli').then(({ runCli }) => runCli(${JSON.stringify(['audit', ...args, '--data', folder])}, ${JSON.stringify({ root })}))`;
    execFile(process.execPath, ['-e', program], { cwd: root, env, maxBuffer: 2 ** 26 }, (error, output, said) =>
      done({ code: Number(error?.code ?? 0), output, said }),
    );
  });

async function sql(...statements: string[]): Promise<void> {
  const client = new pg.Client(running.databases['citizen']!.admin);
  await client.connect();
  for (const statement of statements) await client.query(statement);
  await client.end();
}

it('verifies while the system runs and when it is stopped; a stop leaves nothing unsigned', async () => {
  await look(id);
  await look(NOBODY);
  const live = await audit('verify', '--json');
  expect(live).toMatchObject({ code: 0, said: '' });
  expect(JSON.parse(live.output)).toMatchObject({ ok: true, events: 2, chains: 2, since: null, first: null });
  await system.stop();
  const stopped = await audit('verify');
  expect(stopped).toMatchObject({ code: 0 });
  expect(stopped.output).toMatch(
    /^2 events in 2 chains, .*\n\d checkpoints?, .*; 0 events since then\.\nEverything adds up\.\n$/,
  );
  expect(stopped.output).not.toContain(id);
  const [day] = await readdir(join(folder, 'checkpoints'));
  expect(day).toMatch(/^\d{4}-\d\d-\d\d\.ndjson$/);
  const kept = join(folder, 'checkpoints', day!);
  expect((await stat(kept)).mode & 0o777).toBe(0o600);
  await start();
  expect(JSON.parse((await audit('verify', '--json', '--since', kept)).output)).toMatchObject({ ok: true, events: 0 });
});

it('keeps a checkpoint outside, with the ends of chains, and names from it what a rollback lost', async () => {
  const out = join(folder, 'kept.json');
  expect(await audit('checkpoint', '--out', out, '--chains')).toMatchObject({ code: 0 });
  expect((await stat(out)).mode & 0o777).toBe(0o600);
  expect(JSON.parse(await readFile(out, 'utf8')).chains.map(([citizen]: string[]) => citizen)).toContain(id);
  expect(await audit('checkpoint', '--out', out)).toMatchObject({
    code: 1,
    said: expect.stringContaining('OUTPUT_REFUSED'),
  });
  const tables = ['event', 'payload', 'head', 'checkpoint', 'checkpoint_end'];
  const triggers = (what: string) => tables.map((table) => `ALTER TABLE ledger.${table} ${what} TRIGGER ALL`).join(';');
  await sql(
    triggers('DISABLE'),
    ...tables.map((table) => `CREATE TABLE backup_${table} AS TABLE ledger.${table}`),
    `DELETE FROM ledger.event WHERE citizen_id = '${id}'`,
    `DELETE FROM ledger.payload WHERE citizen_id = '${id}'`,
    `DELETE FROM ledger.head WHERE citizen_id = '${id}'`,
    'DELETE FROM ledger.checkpoint',
    'DELETE FROM ledger.checkpoint_end',
  );
  expect(await audit('verify')).toMatchObject({ code: 0, output: expect.stringContaining('No checkpoint') });
  const found = await audit('verify', '--since', out);
  expect(found).toMatchObject({ code: 1, said: expect.stringContaining('AUDIT_BROKEN') });
  expect(found.output).toContain(`✗ citizen ${id}, event 1: CHECKPOINT`);
  expect(found.output).toMatch(/✗ checkpoint \d: MISSING/);
  await sql(
    ...tables.map((table) => `DELETE FROM ledger.${table}; INSERT INTO ledger.${table} SELECT * FROM backup_${table}`),
    `UPDATE ledger.payload SET body = jsonb_set(body, '{actorId}', '"nobody"') WHERE citizen_id = '${id}'`,
  );
  const broken = await audit('verify', '--citizen', id, '--json');
  expect(broken.code).toBe(1);
  expect(JSON.parse(broken.output).first).toMatchObject({ citizenId: id, seq: 1, problem: 'COMMITMENT' });
  expect(await audit('verify', '--citizen', NOBODY)).toMatchObject({ code: 0 });
  await sql(
    'DELETE FROM ledger.payload; INSERT INTO ledger.payload SELECT * FROM backup_payload',
    triggers('ENABLE'),
    ...tables.map((table) => `DROP TABLE backup_${table}`),
  );
  expect((await audit('verify')).code).toBe(0);
});

it('ends with 2 when it could not find out, and says why', async () => {
  const wrong = join(folder, 'wrong');
  await mkdir(wrong, { recursive: true });
  await writeFile(join(wrong, 'keys.json'), '{"keys":[]}');
  await writeFile(join(wrong, 'note.txt'), 'not a checkpoint');
  for (const [args, code, words] of [
    [['verify', '--key', join(wrong, 'none.json')], 2, 'KEY_FILE_INVALID'],
    [['verify', '--since', join(wrong, 'note.txt')], 2, 'CHECKPOINT_UNREADABLE'],
    [['verify', '--since', join(wrong, 'none')], 2, 'FILE_UNREADABLE'],
    [['verify', '--citizen', 'x'], 2, 'USAGE'],
    [['verify', 'more'], 2, 'USAGE'],
    [['export'], 2, 'USAGE'],
    [['export', '--out', '-', '--from', 'yesterday'], 2, 'USAGE'],
    [[], 2, 'USAGE'],
    // A key that nobody vouches for is a broken signature, not an error.
    [['verify', '--key', join(wrong, 'keys.json')], 1, 'AUDIT_BROKEN'],
  ] as [string[], number, string][]) {
    expect({ args, ...(await audit(...args)) }).toMatchObject({ args, code, said: expect.stringContaining(words) });
  }
});

it('exports who looked at whom as FHIR AuditEvents, to a file for its owner or to standard output on request', async () => {
  const out = join(folder, 'log.ndjson');
  expect(await audit('export', '--out', out)).toMatchObject({ code: 0, output: expect.stringContaining('2 events') });
  expect((await stat(out)).mode & 0o777).toBe(0o600);
  const events = (await readFile(out, 'utf8'))
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(events.map(({ resourceType, outcome }) => [resourceType, outcome])).toEqual([
    ['AuditEvent', '0'],
    ['AuditEvent', '4'],
  ]);
  const [{ agent, entity }, unknown] = events;
  expect(agent[0].who.identifier.value).toBe(actor.id);
  expect(entity[0].what.identifier.value).toBe(id);
  // Somebody who does not exist is nobody's patient, and the id that was tried is not kept.
  expect(JSON.stringify(unknown)).not.toMatch(/Patient"|00000000-0000/);
  const own = await audit('export', '--out', '-', '--citizen', id, '--from', '2020-01-01');
  expect(
    own.output
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line)),
  ).toEqual([events[0]]);
  expect((await audit('export', '--out', '-', '--to', '2020-01-01')).output).toBe('');
  expect(await audit('export', '--out', out)).toMatchObject({
    code: 1,
    said: expect.stringContaining('OUTPUT_REFUSED'),
  });
});
