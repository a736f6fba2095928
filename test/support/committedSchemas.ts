/** The schemas of all subgraphs as they are committed, for attacks that change one of them and compose. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { SubgraphSchema } from '../../packages/cli/src/composition/schemas';
import { root } from './testFolders.js';

/** All of them, by name of the folder. */
export async function committedSchemas(): Promise<SubgraphSchema[]> {
  const names = await readdir(join(root, 'subgraphs'));
  return Promise.all(
    names.toSorted().map(async (name) => ({
      name,
      url: 'http://127.0.0.1:1/graphql',
      sdl: await readFile(join(root, 'subgraphs', name, 'schema.graphql'), 'utf8'),
    })),
  );
}

/** One subgraph's schema with a text replaced. @throws when the text is not there */
export async function withChange(name: string, find: string | RegExp, replace: string): Promise<SubgraphSchema[]> {
  return (await committedSchemas()).map((schema) => {
    if (schema.name !== name) return schema;
    const sdl = schema.sdl.replace(find, replace);
    if (sdl === schema.sdl) throw new Error(`${String(find)} is not in the schema of ${name}.`);
    return { ...schema, sdl };
  });
}
