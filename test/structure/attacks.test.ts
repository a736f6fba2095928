/** The list of attacks, the files that carry them out, their defences and docs/attacks.md agree; `UPDATE_DOCS=1` writes the page. */
import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { ATTACKS, TO_COME } from '../attacks/attackList';
import type { Defence } from '../support/defence';
import { absolute, FILES, read } from './support/repository';
import { attacksPage, type Proved } from './support/attacksPage';

const PAGE = 'docs/attacks.md';
const namesIn = (folder: string, end: string): string[] =>
  FILES.flatMap((file) => {
    const name = file.startsWith(folder) && file.endsWith(end) ? file.slice(folder.length, -end.length) : '/';
    return name.includes('/') ? [] : [name];
  });
const files = namesIn('test/attacks/', '.test.ts');
const listed = [...new Set(ATTACKS.flatMap(({ proof }) => (proof === null ? [] : [proof])))];
const defences = new Map<string, readonly Defence[]>();
const proved = new Map<string, Proved>(
  namesIn('test/attacks/proved/', '.json').map((name) => [name, JSON.parse(read(`test/attacks/proved/${name}.json`))]),
);
const all = (): [string, Defence][] =>
  [...defences].flatMap(([name, some]) => some.map((one) => [name, one] as const)) as never;

beforeAll(async () => {
  for (const name of namesIn('test/attacks/defences/', '.ts'))
    defences.set(name, (await import(absolute(`test/attacks/defences/${name}.ts`))).defences);
});

it('every attack has its file, and every file its attack', () => {
  expect(listed.filter((name) => !files.includes(name) && !TO_COME.includes(name))).toEqual([]);
  expect(files.filter((name) => !listed.includes(name))).toEqual([]);
  expect(TO_COME.filter((name) => !listed.includes(name))).toEqual([]);
});

it('every file says which defences hold its attack off', () => {
  expect([...defences.keys()].filter((name) => !files.includes(name))).toEqual([]);
  expect(files.filter((name) => !(defences.get(name)?.length ?? 0) && !TO_COME.includes(name))).toEqual([]);
  for (const [name, some] of defences)
    expect([name, new Set(some.map(({ what }) => what)).size]).toEqual([name, some.length]);
});

it('what switches a defence off stands in the source exactly once', () => {
  const misfits = all().flatMap(([name, { what, off }]) =>
    off.flatMap(({ file, find, replace }) =>
      FILES.includes(file) && find !== '' && find !== replace && read(file).split(find).length === 2
        ? []
        : [`${name}, ${what}: ${file}`],
    ),
  );
  expect(misfits).toEqual([]);
  expect(all().filter(([, { off }]) => off.length === 0)).toEqual([]);
});

it('every defence was proved as it stands: otherwise `npm run prove:attacks -- <name> --record`', () => {
  const digest = (off: unknown): string => createHash('sha256').update(JSON.stringify(off)).digest('hex').slice(0, 16);
  const unproved = all().flatMap(([name, { what, off }]) => {
    const found = proved.get(name)?.[what];
    const holds = found?.off === digest(off) && found.tests.length > 0;
    return holds || TO_COME.includes(name) ? [] : [`${name}, ${what}`];
  });
  expect(unproved).toEqual([]);
  const gone = [...proved].flatMap(([name, record]) =>
    Object.keys(record).filter((what) => !defences.get(name)?.some((one) => one.what === what)),
  );
  expect(gone).toEqual([]);
});

it('docs/attacks.md says it', () => {
  const page = attacksPage(ATTACKS, defences, proved);
  if (process.env['UPDATE_DOCS'] === '1') writeFileSync(absolute(PAGE), page);
  expect(read(PAGE)).toBe(page);
});
