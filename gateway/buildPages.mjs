/** Builds the pages, or those that are named: installs what each needs into its own folder, checks its types, builds. */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const GATEWAY = fileURLToPath(new URL('.', import.meta.url));
const all = ['explorer', 'consent'].filter((page) => existsSync(join(GATEWAY, page, 'package.json')));
const named = process.argv.slice(2);

for (const page of named.length > 0 ? named : all) {
  const run = (...command) => execFileSync('npm', command, { cwd: join(GATEWAY, page), stdio: 'inherit' });
  run('ci', '--ignore-scripts', '--no-audit', '--no-fund');
  run('run', 'build');
}
