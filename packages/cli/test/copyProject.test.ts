/** A copy of the project is the project with some texts replaced, and never touches the original. */
import { existsSync, realpathSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { copyProject, type ProjectCopy } from '../src/copying/copyProject';
import { root } from '../../../test/support/testFolders';

let copy: ProjectCopy;
beforeAll(async () => void (copy = await copyProject(root)));
afterAll(() => copy.remove());

const FILE = 'packages/consent/src/caps.ts';
const inCopy = (file: string) => readFile(join(copy.root, file), 'utf8');
const original = (file: string) => readFile(join(root, file), 'utf8');

it('has our packages to itself and shares those of others', async () => {
  for (const name of await readdir(join(root, 'node_modules/@sammen')))
    expect(realpathSync(join(copy.root, 'node_modules/@sammen', name))).toContain(realpathSync(copy.root));
  expect(realpathSync(join(copy.root, 'node_modules/graphql'))).toBe(realpathSync(join(root, 'node_modules/graphql')));
  for (const left of ['.git', '.sammen']) expect(existsSync(join(copy.root, left))).toBe(false);
});

it('takes each patch back before the next, and leaves the original alone', async () => {
  const before = await original(FILE);
  const line = before.split('\n').find((each) => before.split(each).length === 2)!;
  await copy.patch([{ file: FILE, find: line, replace: '$& $1' }]);
  expect(await inCopy(FILE)).toBe(before.replace(line, () => '$& $1'));
  await copy.patch([]);
  expect(await inCopy(FILE)).toBe(before);
  expect(await original(FILE)).toBe(before);
});

it.each([
  ['is not there', 'no such text'],
  ['stands there twice', 'e'],
  ['is empty', ''],
])('refuses a text that %s, naming the file', async (_name, find) => {
  const attempt = copy.patch([{ file: FILE, find, replace: 'x' }]);
  await expect(attempt).rejects.toMatchObject({ code: 'PATCH_MISFIT', message: expect.stringContaining(FILE) });
});
