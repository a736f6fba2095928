/** The graph that the client was typed with is the graph that is committed. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { clientGraph } from '../../cli/src/composition/clientGraph';
import { root } from '../../../test/support/testFolders';

it('schema and types of the client are those of the supergraph (`npx sammen compose` writes them)', () => {
  const read = (file: string): string => readFileSync(join(root, file), 'utf8');
  for (const [file, text] of Object.entries(clientGraph(read('gateway/supergraph.graphql')))) {
    expect([file, read(file) === text]).toEqual([file, true]);
  }
});
