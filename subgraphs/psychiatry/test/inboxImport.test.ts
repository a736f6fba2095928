/** `sammen import psychiatry`: a whole folder, as a user runs it, and what the graph says afterwards. */
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { EDGE_CASES, personOf, DEFAULT_SEED } from '@sammen/population';
import pg from 'pg';
import { useSystem } from '../../../test/support/system.js';
import { EXAMPLE_EPISODES, EXAMPLES, readExamples, TEST_PERSON_CPR } from './support/medcomExamples.js';
import { notification } from './support/notification.js';
import { poster } from './support/post.js';
import { gist } from './support/telling.js';

const system = useSystem();
const { post } = poster(system);
const ROOT = resolve(__dirname, '../../..');
const CLI = pathToFileURL(join(ROOT, 'packages/cli/dist/index.js')).href;
const person = personOf(DEFAULT_SEED, EDGE_CASES.medcomTestPerson);
const run = promisify(execFile);

let folder: string;
let database: pg.Client;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sammen-import-'));
  database = new pg.Client({ connectionString: system.databaseUrl('psychiatry') });
  await database.connect();
});
afterAll(async () => {
  await database.end();
  rmSync(folder, { recursive: true, force: true });
});

/** The compiled command in a process of its own; never throws for an exit code. */
async function sammenImport(...paths: readonly string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  const keys = ['--key', system.keyFile('import'), '--service-keys', system.serviceJwksFile];
  const options = ['--url', system.baseUrls['psychiatry']!, ...keys];
  const args = JSON.stringify(['import', 'psychiatry', ...paths, ...options]);
  const script = `import(${JSON.stringify(CLI)}).then(({ runCli }) => runCli(${args}, { root: ${JSON.stringify(ROOT)} }))`;
  return run(process.execPath, ['-e', script]).then(
    ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
    ({ code, stdout, stderr }: { code: number; stdout: string; stderr: string }) => ({ code, stdout, stderr }),
  );
}

/** The stays of the test person as the gateway shows them to the person themselves, by hospital's identifier. */
async function stays(): Promise<Record<string, ReturnType<typeof gist>>> {
  const actor = {
    id: person.actorId,
    role: 'CITIZEN',
    organisationId: null,
    organisationKind: 'NONE',
    unitId: null,
    citizenId: person.id,
  } as const;
  const { body } = await system.graphql(system.urls['gateway']!, {
    query: `{ me { admissions(first: 100) { totalCount nodes { id kind status startedAt endedAt hospital
      leaves { startedAt endedAt } history { kind concerns occurredAt } } } } }`,
    headers: { authorization: `Bearer ${await system.issuer().issue(actor)}` },
  });
  expect(body.errors).toBeUndefined();
  const { nodes, totalCount } = body.data!['me'].admissions;
  expect(totalCount).toBe(nodes.length);
  const { rows } = await database.query('SELECT id, episode_id FROM admission WHERE citizen_id = $1', [person.id]);
  const episodeOf = new Map(rows.map(({ id, episode_id }) => [id, episode_id]));
  return Object.fromEntries(
    nodes.map(({ id, leaves, history, hospital, ...stay }: any) => [
      episodeOf.get(id),
      gist({
        ...stay,
        leaves: leaves.map(({ startedAt, endedAt }: any) => ({ from: startedAt, to: endedAt })),
        entries: history,
        place: { hospital },
      }),
    ]),
  );
}

async function forget(): Promise<void> {
  for (const table of ['admission', 'inbox_message'])
    await database.query(`DELETE FROM ${table} WHERE citizen_id = $1`, [person.id]);
}

const TRUTH = Object.fromEntries(
  EXAMPLE_EPISODES.filter(({ story }) => !story.stay.includes('CANCELLED')).map(({ episode, story }) => [
    episode,
    story,
  ]),
);

if (EXAMPLES === null) process.stderr.write('Skipped: the MedCom examples do not lie beside the project.\n');

(EXAMPLES === null ? describe.skip : describe)('all MedCom examples', () => {
  beforeEach(forget);

  it('are about a citizen of the default population, who has no other stays', async () => {
    expect(person.cpr).toBe(TEST_PERSON_CPR);
    expect(await stays()).toEqual({});
  });

  it('imported by one command, tell in the graph what is true of each episode', async () => {
    const first = await sammenImport(EXAMPLES!);
    expect(first).toMatchObject({ code: 0, stderr: '' });
    expect(first.stdout.trim()).toBe('14 files: 12 taken, 0 repeated, 1 corrected, 1 cancelled, 0 refused');
    expect(await stays()).toEqual(TRUTH);
    const second = await sammenImport(EXAMPLES!);
    expect(second.stdout.trim()).toBe('14 files: 0 taken, 14 repeated, 0 corrected, 0 cancelled, 0 refused');
    expect(await stays()).toEqual(TRUTH);
  });

  it('leave the cancelled episode out of the graph and in the history', async () => {
    await sammenImport(EXAMPLES!);
    const cancelled = EXAMPLE_EPISODES.find(({ story }) => story.stay.includes('CANCELLED'))!;
    const { rows } = await database.query(
      `SELECT a.status, e.kind, e.concerns FROM admission a JOIN admission_event e ON e.admission_id = a.id
       WHERE a.citizen_id = $1 AND a.episode_id = $2 ORDER BY e.recorded_at`,
      [person.id, cancelled.episode],
    );
    expect(rows).toEqual([
      { status: 'CANCELLED', kind: 'ADMITTED', concerns: null },
      { status: 'CANCELLED', kind: 'CANCELLED', concerns: 'ADMITTED' },
    ]);
  });

  it('posted in other orders, thrice each and all at once, tell the same', async () => {
    const texts = readExamples().map(({ text }) => text);
    for (const order of [texts.toReversed(), [...texts.slice(5), ...texts.slice(0, 5)]]) {
      await forget();
      for (const text of [...order, ...order, ...order.toReversed()]) await post(text);
      expect(await stays()).toEqual(TRUTH);
    }
    await forget();
    await Promise.all([...texts, ...texts.toReversed(), ...texts].map((text) => post(text)));
    expect(await stays()).toEqual(TRUTH);
  });
});

describe('a folder with good and bad files', () => {
  it('is taken but for the bad ones, which are named with their reasons; exit code 1', async () => {
    const good = notification({ activity: 'admit-inpatient', cpr: person.cpr!, episode: 'import-good' });
    const files: Record<string, string> = {
      '1-broken.json': '{"resourceType": "Bundle"',
      '2-good.json': JSON.stringify(good),
      '3-nobody.json': JSON.stringify(notification({ activity: 'admit-inpatient', cpr: '3112999900' })),
      '4-incomplete.json': JSON.stringify({ ...good, entry: good.entry!.slice(0, 2) }),
      '5-old.xml': '<Bundle/>',
      '6-huge.json': ' '.repeat(5 * 1024 * 1024),
      '7-again.json': JSON.stringify(good),
    };
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
    const { code, stdout, stderr } = await sammenImport(folder);
    expect(code).toBe(1);
    const lines = stdout.trim().split('\n');
    expect(lines.at(-1)).toBe('7 files: 1 taken, 1 repeated, 0 corrected, 0 cancelled, 5 refused');
    expect(lines.slice(0, -1).map((line) => line.replace(`${folder}/`, '').trim())).toEqual([
      '✗ 1-broken.json: HTTP 400; structure: The message is not JSON in UTF-8.',
      '✗ 3-nobody.json: HTTP 422; not-found: The message is about somebody without a case here.: Bundle.entry.resource.ofType(Patient).identifier',
      expect.stringContaining('✗ 4-incomplete.json: HTTP 422; required: '),
      '✗ 5-old.xml: HTTP 415; not-supported: The inbox takes FHIR messages in JSON.',
      '✗ 6-huge.json: the file is larger than any message',
    ]);
    expect(stderr).toContain('IMPORT_REFUSED 5 of 7 files were not taken.');
    await forget();
  });
});
