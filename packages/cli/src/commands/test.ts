/** `sammen test`: the tests, built beforehand; Jest's own exit code, and a closing line of numbers from its reporter. */
import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { join } from 'node:path';
import type { Command } from '../command.js';

/** See the file's sentence. */
export const test: Command = {
  name: 'test',
  summary: 'Run the tests, on their own ports and data; what follows goes to Jest.',
  options: [],
  passThrough: true,
  async run({ positionals }, { root }) {
    const jest = join(root, 'node_modules/jest/bin/jest.js');
    const child = spawn(process.execPath, [jest, '--rootDir', root, ...positionals], { cwd: root, stdio: 'inherit' });
    // Jest hears a terminal's Ctrl-C itself; we wait for it. SIGTERM comes to us alone.
    const ignore = (): void => {};
    const forward = (): boolean => child.kill('SIGTERM');
    process.on('SIGINT', ignore).on('SIGTERM', forward);
    try {
      return await new Promise<number>((done, fail) => {
        child.on('error', fail);
        child.on('exit', (code, signal) => done(code ?? 128 + (signal === null ? 1 : constants.signals[signal])));
      });
    } finally {
      process.off('SIGINT', ignore).off('SIGTERM', forward);
    }
  },
};
