/** Tables of errors, docs/errors.md and the sources say the same; `UPDATE_DOCS=1` writes the page anew. */
import { type ErrorEntry, type ErrorMaker } from '@sammen/errors';
import { writeFileSync } from 'node:fs';
import { absolute, FILES, manifestIn, read, SOURCES, sourcesOf, WORKSPACES } from './support/repository';
import { errorsPage, type ErrorTable } from './support/errorsPage';

const PAGE = 'docs/errors.md';
const SETUP = 'packages/cli/bootstrap/setupErrors.mjs';

const isMaker = (value: unknown): value is ErrorMaker<string> => typeof value === 'function' && 'table' in value;

/** Reads every table as the code has it; the set-up's is plain JavaScript that nothing else may import. */
async function readTables(): Promise<ErrorTable[]> {
  const ofWorkspaces = WORKSPACES.filter((folder) => FILES.includes(`${folder}/src/errors.ts`)).map(async (folder) => {
    const exported = Object.entries(await import(absolute(`${folder}/src/errors.ts`))).filter(([, value]) =>
      isMaker(value),
    );
    expect(exported).toHaveLength(1);
    const [maker, { table }] = exported[0] as [string, ErrorMaker<string>];
    return { folder, file: `${folder}/src/errors.ts`, maker, entries: table };
  });
  const setup = read(SETUP);
  const text = setup.slice(setup.indexOf('= {') + 2, setup.indexOf('\n};') + 2);
  const entries = new Function(`return ${text}`)() as Record<string, ErrorEntry>;
  return [
    ...(await Promise.all(ofWorkspaces)),
    { folder: 'packages/cli/bootstrap', file: SETUP, maker: 'SetupError', entries },
  ];
}

let tables: ErrorTable[];
beforeAll(async () => {
  tables = await readTables();
});

/** Sources that may use a table: its own, and for an exported maker those of whoever depends on it. */
function sourcesFor({ folder, file }: ErrorTable): string[] {
  if (folder === 'packages/cli/bootstrap')
    return SOURCES.filter((source) => source.startsWith('packages/cli/') && source !== file);
  const { name } = manifestIn(folder);
  const dependents = WORKSPACES.filter((other) => name in (manifestIn(other).dependencies ?? {}));
  return [folder, ...dependents].flatMap(sourcesOf).filter((source) => source !== file);
}

it('docs/errors.md lists what the tables hold', () => {
  const page = errorsPage(tables);
  if (process.env['UPDATE_DOCS'] === '1') writeFileSync(absolute(PAGE), page);
  expect(read(PAGE)).toBe(page);
});

/** Whether a template such as `${kind}_UNKNOWN` stands for a code; the compiler holds it to the table. */
const isMadeOfParts = (text: string, code: string): boolean =>
  [...text.matchAll(/`([A-Z_]*)\$\{[^}]+\}([A-Z_]*)`/g)].some(
    ([, start, end]) => `${start}${end}`.includes('_') && code.startsWith(start!) && code.endsWith(end!),
  );

it('every code is used', () => {
  const unused = tables.flatMap((table) => {
    const texts = sourcesFor(table).map(read);
    const isUsed = (code: string): boolean =>
      texts.some((text) => new RegExp(`['.]${code}\\b`).test(text) || isMadeOfParts(text, code));
    return Object.keys(table.entries).flatMap((code) => (isUsed(code) ? [] : [`${table.folder} ${code}`]));
  });
  expect(unused).toEqual([]);
});

it('no code is made that its table does not hold', () => {
  const unknown = tables.flatMap((table) => {
    const made = new RegExp(`\\b${table.maker}\\(\\s*'([A-Z_]+)'`, 'g');
    return sourcesFor(table).flatMap((source) =>
      [...read(source).matchAll(made)].flatMap(([, code]) =>
        Object.hasOwn(table.entries, code!) ? [] : [`${source} ${code}`],
      ),
    );
  });
  expect(unknown).toEqual([]);
});

it('a subgraph’s own codes are none that every subgraph can answer with', () => {
  const kit = tables.find(({ folder }) => folder === 'packages/subgraph-kit')!;
  const subgraphs = tables.filter(({ folder }) => folder.startsWith('subgraphs/'));
  expect(subgraphs.length).toBeGreaterThan(0);
  const taken = subgraphs.flatMap(({ folder, entries }) =>
    Object.keys(entries).flatMap((code) => (code in kit.entries ? [`${folder} ${code}`] : [])),
  );
  expect(taken).toEqual([]);
});

it('I-8: every message and every next step is a fixed sentence, with no place for data', () => {
  const wrong = tables.flatMap(({ folder, entries }) =>
    Object.entries(entries).flatMap(([code, { message, next }]) => {
      const whole = [message, next].every((text) => /^\S[^]*[.…]$/.test(text) && !/[$%]\{|%[sdoj]\b|\n/.test(text));
      return whole && /^[A-Z]+(_[A-Z]+)*$/.test(code) ? [] : [`${folder} ${code}`];
    }),
  );
  expect(wrong).toEqual([]);
});
