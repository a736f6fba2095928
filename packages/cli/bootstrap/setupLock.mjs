/** Only one process at a time installs or builds; a second one waits, and a dead one's lock is taken over. */
import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/** Longer than any installation takes: a process id that lives on is a stranger's by then. */
const ABANDONED_AFTER = 15 * 60_000;

/** @returns {'taken' | 'no lock' | 'held' | 'abandoned'} */
function tryToTake(file) {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' });
    return 'taken';
  } catch (error) {
    // A clone that we may only read: nothing can be installed or built there, so nothing needs the lock.
    if (error.code !== 'EEXIST') return 'no lock';
  }
  try {
    const age = Date.now() - statSync(file).mtimeMs;
    const holder = Number(readFileSync(file, 'utf8'));
    // Without a number yet, its taker is just about to write it.
    return age > ABANDONED_AFTER || (holder > 0 ? !isAlive(holder) : age > 5_000) ? 'abandoned' : 'held';
  } catch {
    return 'held'; // let go this very moment
  }
}

/** @param {string} root @param {() => Promise<void>} work */
export async function withSetupLock(root, work) {
  const file = join(root, '.sammen/setup.lock');
  try {
    mkdirSync(join(root, '.sammen'), { recursive: true });
  } catch {
    return work();
  }
  let told = false;
  for (;;) {
    const lock = tryToTake(file);
    if (lock === 'no lock') return work();
    if (lock === 'taken') break;
    if (lock === 'abandoned') {
      rmSync(file, { force: true });
      continue;
    }
    if (!told) process.stderr.write('Waiting for another Sammen command to finish installing and building …\n');
    told = true;
    await new Promise((wake) => setTimeout(wake, 100));
  }
  try {
    await work();
  } finally {
    rmSync(file, { force: true });
  }
}
