/** Runs a tool quietly: what it says is shown only when it fails, and it ends when we do. */
import { spawn } from 'node:child_process';
import { SetupError } from './setupErrors.mjs';

/**
 * @param {string} program @param {string[]} args @param {string} cwd
 * @returns {Promise<{ code: number, output: string }>}
 */
export function runTool(program, args, cwd) {
  return new Promise((done, fail) => {
    const child = spawn(program, args, { cwd, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    let stoppedBy = '';
    const forward = (signal) => {
      stoppedBy = signal;
      child.kill(signal);
    };
    process.on('SIGINT', forward).on('SIGTERM', forward);
    const forget = () => process.off('SIGINT', forward).off('SIGTERM', forward);
    child.stdout.on('data', (chunk) => (output += chunk));
    child.stderr.on('data', (chunk) => (output += chunk));
    child.on('error', (error) => {
      forget();
      fail(error);
    });
    child.on('close', (code) => {
      forget();
      if (stoppedBy) fail(new SetupError('STOPPED', 130));
      else done({ code: code ?? 1, output: output.trim() });
    });
  });
}
