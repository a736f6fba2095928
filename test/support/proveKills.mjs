/** `npm run prove:kills -- 20`: kills citizen subgraph, gateway and PostgreSQL in turn, more often than CI does. */
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const kills = Number(process.argv[2] ?? 20);
const jest = spawn(process.execPath, ['node_modules/jest/bin/jest.js', 'test/attacks/killedProcesses.test.ts'], {
  cwd: fileURLToPath(new URL('../..', import.meta.url)),
  stdio: 'inherit',
  env: { ...process.env, SAMMEN_KILLS: String(kills) },
});
jest.once('exit', (code) => (process.exitCode = code ?? 1));
