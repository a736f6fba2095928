/** `sammen check`: the committed graph is that of the code, and no label breaks a law of composition (INVARIANT I-9). */
import { type Command, JSON_OPTION } from '../command.js';
import { checkStatutoryFields } from '@sammen/consent-directive';
import { currentGraph } from '../composition/currentGraph.js';
import { cliError } from '../errors.js';

/** See the file's sentence. */
export const check: Command = {
  name: 'check',
  summary: 'Check that the committed graph is up to date and that every field is labelled as the laws demand.',
  options: [JSON_OPTION],
  async run({ values }, { root, stdout, stderr }) {
    const { schemas, files } = await currentGraph(root, (line) => stderr.write(`${line}\n`));
    // Composition has refused every other law; this one needs the subgraphs all together.
    const violations = checkStatutoryFields(schemas.map(({ name, sdl }) => ({ name, schema: sdl })));
    const stale = files.filter(({ isUpToDate }) => !isUpToDate).map(({ name }) => name);
    if (values['json']) stdout.write(`${JSON.stringify({ stale, violations }, null, 2)}\n`);
    else {
      for (const { law, subgraph, coordinate, message } of violations) {
        stderr.write(`  ${subgraph} ${coordinate}: ${law} ${message}\n`);
      }
    }
    if (stale.length > 0) throw cliError('COMPOSITION_STALE', { message: `Not up to date: ${stale.join(', ')}.` });
    if (violations.length > 0)
      throw cliError('LABELS_REFUSED', { message: `${violations.length} labels break a rule.` });
    if (!values['json']) stdout.write(`The graph of ${schemas.length} subgraphs is up to date and labelled.\n`);
    return 0;
  },
};
