/** Which test files ask the shared system, by themselves or by what they import from beside them. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

const IMPORT = /^(?:import|export)(?! type\b)[^;]*? from '(\.[^']+)';/gms;

/** @param {string} root the project's folder @returns {(file: string) => boolean} asked about paths of TypeScript files */
export function createSharingReader(root) {
  const known = new Map([[join(root, 'test/support/system.ts'), true]]);
  const fileOf = (path) => [`${path}.ts`, join(path, 'index.ts')].find((file) => existsSync(file));
  return function shares(file) {
    if (known.has(file)) return known.get(file);
    known.set(file, false);
    const imported = [...readFileSync(file, 'utf8').matchAll(IMPORT)]
      .map(([, name]) => fileOf(resolve(dirname(file), name.replace(/\.js$/, ''))))
      // Tests import sources; no source imports what only tests have.
      .filter((path) => path !== undefined && !path.includes('/src/'));
    known.set(file, imported.some(shares));
    return known.get(file);
  };
}
