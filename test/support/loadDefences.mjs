/** Reads test/attacks/defences without building tests: each file is transpiled on its own, since it imports types only. */
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { transform } from '@swc/core';

/**
 * @param {string} root
 * @returns {Promise<Map<string, { defences: import('./defence.js').Defence[], needs?: string[] }>>} by the attack's name
 */
export async function loadDefences(root) {
  const folder = join(root, 'test/attacks/defences');
  const found = new Map();
  for (const file of (await readdir(folder)).toSorted()) {
    const source = await readFile(join(folder, file), 'utf8');
    const { code } = await transform(source, { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' } });
    const { defences, needs } = await import(`data:text/javascript;base64,${Buffer.from(code).toString('base64')}`);
    found.set(file.replace(/\.ts$/, ''), { defences, needs });
  }
  return found;
}
