/** `sammen check`: the committed graph is that of the code. */
import { type Command, JSON_OPTION } from '../command.js';
import { currentGraph } from '../composition/currentGraph.js';
import { cliError } from '../errors.js';

/** See the file's sentence. */
export const check: Command = {
  name: 'check',
  summary: 'Check that the committed graph is up to date.',
  options: [JSON_OPTION],
  async run({ values }, { root, stdout, stderr }) {
    const { schemas, files } = await currentGraph(root, (line) => stderr.write(`${line}\n`));
    const stale = files.filter(({ isUpToDate }) => !isUpToDate).map(({ name }) => name);
    if (values['json']) stdout.write(`${JSON.stringify({ stale }, null, 2)}\n`);
    if (stale.length > 0) throw cliError('COMPOSITION_STALE', { message: `Not up to date: ${stale.join(', ')}.` });
    if (!values['json']) stdout.write(`The graph of ${schemas.length} subgraphs is up to date.\n`);
    return 0;
  },
};
