/** The graph as the compiled subgraphs would have it now, beside what is committed. */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { cliError } from '../errors.js';
import { findServices, type Service } from '../system/services.js';
import { clientGraph } from './clientGraph.js';
import { composeSchemas } from './composeSchemas.js';
import { printSchema, schemaFile, type SubgraphSchema } from './schemas.js';

/** One file that composition makes. */
export interface GraphFile {
  /** Relative to the project's folder. */
  readonly name: string;
  readonly path: string;
  readonly text: string;
  readonly isUpToDate: boolean;
}

/** All of it. */
export interface CurrentGraph {
  readonly schemas: readonly SubgraphSchema[];
  readonly files: readonly GraphFile[];
  readonly hints: readonly string[];
}

/** Two at a time: each is a process that loads a whole subgraph. */
async function printAll(services: readonly Service[]): Promise<SubgraphSchema[]> {
  const schemas: SubgraphSchema[] = [];
  const queue = [...services];
  const work = async (): Promise<void> => {
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) schemas.push(await printSchema(next));
  };
  await Promise.all([work(), work()]);
  return schemas.toSorted((one, other) => (one.name < other.name ? -1 : 1));
}

async function graphFile(root: string, name: string, text: string): Promise<GraphFile> {
  const path = join(root, name);
  const committed = await readFile(path, 'utf8').catch(() => undefined);
  return { name, path, text, isUpToDate: committed === text };
}

/** @throws COMPOSITION_FAILED; `tell` gets every reason, one line each */
export async function currentGraph(root: string, tell: (line: string) => void): Promise<CurrentGraph> {
  const services = (await findServices(root)).filter(({ kind }) => kind === 'subgraph');
  const schemas = await printAll(services);
  const { supergraph, hints, problems } = composeSchemas(schemas);
  if (problems !== undefined) {
    problems.forEach(tell);
    throw cliError('COMPOSITION_FAILED');
  }
  const files = services.map((service) => {
    const { sdl } = schemas.find(({ name }) => name === service.name)!;
    return graphFile(root, schemaFile(service).slice(root.length + 1), sdl);
  });
  // A project may have no client of its own.
  const forClients = Object.entries(existsSync(join(root, 'packages/client')) ? clientGraph(supergraph) : {}).map(
    ([name, text]) => graphFile(root, name, text),
  );
  return {
    schemas,
    hints,
    files: await Promise.all([...files, ...forClients, graphFile(root, 'gateway/supergraph.graphql', supergraph)]),
  };
}
