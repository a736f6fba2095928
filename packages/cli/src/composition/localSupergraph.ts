/** The supergraph that a local gateway serves: composed from the schemas as they are, only when they changed. */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { cliError } from '../errors.js';
import type { Service } from '../system/services.js';
import type { StateFolder } from '../system/stateFolder.js';
import { committedSchema, printSchema, type SubgraphSchema } from './schemas.js';

const fingerprint = (schemas: readonly SubgraphSchema[]): string =>
  createHash('sha256').update(JSON.stringify(schemas)).digest('hex');

/** Replaces a file at once, so that a gateway that watches it never reads half of it. */
export async function writeWhole(file: string, text: string): Promise<void> {
  await writeFile(`${file}.new`, text);
  await rename(`${file}.new`, file);
}

/**
 * Brings `supergraph.graphql` in the state folder up to date.
 * @returns whether anything had to be composed
 * @throws COMPOSITION_FAILED with the first reason
 */
export async function updateLocalSupergraph(state: StateFolder, services: readonly Service[]): Promise<boolean> {
  const subgraphs = services.filter(({ kind }) => kind === 'subgraph');
  const schemas = await Promise.all(
    subgraphs.map(async (service) => (await committedSchema(service)) ?? printSchema(service)),
  );
  const now = fingerprint(schemas);
  const before = await readFile(state.composed, 'utf8').catch(() => '');
  if (before === now && existsSync(state.supergraph)) return false;
  const { composeSchemas } = await import('./composeSchemas.js');
  const { supergraph, problems } = composeSchemas(schemas);
  if (problems !== undefined)
    throw cliError('COMPOSITION_FAILED', { message: `The schemas do not compose: ${problems[0]}` });
  await writeWhole(state.supergraph, supergraph);
  await writeFile(state.composed, now);
  return true;
}
