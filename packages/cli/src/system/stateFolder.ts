/** Where a system keeps what survives a restart: one folder, `.sammen` unless told otherwise. */
import { access, constants, mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { cliError } from '../errors.js';

/** The paths in a state folder. */
export interface StateFolder {
  readonly path: string;
  readonly postgres: string;
  readonly keys: string;
  readonly logs: string;
  readonly passwords: string;
  /** Which launcher lives here. */
  readonly claim: string;
  /** What that launcher started. */
  readonly runRecord: string;
  /** What the databases were filled with; goes when they go. */
  readonly seeds: string;
  /** Checkpoints of the access log, beside the database that they speak about. */
  readonly checkpoints: string;
  readonly supergraph: string;
  readonly composed: string;
  readonly compileCache: string;
}

/** @param path relative to the project's root, or absolute */
export function stateFolder(root: string, path: string): StateFolder {
  const folder = resolve(root, path);
  return {
    path: folder,
    postgres: join(folder, 'postgres'),
    keys: join(folder, 'keys'),
    logs: join(folder, 'logs'),
    passwords: join(folder, 'keys', 'passwords.json'),
    claim: join(folder, 'launcher.json'),
    runRecord: join(folder, 'run.json'),
    seeds: join(folder, 'postgres', 'seeds.json'),
    checkpoints: join(folder, 'checkpoints'),
    supergraph: join(folder, 'supergraph.graphql'),
    composed: join(folder, 'composed.json'),
    compileCache: join(folder, 'cache'),
  };
}

/** Makes the folders. @throws STATE_NOT_WRITABLE */
export async function makeStateFolder(state: StateFolder): Promise<void> {
  try {
    await mkdir(state.logs, { recursive: true });
    await mkdir(state.keys, { recursive: true, mode: 0o700 });
    await access(state.path, constants.W_OK);
  } catch (cause) {
    throw cliError('STATE_NOT_WRITABLE', { message: 'The folder for state (--data) cannot be written.', cause });
  }
}
