/** The schemas that subgraphs publish: committed files, and what the compiled subgraphs would print now. */
import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { cliError } from '../errors.js';
import { ownFailure } from '../system/ownFailure.js';
import type { Service } from '../system/services.js';

const run = promisify(execFile);

/** One subgraph's schema. */
export interface SubgraphSchema {
  readonly name: string;
  /** Where the supergraph says that it is, unless told otherwise. */
  readonly url: string;
  readonly sdl: string;
}

/** The committed file of a subgraph. */
export const schemaFile = (service: Service): string => join(dirname(dirname(service.entry)), 'schema.graphql');

/** The default address of a subgraph. */
export const defaultUrl = (service: Service): string => `http://127.0.0.1:${4000 + service.portOffset}/graphql`;

/** What a compiled subgraph prints as its schema; it needs no database for that. */
export async function printSchema(service: Service): Promise<SubgraphSchema> {
  try {
    const { stdout } = await run(process.execPath, [service.entry, '--print-schema'], { maxBuffer: 64 * 1024 * 1024 });
    return { name: service.name, url: defaultUrl(service), sdl: stdout };
  } catch (error) {
    const words =
      String((error as { stderr?: string }).stderr ?? '')
        .trim()
        .split('\n')
        .at(-1) ?? '';
    throw ownFailure(words, () =>
      cliError('COMPOSITION_FAILED', { message: `${service.name} did not print its schema: ${words}` }),
    );
  }
}

/** The committed schema; undefined when there is none. */
export async function committedSchema(service: Service): Promise<SubgraphSchema | undefined> {
  const sdl = await readFile(schemaFile(service), 'utf8').catch(() => undefined);
  return sdl === undefined ? undefined : { name: service.name, url: defaultUrl(service), sdl };
}
