/** The README's example, run as it stands. */
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { useSystem } from '../../../test/support/system';
import { makeTestFolder, removeTestFolder, root } from '../../../test/support/testFolders';

const system = useSystem();
const readme = readFileSync(join(root, 'packages/client/README.md'), 'utf8');
const block = (language: string): string => new RegExp(`\`\`\`${language}\\n([^]*?)\`\`\``).exec(readme)![1]!;

let folder: string;
beforeAll(async () => void (folder = await makeTestFolder()));
afterAll(() => removeTestFolder(folder));

async function runExample(token: string): Promise<{ stdout: string; stderr: string; code: number }> {
  // The only thing that differs: where the system under test listens.
  const program = block('js').replace('http://127.0.0.1:4000', system.baseUrls['gateway']!);
  expect(program).not.toContain(':4000');
  const file = join(folder, 'overview.mjs');
  await writeFile(file, program);
  return promisify(execFile)(process.execPath, [file, token]).then(
    (output) => ({ ...output, code: 0 }),
    (failed: { stdout: string; stderr: string; code: number }) => failed,
  );
}

it('the example prints what the README says, against a running system', async () => {
  const { stdout, stderr } = await runExample(await system.token('key-manager'));
  expect(stderr).toBe('');
  expect(stdout).toBe(block('text'));
});

it('without a session it says what to do, and nothing else', async () => {
  const { stdout, stderr, code } = await runExample('not-a-token');
  expect([stdout, code]).toEqual(['', 1]);
  expect(stderr).toMatch(/^UNAUTHENTICATED .* Sign in/);
});
