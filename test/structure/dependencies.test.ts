/** docs/dependencies.md names every package that a package.json of ours names, with its true licence, and no other. */
import { existsSync, readFileSync } from 'node:fs';
import { type Manifest, absolute, manifestIn, PAGES, read, WORKSPACES } from './support/repository';

const MANIFESTS = ['', ...WORKSPACES].map(manifestIn);
const [listed, overridden, pages] = read('docs/dependencies.md').split(/^## (?:Overrides|Pages)$/m) as [
  string,
  string,
  string,
];

/** Rows of the tables of a text, by the package in their first cell. */
const rowsOf = (text: string): Map<string, readonly string[]> =>
  new Map(
    [...text.matchAll(/^\| `([^`]+)`\s*\|(.+)\|$/gm)].map(([, name, rest]) => [
      name!,
      rest!.split('|').map((cell) => cell.trim()),
    ]),
  );

const rows = rowsOf(listed);
const named = (kinds: readonly (keyof Manifest)[]): Set<string> =>
  new Set(
    MANIFESTS.flatMap((manifest) => kinds.flatMap((kind) => Object.keys(manifest[kind] ?? {}))).filter(
      (name) => !name.startsWith('@sammen/'),
    ),
  );

const installed = (name: string): Manifest | undefined => {
  const file = absolute(`node_modules/${name}/package.json`);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Manifest) : undefined;
};

it('lists every direct dependency and no other', () => {
  const all = named(['dependencies', 'devDependencies', 'optionalDependencies']);
  expect([...rows.keys()].toSorted()).toEqual([...all].toSorted());
});

it('says of each what it is for, who keeps it, and the licence that it has', () => {
  for (const [name, [purpose, licence, keeper, size]] of rows) {
    expect([name, Boolean(purpose && keeper && size)]).toEqual([name, true]);
    // Binaries for other machines are not installed here.
    const { license = licence } = installed(name) ?? {};
    expect([name, licence]).toEqual([name, license]);
  }
});

it('warns of every licence that is not a permissive one, of indirect dependencies too', () => {
  const permissive =
    /^\(?(MIT|Apache-2\.0|ISC|0BSD|BSD-[23]-Clause|BlueOak-1\.0\.0|Zlib|CC0-1\.0|CC-BY-4\.0|\)| AND | OR )+$/;
  const { packages } = JSON.parse(read('package-lock.json')) as {
    packages: Record<string, { license?: string; link?: boolean }>;
  };
  const others = Object.entries(packages).flatMap(([path, { license = 'none', link }]) => {
    const name = path.split('node_modules/')[1] === undefined ? undefined : path.split('node_modules/').at(-1)!;
    return name === undefined || link || permissive.test(license) ? [] : [name];
  });
  const warning = /\*\*Licence to mind\.\*\*[^]*?\n\n/.exec(listed)?.[0] ?? '';
  expect(others).toContain('@apollo/gateway');
  expect(others.filter((name) => !warning.includes(`\`${name}\``))).toEqual([]);
});

it('gives the reason of every override', () => {
  const reasons = [...rowsOf(overridden)].map(([name, [version, reason]]) => [name, reason ? version : 'no reason']);
  expect(Object.fromEntries(reasons)).toEqual(manifestIn('').overrides);
});

it('lists what pages are built from, each with its licence, and no other', () => {
  const used = PAGES.map(manifestIn).flatMap(({ dependencies, devDependencies }) =>
    Object.keys({ ...dependencies, ...devDependencies }),
  );
  const described = rowsOf(pages);
  expect([...described.keys()].toSorted()).toEqual([...new Set(used)].toSorted());
  const locked = PAGES.flatMap((page) =>
    Object.entries(
      (JSON.parse(read(`${page}/package-lock.json`)) as { packages: Record<string, { license?: string }> }).packages,
    ),
  );
  const licences = new Map(locked.map(([path, { license }]) => [path.replace(/^node_modules\//, ''), license]));
  for (const [name, [purpose, licence]] of described) {
    expect([name, Boolean(purpose), licence]).toEqual([name, true, licences.get(name)]);
  }
});

it('every dependency has one exact version, the same everywhere', () => {
  const versions = new Map<string, Set<string>>();
  for (const { dependencies, devDependencies, optionalDependencies } of [...MANIFESTS, ...PAGES.map(manifestIn)]) {
    for (const [name, version] of Object.entries({ ...optionalDependencies, ...devDependencies, ...dependencies })) {
      versions.set(name, (versions.get(name) ?? new Set()).add(version));
    }
  }
  const loose = [...versions].filter(
    ([, found]) => found.size > 1 || ![...found].every((one) => /^\d+\.\d+\.\d+(-[\w.]+)?$/.test(one)),
  );
  expect(loose).toEqual([]);
});
