/** Makes the clone ready and runs the compiled command line in this same process; its own words go to stderr only. */
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from './build.mjs';
import { install, isInstalled } from './install.mjs';
import { SetupError } from './setupErrors.mjs';
import { withSetupLock } from './setupLock.mjs';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../../..');

/** @param {string[]} args the words after `sammen` */
export async function handOver(args) {
  try {
    await withSetupLock(root, async () => {
      if (!isInstalled(root)) await install(root);
      await build(root);
    });
  } catch (error) {
    const known = error instanceof SetupError ? error : new SetupError('SETUP_FAILED', 1, `${error.message}.`);
    process.stderr.write(`sammen: ${known.code} ${known.message}\n`);
    process.exitCode = known.exitCode;
    return;
  }
  const { runCli } = await import(pathToFileURL(join(root, 'packages/cli/dist/runCli.js')).href);
  await runCli(args, { root });
}
