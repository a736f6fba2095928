/** The set-up for graphql-codegen, carried out as its README says, type-checked, and asked with. */
import { execFile, execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { createSammenClient } from '@sammen/client';
import { PERSONAS } from '@sammen/population';
import { readManifest } from '../../../gateway/src/admission/documentManifest';
import { useSystem } from '../../../test/support/system';
import { root } from '../../../test/support/testFolders';
import { startSafelistGateway } from './support/safelistGateway';

jest.setTimeout(120_000);

const example = join(root, 'packages/client/examples/codegen');
const generated = join(example, 'src/gql');
const INSTALL = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--prefer-offline'];
const run = promisify(execFile);

/** Its 250 packages are no part of an installation of Sammen; where everything is checked they are installed for this. */
function isInstalled(): boolean {
  const command = join(example, 'node_modules/.bin/graphql-codegen');
  if (!existsSync(command) && process.env['CI'] === 'true')
    execFileSync('npm', INSTALL, { cwd: example, stdio: 'pipe' });
  return existsSync(command);
}
const installed = isInstalled();
const whenInstalled = installed ? describe : describe.skip;
if (!installed) process.stderr.write(`graphql-codegen is not tested: run "npm ${INSTALL.join(' ')}" in ${example}.\n`);

const typeCheck = (): Promise<string> =>
  run(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-p', example], { cwd: example }).then(
    () => 'fits',
    ({ stdout }: { stdout: string }) => stdout,
  );

whenInstalled('the client preset of graphql-codegen', () => {
  const system = useSystem();
  beforeAll(async () => {
    await run(join(example, 'node_modules/.bin/graphql-codegen'), ['--config', 'codegen.ts'], { cwd: example });
  });
  afterAll(() => rm(generated, { recursive: true, force: true }));

  it('makes types that the client understands, and that refuse what does not fit', async () => {
    expect(await typeCheck()).toBe('fits');
    const wrong = join(generated, 'wrong.ts');
    await writeFile(
      wrong,
      `import type { SammenClient } from '@sammen/client';
import { OVERVIEW } from '../overview.js';
export const ask = async (client: SammenClient) => (await client.ask(OVERVIEW, {})).data?.citizen?.shoeSize;
`,
    );
    const refused = await typeCheck();
    expect(refused).toContain("Property 'id' is missing");
    expect(refused).toContain("Property 'shoeSize' does not exist");
    await rm(wrong);
  });

  it('makes a list of documents by which a gateway answers, and a client that asks by it', async () => {
    const list = join(generated, 'persisted-documents.json');
    expect([...readManifest(await readFile(list, 'utf8')).values()]).toHaveLength(1);
    const gateway = await startSafelistGateway(system, list);
    try {
      const { overview } = (await import(join(example, 'src/overview'))) as any;
      const options = {
        url: gateway.url,
        token: () => system.token('key-manager'),
        purpose: 'CARE_COORDINATION',
      } as const;
      const id = PERSONAS['key-manager'].exampleCitizenId!;
      const asked = overview(createSammenClient({ ...options, documents: 'hash' }), id);
      expect(await asked).toMatch(/^\p{L}.* \p{L}.*: [1-9]\d* plans$/u);
      await expect(createSammenClient(options).ask('query Own { me { id } }')).rejects.toMatchObject({
        code: 'FREE_TEXT_OFF',
      });
    } finally {
      await gateway.stop();
    }
  });
});
