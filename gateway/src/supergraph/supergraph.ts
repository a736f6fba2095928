/**
 * The supergraph being served: loaded from a file, replaced whole when the file changes. A file that cannot be served
 * changes nothing but the log.
 */
import { readFile } from 'node:fs/promises';
import { SammenError } from '@sammen/errors';
import type { GraphQLSchema } from 'graphql';
import { gatewayError } from '../errors.js';
import { traceOf } from '../logging.js';
import { createOperationCache, type OperationCache } from '../operations/operationCache.js';
import { createPreparation, type Preparation } from '../operations/preparation.js';
import { warmUp } from '../operations/warmUp.js';
import { createGeneration, idOf, type Generation, type GenerationOptions } from './generation.js';
import { fingerprintOf, watchFile } from './watchFile.js';

/** What the supergraph is made from. */
export interface SupergraphOptions extends GenerationOptions {
  readonly file: string;
  /** How often the file is looked at, in milliseconds. */
  readonly watchInterval: number;
  /** Bound of the operation cache. */
  readonly operationCacheBytes: number;
}

/** Told of every generation, the first included; throws to refuse one. */
export type GenerationListener = (generation: Generation) => void;

/** The served supergraph. */
export interface Supergraph {
  /** Loads the file and watches it. Rejects with SUPERGRAPH_UNREADABLE or SUPERGRAPH_BROKEN. */
  start(): Promise<void>;
  stop(): void;
  /** What new requests run on; null before `start`. */
  current(): Generation | null;
  /** The generation that a request validated against `schema` belongs to. */
  generationOf(schema: GraphQLSchema): Generation;
  /** What is known of operations, over all generations. */
  readonly operations: OperationCache;
  readonly preparation: Preparation;
  onGeneration(listener: GenerationListener): () => void;
}

/** Reads nothing before `start`. */
export function createSupergraph(options: SupergraphOptions): Supergraph {
  const { file, log } = options;
  const listeners = new Set<GenerationListener>();
  const generations = new WeakMap<GraphQLSchema, Generation>();
  const operations = createOperationCache(options.operationCacheBytes);
  const preparation = createPreparation(operations, generationOf);
  let current: Generation | null = null;
  let stopWatching = () => undefined as void;
  let refused = '';

  function generationOf(schema: GraphQLSchema): Generation {
    const generation = generations.get(schema);
    if (!generation) throw new Error('A request carries a schema that was never loaded');
    return generation;
  }

  async function read(): Promise<string> {
    try {
      return await readFile(file, 'utf8');
    } catch (cause) {
      const code = (cause as NodeJS.ErrnoException).code ?? 'unknown';
      throw gatewayError('SUPERGRAPH_UNREADABLE', { message: `The supergraph file cannot be read (${code}).`, cause });
    }
  }

  async function load(): Promise<void> {
    const sdl = await read();
    if (current?.id === idOf(sdl)) return;
    const generation = await createGeneration(sdl, options);
    generations.set(generation.apiSchema, generation);
    await warmUp(generation.apiSchema, { operations, prepare: (one) => void preparation.prepared(one), log });
    for (const listener of listeners) listener(generation);
    const from = current?.id ?? null;
    current = generation;
    refused = '';
    log.info({ event: 'supergraph loaded', from, id: generation.id, subgraphs: generation.subgraphs.length });
  }

  /** A half-written file is refused like a broken one; the next look finds it whole. */
  async function swap(): Promise<void> {
    try {
      await load();
    } catch (error) {
      const reason = error instanceof SammenError ? { code: error.code, reason: error.message } : traceOf(error);
      if (refused === JSON.stringify(reason)) return;
      refused = JSON.stringify(reason);
      log.error({ event: 'supergraph refused', serving: current?.id ?? null, ...reason });
    }
  }

  return {
    async start() {
      const fingerprint = await fingerprintOf(file);
      await load();
      stopWatching = watchFile(file, fingerprint, options.watchInterval, swap);
    },
    stop: () => stopWatching(),
    current: () => current,
    generationOf,
    operations,
    preparation,
    onGeneration(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
