/** Imports point downwards only: packages to packages below, subgraphs and the gateway to packages, never to each other. */
import { posix } from 'node:path';
import { importsIn, manifestIn, packageOf, read, sourcesOf, WORKSPACES } from './support/repository';

/** What each of our own may use, from the lowest upwards; a new workspace has to be put in its place here. */
const BELOW = ['errors', 'consent', 'reference-data'];
const MIDDLE = [
  ...BELOW,
  'consent-directive',
  'identity',
  'ledger',
  'local-postgres',
  'population',
  'statistics',
  'telemetry',
];
const MAY_USE: Readonly<Record<string, readonly string[]>> = {
  'packages/errors': [],
  'packages/consent': [],
  'packages/reference-data': [],
  'packages/statistics': ['errors'],
  'packages/telemetry': [],
  // A front end installs it without anything else of ours.
  'packages/client': [],
  'packages/development-issuer': ['consent', 'errors', 'identity', 'population'],
  'packages/consent-directive': BELOW,
  'packages/identity': BELOW,
  'packages/ledger': BELOW,
  'packages/local-postgres': BELOW,
  'packages/population': BELOW,
  'packages/subgraph-kit': MIDDLE,
  'packages/mock-subgraph': [...MIDDLE, 'subgraph-kit'],
  'packages/cli': MIDDLE,
  gateway: ['consent', 'consent-directive', 'errors', 'identity', 'telemetry'],
};
const mayUse = (folder: string): readonly string[] | undefined =>
  folder.startsWith('subgraphs/') ? [...MIDDLE, 'subgraph-kit'] : MAY_USE[folder];

const names = (record: Readonly<Record<string, string>> | undefined): string[] => Object.keys(record ?? {});
const isOurs = (name: string): boolean => name.startsWith('@sammen/');
const usedBy = (folder: string): Map<string, string> =>
  new Map(
    sourcesOf(folder).flatMap((file) =>
      importsIn(read(file)).flatMap((specifier) => {
        const name = packageOf(specifier);
        return name === undefined ? [] : [[name, file] as const];
      }),
    ),
  );

/** Packages that consist of types alone: nothing of them is there when the code runs, so the root has them. */
const TYPES_ONLY = ['fhir'].filter((name) => names(manifestIn('').devDependencies).includes(`@types/${name}`));

describe.each(WORKSPACES)('%s', (folder) => {
  const used = usedBy(folder);
  const { dependencies, optionalDependencies, peerDependencies } = manifestIn(folder);

  it('has its place in the house', () => {
    expect(mayUse(folder)).toBeDefined();
  });

  it('imports nothing of ours but what is below it', () => {
    const allowed = new Set(mayUse(folder)?.map((name) => `@sammen/${name}`));
    expect([...used].filter(([name]) => isOurs(name) && !allowed.has(name))).toEqual([]);
  });

  it('stays in its own folder with relative imports', () => {
    const outside = sourcesOf(folder).flatMap((file) =>
      importsIn(read(file))
        .filter((specifier) => specifier.startsWith('.'))
        .filter((specifier) => !posix.join(posix.dirname(file), specifier).startsWith(`${folder}/`))
        .map((specifier) => `${file}: ${specifier}`),
    );
    expect(outside).toEqual([]);
  });

  it('declares every package that it imports', () => {
    const declared = [dependencies, optionalDependencies, peerDependencies].flatMap(names).concat(TYPES_ONLY);
    expect([...used.keys()].filter((name) => !declared.includes(name))).toEqual([]);
  });

  it('imports every package of others that it declares', () => {
    const byName = NAMED_ONLY[folder] ?? [];
    const foreign = names(dependencies).filter((name) => !isOurs(name) && !byName.includes(name));
    expect(foreign.filter((name) => !used.has(name))).toEqual([]);
  });

  it('is built after exactly those of ours that it declares', () => {
    const { references = [] } = JSON.parse(read(`${folder}/tsconfig.json`)) as { references?: { path: string }[] };
    const referenced = references.map(({ path }) => posix.join(folder, path));
    const declared = names(dependencies)
      .filter(isOurs)
      .map((name) => `packages/${name.slice('@sammen/'.length)}`);
    expect(referenced.toSorted()).toEqual(declared.toSorted());
  });
});

/** Packages that are loaded by others through their name, so that no source imports them. */
const NAMED_ONLY: Readonly<Record<string, readonly string[]>> = {
  // TypeORM's driver, and what type-graphql validates input with.
  'packages/subgraph-kit': ['pg', 'class-validator'],
};

it('packages/consent imports nothing at all', () => {
  const all = sourcesOf('packages/consent').flatMap((file) => importsIn(read(file)));
  expect(all.filter((specifier) => !specifier.startsWith('.'))).toEqual([]);
});

it('every workspace is built by the root', () => {
  const { references } = JSON.parse(read('tsconfig.json')) as { references: { path: string }[] };
  expect(references.map(({ path }) => path).toSorted()).toEqual([...WORKSPACES].toSorted());
});
