/** Compiles a project with its own compiler and settings. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { cliError } from '../errors.js';

/** Builds what changed since the last build. @throws COPY_BUILD_FAILED with the first lines of the compiler */
export async function compileProject(root: string): Promise<void> {
  const compiler = join(root, 'node_modules/typescript/bin/tsc');
  const child = spawn(process.execPath, [compiler, '-b', '--pretty', 'false'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const code = await new Promise<number | null>((done, fail) => child.on('error', fail).on('close', done));
  if (code === 0) return;
  const words = output.trim().split('\n').slice(0, 5).join(' ');
  throw cliError('COPY_BUILD_FAILED', { message: `The copy does not compile: ${words}` });
}
