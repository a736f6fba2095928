/** The repository as files, for tests that hold its structure to its rules; looks at no installed or built thing. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';

const ROOT = join(__dirname, '../../..');
const NOT_OURS = new Set(['node_modules', 'dist', '.sammen', '.git', 'coverage', '.env', 'keys']);

/** All files of the repository, relative to its root, sorted. */
export const FILES: readonly string[] = walk('').toSorted();

function walk(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
    if (NOT_OURS.has(entry.name) || entry.name.endsWith('.tsbuildinfo')) return [];
    const path = posix.join(folder, entry.name);
    return entry.isDirectory() ? walk(path) : entry.isFile() ? [path] : [];
  });
}

/** The absolute path of a file of the repository. */
export const absolute = (file: string): string => join(ROOT, file);

/** The text of a file of the repository. */
export const read = (file: string): string => readFileSync(absolute(file), 'utf8');

/** What structure needs of a package.json. */
export interface Manifest {
  readonly name: string;
  readonly license?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
  readonly overrides?: Readonly<Record<string, string>>;
}

/** The package.json in a folder; `''` is the root. */
export const manifestIn = (folder: string): Manifest => JSON.parse(read(posix.join(folder, 'package.json')));

/** Folders of our own packages, subgraphs and the gateway. */
export const WORKSPACES: readonly string[] = FILES.filter((file) =>
  /^(packages\/[^/]+|subgraphs\/[^/]+|gateway)\/package\.json$/.test(file),
).map((file) => posix.dirname(file));

const isCode = (file: string): boolean => /\.(ts|tsx|mjs)$/.test(file);

/** Source files of a workspace: what runs, without tests and benches. */
export const sourcesOf = (folder: string): readonly string[] =>
  FILES.filter(
    (file) => isCode(file) && ['src', 'bin', 'bootstrap'].some((part) => file.startsWith(`${folder}/${part}/`)),
  );

/** Folders of the pages that the gateway serves: built with packages of their own, so no workspaces. */
export const PAGES: readonly string[] = FILES.filter((file) => /^gateway\/[^/]+\/package\.json$/.test(file)).map(
  (file) => posix.dirname(file),
);

/** Source files of all workspaces and pages. */
export const SOURCES: readonly string[] = [...WORKSPACES, ...PAGES].flatMap(sourcesOf);

/** Test files of all workspaces and of the whole. */
export const TESTS: readonly string[] = FILES.filter((file) => file.endsWith('.test.ts'));

/** Modules that a text imports or re-exports, as written; its comments do not count. */
export function importsIn(text: string): readonly string[] {
  const code = text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');
  const found = code.matchAll(/(?:\bfrom|\bimport)\s*\(?\s*'([@\w./:-]+)'/g);
  return [...new Set([...found].map(([, specifier]) => specifier!))];
}

/** The package of an import: `@scope/name` or `name`; undefined for files and for Node's own modules. */
export function packageOf(specifier: string): string | undefined {
  if (specifier.startsWith('.') || specifier.startsWith('node:')) return undefined;
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}
