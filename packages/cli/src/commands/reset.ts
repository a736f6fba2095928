/** `sammen reset`: back to the moment before the first start. */
import { rm, rmdir } from 'node:fs/promises';
import { removeLocalPostgres } from '@sammen/local-postgres';
import { type Command, DATA_OPTION } from '../command.js';
import { claimState } from '../system/claimState.js';
import { stateFolder } from '../system/stateFolder.js';
import { createReporter } from '../terminal/reporter.js';

/** See the file's sentence. */
export const reset: Command = {
  name: 'reset',
  summary: 'End what an earlier run left behind and delete its databases, keys and logs.',
  options: [DATA_OPTION],
  async run({ values }, { root, stdout }) {
    const state = stateFolder(root, String(values['data']));
    const reporter = createReporter(stdout);
    const release = await claimState(state, reporter);
    await removeLocalPostgres(state.postgres);
    const { keys, logs, checkpoints, supergraph, composed, compileCache } = state;
    for (const path of [keys, logs, checkpoints, supergraph, composed, compileCache]) {
      await rm(path, { recursive: true, force: true });
    }
    await release();
    // Only when nothing else is in it: data of a test that is running, or files of the user's own.
    await rmdir(state.path).catch(() => {});
    reporter.note('all state is deleted; `npm start` begins anew');
    return 0;
  },
};
