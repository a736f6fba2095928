/**
 * The documents that this installation answers: read from a file, replaced whole when the file changes. A list that
 * cannot be used changes nothing but the log, and stops the start.
 */
import { readFile } from 'node:fs/promises';
import { setImmediate } from 'node:timers/promises';
import { SammenError } from '@sammen/errors';
import { parse, validate } from 'graphql';
import { gatewayError } from '../errors.js';
import { traceOf, type Log } from '../logging.js';
import type { Generation } from '../supergraph/generation.js';
import type { Supergraph } from '../supergraph/supergraph.js';
import { fingerprintOf, watchFile } from '../supergraph/watchFile.js';
import { readManifest, type DocumentList } from './documentManifest.js';

/** What the list is made from. */
export interface PersistedDocumentsOptions {
  /** Null for an installation without a list. */
  readonly file: string | null;
  /** How often the file is looked at, in milliseconds. */
  readonly watchInterval: number;
  readonly supergraph: Pick<Supergraph, 'current' | 'onGeneration'>;
  readonly log: Log;
}

/** The list being used. */
export interface PersistedDocuments {
  /** Whether there is a list at all. */
  readonly isListed: boolean;
  /** Reads the file and watches it. Rejects with PERSISTED_DOCUMENTS_UNREADABLE or PERSISTED_DOCUMENTS_BROKEN. */
  start(): Promise<void>;
  stop(): void;
  /** The document of this SHA-256, if it is on the list. */
  find(hash: string): string | undefined;
}

/** Reads nothing before `start`. */
export function createPersistedDocuments(options: PersistedDocumentsOptions): PersistedDocuments {
  const { file, watchInterval, supergraph, log } = options;
  let documents: DocumentList = new Map();
  let stopWatching = () => undefined as void;
  let stopListening = () => undefined as unknown;

  async function load(path: string): Promise<void> {
    documents = readManifest(await read(path));
    log.info({ event: 'persisted documents loaded', documents: documents.size });
  }

  async function swap(path: string): Promise<void> {
    try {
      await load(path);
      const generation = supergraph.current();
      if (generation) void check(generation);
    } catch (error) {
      const reason = error instanceof SammenError ? { code: error.code, reason: error.message } : traceOf(error);
      log.error({ event: 'persisted documents refused', serving: documents.size, ...reason });
    }
  }

  /** One at a time, so that requests are answered in between; a newer list or supergraph ends it. */
  async function check({ id, apiSchema }: Generation): Promise<void> {
    const checked = documents;
    for (const [document, text] of checked) {
      await setImmediate();
      if (documents !== checked || (supergraph.current() ?? { id }).id !== id) return;
      if (!fits(text, apiSchema)) log.warn({ event: 'persisted document does not fit', document, supergraph: id });
    }
  }

  return {
    isListed: file !== null,
    async start() {
      if (file === null) return;
      const fingerprint = await fingerprintOf(file);
      await load(file);
      stopListening = supergraph.onGeneration((generation) => {
        globalThis.setImmediate(() => void check(generation));
      });
      stopWatching = watchFile(file, fingerprint, watchInterval, () => swap(file));
    },
    stop() {
      stopWatching();
      stopListening();
    },
    find: (hash) => documents.get(hash),
  };
}

async function read(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code ?? 'unknown';
    const message = `The list of persisted documents cannot be read (${code}).`;
    throw gatewayError('PERSISTED_DOCUMENTS_UNREADABLE', { message, cause });
  }
}

function fits(text: string, schema: Generation['apiSchema']): boolean {
  try {
    return validate(schema, parse(text)).length === 0;
  } catch {
    return false;
  }
}
