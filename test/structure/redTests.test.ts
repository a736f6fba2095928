/** What proves a defence: a test that fails by an expectation of its own, and nothing else that goes wrong. */
import { execFile } from 'node:child_process';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { makeTestFolder, removeTestFolder, root } from '../support/testFolders';
import { readOutcome } from '../support/redTests.mjs';

let folder: string;
beforeAll(async () => void (folder = await makeTestFolder()));
afterAll(() => removeTestFolder(folder));

/** Jest itself, on one small test file. */
async function run(body: string) {
  const project = join(folder, 'project');
  await rm(project, { recursive: true, force: true });
  await mkdir(project, { recursive: true });
  await writeFile(join(project, 'one.test.js'), body);
  await writeFile(join(project, 'jest.config.json'), '{"transform":{},"testTimeout":300}');
  const output = join(project, 'results.json');
  const jest = join(root, 'node_modules/jest/bin/jest.js');
  await promisify(execFile)(process.execPath, [jest, '--rootDir', project, '--json', '--outputFile', output], {
    cwd: project,
  }).catch(() => undefined);
  return readOutcome(JSON.parse(await readFile(output, 'utf8')));
}

it.each([
  ['an expectation that fails', `it('shows', () => expect(1).toBe(2));`, 'RED', ['shows']],
  ['an expectation of a promise', `it('shows', () => expect(Promise.resolve(1)).rejects.toThrow());`, 'RED', ['shows']],
  ['a test that passes', `it('shows', () => expect(1).toBe(1));`, 'GREEN', []],
  ['a hook that fails', `beforeAll(() => { throw new Error('down'); }); it('shows', () => {});`, 'BROKEN', []],
  ['a test that crashes', `it('shows', () => { throw new TypeError('x'); });`, 'BROKEN', []],
  ['a deadline', `it('shows', () => new Promise(() => {}));`, 'BROKEN', []],
  ['a file that cannot be read', `this is no test`, 'BROKEN', []],
])('%s', async (_name, body, verdict, tests) => {
  expect(await run(body)).toMatchObject({ verdict, tests });
});

it('a run without a result', () => {
  expect(readOutcome(null).verdict).toBe('BROKEN');
});
