/** From sources to a list of documents, and from there to a gateway that answers nothing else. */
import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { createSammenClient, fieldState, type SammenClientOptions } from '@sammen/client';
import { graphql } from '@sammen/client/graphql';
import { createManifest } from '@sammen/client/manifest';
import { PERSONAS } from '@sammen/population';
import { readManifest } from '../../../gateway/src/admission/documentManifest';
import { useSystem } from '../../../test/support/system';
import { makeTestFolder, removeTestFolder, root } from '../../../test/support/testFolders';
import { ME, NAME, PLANS } from './sources/documents';
import { startSafelistGateway } from './support/safelistGateway';

const id = PERSONAS['key-manager'].exampleCitizenId!;
const sources = join(root, 'packages/client/test/sources');
const run = promisify(execFile);

/** Runs the command that a front end runs. */
const make = async (...args: string[]): Promise<{ code: number; stdout: string; stderr: string }> =>
  run(process.execPath, [join(root, 'packages/client/bin/sammen-client.mjs'), 'manifest', ...args], { cwd: root }).then(
    (output) => ({ code: 0, ...output }),
    (failed: { code: number; stdout: string; stderr: string }) => failed,
  );

let folder: string;
beforeAll(async () => void (folder = await makeTestFolder()));
afterAll(() => removeTestFolder(folder));

describe('sammen-client manifest', () => {
  it('lists every operation of the sources, with its fragments, as the gateway reads lists', async () => {
    const { code, stdout } = await make(sources);
    expect(code).toBe(0);
    const documents = [...readManifest(stdout).values()];
    expect(documents.map((text) => /^query (\w+)/.exec(text)?.[1]).toSorted()).toEqual(['Me', 'Name', 'Plans']);
    const plans = documents.find((text) => text.startsWith('query Plans'))!;
    expect([...plans.matchAll(/^fragment (\w+)/gm)].map(([, name]) => name)).toEqual(['GoalLine', 'PlanLine']);
    expect(plans).not.toContain('#');
  });

  it.each([
    ['a document made of parts', 'graphql(`query A { ${field} }`)', 'a.ts:2 holds one that is not written out'],
    ['one that is a variable', 'graphql(text)', 'a.ts:2 holds one that is not written out'],
    ['one under another name', 'ask(graphql("query A { me { id }"))', 'a.ts:2: Syntax Error'],
    ['a fragment that is nowhere', 'graphql("query A { me { ...Nowhere } }")', 'a.ts:2: there is no fragment Nowhere'],
    ['a field that the graph does not have', 'graphql("query A { me { shoeSize } }")', 'Cannot query field "shoeSize"'],
    ['no document at all', 'console.log(graphql)', 'There is no document in these sources.'],
  ])('refuses %s, and writes nothing', async (_what, code, words) => {
    await writeFile(join(folder, 'a.ts'), `import { graphql } from '@sammen/client/graphql';\n${code}\n`);
    const out = join(folder, 'refused.json');
    const { stderr, ...failed } = await make(join(folder, 'a.ts'), '--out', out);
    expect([failed.code, stderr]).toEqual([1, expect.stringContaining('sammen-client: MANIFEST_REFUSED ')]);
    expect(stderr).toContain(words);
    await expect(readFile(out)).rejects.toThrow('ENOENT');
  });

  it('refuses two fragments of one name, whatever reads them', async () => {
    const texts = ['fragment F on Plan { kind }', 'fragment F on Plan { status }', '{ me { id } }'];
    const made = createManifest(texts.map((text, at) => ({ place: `p${at}`, text })));
    await expect(made).rejects.toThrow('p1: there is another fragment F');
  });

  it('says how it is used when it is called another way', async () => {
    expect(await make()).toMatchObject({ code: 2, stderr: expect.stringContaining('sammen-client manifest <file') });
    expect((await make('--nonsense', sources)).code).toBe(2);
  });
});

describe('a gateway with that list', () => {
  const system = useSystem();
  let gateway: { url: string; stop(): Promise<void> };
  beforeAll(async () => {
    const file = join(folder, 'documents.json');
    await make(sources, '--out', file);
    gateway = await startSafelistGateway(system, file);
  }, 60_000);
  afterAll(() => gateway?.stop());

  const clientOf = (documents: SammenClientOptions['documents'] & string) =>
    createSammenClient({
      url: gateway.url,
      token: () => system.token('key-manager'),
      purpose: 'CARE_COORDINATION',
      documents,
    });

  it('answers the client by hash, in each way of writing a document', async () => {
    const client = clientOf('hash');
    const plans = await client.ask(PLANS, { id });
    expect(fieldState(plans, ['citizen', 'plans', 'nodes', 0, 'goals', 0, 'text']).state).toBe('value');
    // A key manager is nobody's citizen here.
    expect((await client.ask(ME)).data).toEqual({ me: null });
    expect((await client.ask(NAME, { id })).data).toEqual({ citizen: { name: expect.any(String) } });
  });

  it('answers nothing else: neither the hash of another document nor a text', async () => {
    const OTHER = graphql('query Other($id: ID!) { citizen(id: $id) { cprNumber } }');
    await expect(clientOf('hash').ask(OTHER, { id })).rejects.toMatchObject({ code: 'DOCUMENT_UNKNOWN', status: 400 });
    await expect(clientOf('text').ask(OTHER, { id })).rejects.toMatchObject({ code: 'FREE_TEXT_OFF', status: 403 });
  });
});
