/** `npm run canary -- --operations 20000 --seed 7` runs longer than CI does; `--replay FILE` asks a saved failure again. */
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

const { values } = parseArgs({
  options: {
    operations: { type: 'string', default: '20000' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    replay: { type: 'string' },
  },
});
const options = {
  operations: Number(values.operations),
  seed: Number(values.seed),
  ...(values.replay === undefined ? {} : { replay: resolve(values.replay) }),
};
process.stdout.write(`canary: seed ${options.seed}, ${options.operations} operations\n`);
const root = fileURLToPath(new URL('../..', import.meta.url));
const jest = spawn(process.execPath, ['node_modules/jest/bin/jest.js', 'test/canary/canary.test.ts'], {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, SAMMEN_CANARY: JSON.stringify(options) },
});
jest.once('exit', (code) => (process.exitCode = code ?? 1));
