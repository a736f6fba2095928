/**
 * Built pages are committed. What they were built from stands beside them, file by file, as hashes: a test finds a stale
 * build without building.
 */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const SINGLE = ['index.html', 'package.json', 'package-lock.json', 'tsconfig.json', 'vite.config.ts'];

/** Paths from the project's root with slashes. */
const named = (file) => relative(ROOT, file).split(sep).join('/');

/** The page's own sources: everything that its build can read. */
function ownSources(page) {
  const folder = join(ROOT, 'gateway', page);
  const below = readdirSync(join(folder, 'src'), { withFileTypes: true, recursive: true });
  const files = below.filter((entry) => entry.isFile()).map((entry) => named(join(entry.parentPath, entry.name)));
  return [...SINGLE.map((name) => `gateway/${page}/${name}`), ...files];
}

const hashOf = (file) =>
  createHash('sha256')
    .update(readFileSync(join(ROOT, file)))
    .digest('hex');

/** `path → SHA-256` of the page's own files as they are now, and of the others that `also` names. */
export function sourcesOf(page, also = []) {
  const files = [...new Set([...ownSources(page), ...also])].filter((file) => existsSync(join(ROOT, file)));
  return Object.fromEntries(files.toSorted().map((file) => [file, hashOf(file)]));
}

/** A plugin of Vite that writes `sources.json` into the build: the page's files, and what it took from other folders of ours. */
export function recordSources(page) {
  return {
    name: 'record-sources',
    generateBundle() {
      const ours = [...this.getModuleIds()]
        .map((id) => id.replace(/[?#].*$/, ''))
        .filter((id) => id.startsWith(ROOT) && !id.includes('/node_modules/') && existsSync(id))
        .map(named);
      const source = `${JSON.stringify(sourcesOf(page, ours), null, 2)}\n`;
      this.emitFile({ type: 'asset', fileName: 'sources.json', source });
    },
  };
}
