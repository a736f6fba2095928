/** `sammen compose`: writes what the subgraphs publish, the one graph of them all, and what clients know of it, to the files that are committed. */
import { existsSync } from 'node:fs';
import { type Command, DATA_OPTION } from '../command.js';
import { writeWhole } from '../composition/localSupergraph.js';
import { stateFolder } from '../system/stateFolder.js';

/** See the file's sentence. */
export const compose: Command = {
  name: 'compose',
  summary: 'Write subgraphs/*/schema.graphql, gateway/supergraph.graphql and packages/client’s types from the code.',
  options: [{ name: 'hints', text: 'Tell what composition finds worth a second look.' }, DATA_OPTION],
  async run({ values }, { root, stdout, stderr }) {
    const { currentGraph } = await import('../composition/currentGraph.js');
    const { files, hints } = await currentGraph(root, (line) => stderr.write(`${line}\n`));
    for (const { name, path, text, isUpToDate } of files) {
      if (!isUpToDate) await writeWhole(path, text);
      stdout.write(`  ${isUpToDate ? '·' : '✓'} ${name}${isUpToDate ? ' (unchanged)' : ''}\n`);
    }
    // A gateway that runs here watches this one and swaps it in.
    const { supergraph } = stateFolder(root, String(values['data']));
    if (existsSync(supergraph)) await writeWhole(supergraph, files.at(-1)!.text);
    if (values['hints']) for (const hint of hints) stdout.write(`  ${hint}\n`);
    return 0;
  },
};
