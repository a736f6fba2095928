/** One launcher per state folder; whoever comes next cleans up after one that was killed. */
import { releaseClaim, stopLeftoverPostgres, takeClaim } from '@sammen/local-postgres';
import { cliError } from '../errors.js';
import type { Reporter } from '../terminal/reporter.js';
import { endLeftovers } from './runRecord.js';
import { makeStateFolder, type StateFolder } from './stateFolder.js';

/**
 * Takes the folder and ends what is left of an earlier run.
 * @returns gives the folder back
 * @throws ALREADY_RUNNING, STATE_NOT_WRITABLE
 */
export async function claimState(state: StateFolder, reporter: Reporter): Promise<() => Promise<void>> {
  await makeStateFolder(state);
  const holder = await takeClaim(state.claim);
  if (holder !== undefined) {
    throw cliError('ALREADY_RUNNING', {
      message: `Sammen is already running in this folder (process ${holder.pid}).`,
    });
  }
  const release = (): Promise<void> => releaseClaim(state.claim);
  try {
    const ended = await endLeftovers(state.runRecord);
    if (await stopLeftoverPostgres(state.postgres)) ended.push('PostgreSQL');
    if (ended.length > 0) reporter.note(`ended what an earlier run left behind: ${ended.join(', ')}`);
    return release;
  } catch (error) {
    await release();
    throw error;
  }
}
