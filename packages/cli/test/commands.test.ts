/** The commands beside start: what they print where, and how they end. */
import { existsSync } from 'node:fs';
import { mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createTokenVerifier } from '@sammen/identity';
import { PERSONAS } from '@sammen/population';
import { makeProject, type Project } from './project.js';

jest.setTimeout(60_000);

let project: Project;
beforeEach(async () => void (project = await makeProject()));
afterEach(() => project.remove());

async function run(...args: string[]): Promise<{ code: number | null; output: string }> {
  const command = project.sammen(...args);
  return { code: (await command.ended).code, output: command.output() };
}

describe('sammen', () => {
  it('without a command, or with an unknown one or a wrong option, ends with 2 and says what to do', async () => {
    expect(await run()).toMatchObject({ code: 2, output: expect.stringContaining('npx sammen <command>') });
    expect(await run('strat')).toEqual({
      code: 2,
      output: 'sammen: USAGE There is no command "strat". Run `npx sammen --help`.\n',
    });
    expect(await run('start', '--prot', '1')).toMatchObject({ code: 2, output: expect.stringContaining("'--prot'") });
    expect(await run('start', '--port-base', '70000')).toMatchObject({ code: 2 });
    expect(await run('constructor')).toMatchObject({ code: 2 });
  });

  it('explains every command that it lists', async () => {
    const { output } = await run('--help');
    const names = [...output.matchAll(/^ {2}(\w+) {2,}/gm)].map(([, name]) => name!);
    expect(names).toContain('start');
    await Promise.all(
      names
        .filter((name) => name !== 'test')
        .map(async (name) => {
          const help = await run(name, '--help');
          expect(help).toMatchObject({ code: 0, output: expect.stringContaining(`npx sammen ${name}`) });
        }),
    );
  });
});

describe('sammen token', () => {
  it('prints a token that services accept, alone on standard output, before anything was started', async () => {
    const { code, output } = await run('token', 'key-manager');
    expect(code).toBe(0);
    expect(output).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+\n$/);
    const verifier = createTokenVerifier({
      issuer: 'sammen-development',
      audience: 'sammen',
      jwksUrl: `file://${encodeURI(project.path('.sammen/keys/jwks.json'))}`,
      production: false,
    });
    expect((await verifier.verify(`Bearer ${output.trim()}`)).actor).toEqual(PERSONAS['key-manager'].actor);
    expect((await stat(project.path('.sammen/keys/dev-issuer.jwk.json'))).mode & 0o777).toBe(0o600);
  });

  it('adds with --json who that is, and refuses an unknown persona with the known ones', async () => {
    const { output } = await run('token', 'mentor', '--json');
    const { purpose, exampleCitizenId } = PERSONAS.mentor;
    expect(JSON.parse(output)).toMatchObject({ persona: 'mentor', role: 'MENTOR', purpose, exampleCitizenId });
    const unknown = await run('token', 'nobody');
    expect(unknown.code).toBe(1);
    expect(unknown.output).toMatch(/^sammen: PERSONA_UNKNOWN .*"nobody".*citizen, guardian.*outsider/);
    expect(await run('token')).toMatchObject({ code: 2 });
  });
});

describe('sammen seed', () => {
  it('fills the databases without a running system, and while it runs', async () => {
    expect((await run('seed', '--citizens', '3', '--seed', '7')).code).toBe(0);
    const seeded = project.path('subgraphs/psychiatry/dist/seeded');
    expect(await readFile(seeded, 'utf8')).toBe('--citizens 3 --seed 7\n');
    const start = project.start();
    await start.until('Sammen is ready');
    const { code, output } = await run('seed', '--citizens', '4', '--replace', '--only', 'psychiatry');
    expect({ code, output }).toMatchObject({ code: 0, output: expect.stringContaining('4 synthetic citizens') });
    expect(await readFile(seeded, 'utf8')).toBe('--citizens 3 --seed 7\n--citizens 4 --seed 1 --replace\n');
    expect(await run('seed', '--citizens', 'many')).toMatchObject({ code: 2 });
  });
});

describe('sammen import', () => {
  it('hands every message to the running subgraph and says how many were taken, repeated, corrected, refused', async () => {
    await mkdir(project.path('messages/later'), { recursive: true });
    for (const [name, text] of [
      ['1.json', 'taken'],
      ['2.json', 'repeated'],
      ['later/3.json', 'corrected'],
      ['later/4.json', 'refused'],
      ['notes.txt', 'no message'],
    ] as const) {
      await writeFile(project.path('messages', name), text);
    }
    expect((await run('import', 'psychiatry', project.path('messages'))).output).toContain('sammen: NOT_RUNNING');
    const start = project.start();
    await start.until('Sammen is ready');
    const { code, output } = await run('import', 'psychiatry', project.path('messages'));
    expect(output).toContain('4 files: 1 taken, 1 repeated, 1 corrected, 0 cancelled, 1 refused\n');
    expect(output).toMatch(/4\.json: HTTP 422; invalid: the wrong profile\n/);
    expect(output).toContain('sammen: IMPORT_REFUSED 1 of 4 files were not taken.');
    expect(code).toBe(1);
    const good = await run('import', 'psychiatry', project.path('messages/1.json'), '--json');
    expect(good.code).toBe(0);
    expect(JSON.parse(good.output)).toMatchObject({ summary: { taken: 1, refused: 0 } });
    expect((await run('import', 'psychiatry', 'no-such-file')).output).toContain(
      'sammen: FILE_UNREADABLE no-such-file',
    );
    expect((await run('import', 'psychiatry')).code).toBe(2);
  });
});

describe('sammen compose and check', () => {
  it('check refuses what is not up to date, compose brings it up to date', async () => {
    expect((await run('check')).output).toContain('COMPOSITION_STALE Not up to date: gateway/supergraph.graphql.');
    expect((await run('compose')).code).toBe(0);
    const composed = await readFile(project.path('gateway/supergraph.graphql'), 'utf8');
    expect(composed).toContain('citizen: String @join__field(graph: CITIZEN');
    await writeFile(project.path('subgraphs/citizen/schema.graphql'), '# edited by hand');
    expect((await run('check')).output).toContain(
      'COMPOSITION_STALE Not up to date: subgraphs/citizen/schema.graphql.',
    );
    await run('compose');
    expect(await readFile(project.path('gateway/supergraph.graphql'), 'utf8')).toBe(composed);
  });

  it('I-9: both refuse a field without a label, naming subgraph and field, and so does start', async () => {
    const printed = project.path('subgraphs/psychiatry/dist/printed.graphql');
    const open = (await readFile(printed, 'utf8')).replace('psychiatry: String @public', 'psychiatry: String');
    await writeFile(printed, open);
    await writeFile(project.path('subgraphs/psychiatry/schema.graphql'), open);
    for (const command of ['compose', 'check']) {
      const { code, output } = await run(command);
      expect({ code, output }).toMatchObject({
        code: 1,
        output: expect.stringContaining('[psychiatry] Query.psychiatry'),
      });
      expect(output).toContain('sammen: COMPOSITION_FAILED');
    }
    const start = project.start();
    expect((await start.ended).code).toBe(1);
    expect(start.output()).toContain('sammen: COMPOSITION_FAILED');
    expect(existsSync(project.path('gateway/supergraph.graphql'))).toBe(false);
  });

  it('both name every reason why schemas do not compose', async () => {
    const printed = project.path('subgraphs/psychiatry/dist/printed.graphql');
    const other = 'psychiatry: Int @public\n  citizen: Int @public';
    await writeFile(printed, (await readFile(printed, 'utf8')).replace('psychiatry: String @public', other));
    const { code, output } = await run('compose');
    expect(code).toBe(1);
    expect(output).toMatch(/Query\.citizen/);
    expect(output).toContain('sammen: COMPOSITION_FAILED');
    expect(existsSync(project.path('gateway/supergraph.graphql'))).toBe(false);
  });
});

describe('sammen reset', () => {
  it('deletes all state, but not under a running system', async () => {
    const start = project.start();
    await start.until('Sammen is ready');
    expect((await run('reset')).output).toContain('sammen: ALREADY_RUNNING');
    start.child.kill('SIGKILL');
    await start.ended;
    expect((await run('reset')).code).toBe(0);
    expect(existsSync(project.path('.sammen'))).toBe(false);
    await rm(project.path('subgraphs/citizen/dist/seeded'));
    const again = project.start();
    await again.until('Sammen is ready');
    expect(existsSync(project.path('subgraphs/citizen/dist/seeded'))).toBe(true);
  });
});
