/** Compiles what changed; when nothing did, writes nothing, so that a running system keeps its files. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { runTool } from './runTool.mjs';
import { SetupError } from './setupErrors.mjs';

/** @param {string} root */
export async function build(root) {
  const begun = Date.now();
  const first = !existsSync(join(root, 'packages/cli/dist/index.js'));
  if (first) process.stderr.write('Building …\n');
  const compiler = join(root, 'node_modules/typescript/bin/tsc');
  const { code, output } = await runTool(process.execPath, [compiler, '-b', '--pretty', 'false'], root);
  if (code !== 0) {
    process.stderr.write(`${output}\n`);
    throw new SetupError('BUILD_FAILED');
  }
  if (first) process.stderr.write(`Built in ${((Date.now() - begun) / 1000).toFixed(1)} s\n`);
}
