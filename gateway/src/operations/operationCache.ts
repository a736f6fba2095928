/**
 * What can be known of an operation without knowing who asks: parsed, validated, planned, compiled, once, for as long
 * as there is room. A key is the hash of a document's text and, below it, a name of an operation in it: never anything
 * of an actor, a purpose or a decision, so that nothing here can tell one caller's answer to another.
 */
import type { DocumentNode, GraphQLSchema } from 'graphql';
import { LRUCache } from 'lru-cache';
import { estimateBytes } from './estimateBytes.js';
import { stripLocations } from './stripLocations.js';

/** An operation of a document that was validated against the schema. */
export interface KnownOperation {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly operation: { readonly name?: { readonly value: string } | undefined };
}

/** What the cache has done since the process started, and what it holds now. */
export interface OperationCacheStats {
  readonly hits: number;
  readonly misses: number;
  readonly evictions: number;
  readonly documents: number;
  /** Estimated. */
  readonly bytes: number;
  readonly maxBytes: number;
  /** How often an operation was worked out because nothing was known of it. */
  readonly prepared: number;
}

/** A document that is in the cache. */
export interface CachedDocument {
  /** SHA-256 of its text; what logs may say of it. */
  readonly hash: string;
  readonly document: DocumentNode;
  /** The operations in it that were asked for. */
  readonly operationNames: ReadonlySet<string | undefined>;
}

/** Works something out of an operation; `input` was worked out of the same one. */
export type Work<T, I> = (operation: KnownOperation & { readonly name: string | undefined }, input: I) => T;

/** Does such a work, or finds it done. */
export interface Once<T, I> {
  (one: KnownOperation, input: I): T;
  isDone(one: KnownOperation): boolean;
}

/** One cache over all generations of the supergraph. */
export interface OperationCache {
  /** Where Apollo Server keeps documents once they are validated; a document that is refused is not kept. */
  readonly documents: {
    get(key: string): Promise<DocumentNode | undefined>;
    set(key: string, document: DocumentNode): Promise<void>;
    delete(key: string): Promise<boolean>;
  };
  /** `work`, done once for each operation in a schema. Nothing of a request may go into its result. */
  once<T, I = void>(work: Work<T, I>): Once<T, I>;
  /** The documents that are asked for most, the most asked one first; what was asked long ago counts less. */
  mostUsed(limit: number): readonly CachedDocument[];
  /** Says that a cached document is valid in the schema that Apollo Server knows by this prefix. */
  accept(hash: string, prefix: string): void;
  stats(): OperationCacheStats;
}

interface Entry extends CachedDocument {
  readonly operationNames: Set<string | undefined>;
  /** Prefixes of the schemas it was validated against. */
  readonly validIn: Set<string>;
  /** By schema, then by whose result it is and the operation's name. Goes when the schema goes. */
  readonly results: WeakMap<GraphQLSchema, Map<object, Map<string | undefined, unknown>>>;
  bytes: number;
  uses: number;
  usedAt: number;
}

/** The cache measures a value anew only when it is another object. */
interface Held {
  readonly entry: Entry;
}

/** After so many milliseconds a use counts half. */
const HALF_LIFE = 30 * 60_000;
/** Of the whole, what one document may take. */
const LARGEST_SHARE = 0.25;

/** An empty cache. @param maxBytes bound of everything in it, by estimate */
export function createOperationCache(maxBytes: number): OperationCache {
  const counts = { hits: 0, misses: 0, evictions: 0, prepared: 0 };
  const entries = new LRUCache<string, Held>({
    maxSize: maxBytes,
    maxEntrySize: Math.floor(maxBytes * LARGEST_SHARE),
    sizeCalculation: ({ entry }) => entry.bytes,
    dispose: (_held, _hash, reason) => void (counts.evictions += reason === 'evict' ? 1 : 0),
    noDisposeOnSet: true,
  });
  /** Also of documents that there was no room for: they last as long as their request. */
  const entryOf = new WeakMap<DocumentNode, Entry>();

  function add(hash: string, document: DocumentNode): Entry {
    const entry: Entry = {
      hash,
      document,
      operationNames: new Set(),
      validIn: new Set(),
      results: new WeakMap(),
      bytes: FIXED + estimateBytes([document]),
      uses: 1,
      usedAt: Date.now(),
    };
    if (hash !== '') entries.set(hash, { entry });
    return entry;
  }

  function found(entry: Entry): Entry {
    const now = Date.now();
    entry.uses = usesNow(entry, now) + 1;
    entry.usedAt = now;
    return entry;
  }

  /** Two requests that ask the same for the first time share one entry, though each has parsed. */
  function known(document: DocumentNode): Entry {
    const entry = entryOf.get(document) ?? add('', document);
    entryOf.set(document, entry);
    return entry;
  }

  /** The memory of results for a schema that is no longer served is free as soon as its last request has ended. */
  function measure(entry: Entry, schema: GraphQLSchema): void {
    entry.bytes = FIXED + estimateBytes([entry.document, entry.results.get(schema)]);
    if (entries.peek(entry.hash)?.entry === entry) entries.set(entry.hash, { entry });
  }

  function keep(one: KnownOperation, whose: object, name: string | undefined, result: unknown): void {
    const entry = known(one.document);
    const ofSchema = entry.results.get(one.schema) ?? new Map<object, Map<string | undefined, unknown>>();
    entry.results.set(one.schema, ofSchema);
    ofSchema.set(whose, (ofSchema.get(whose) ?? new Map<string | undefined, unknown>()).set(name, result));
    entry.operationNames.add(name);
    measure(entry, one.schema);
  }

  return {
    documents: {
      async get(key) {
        const { prefix, hash } = split(key);
        const entry = entries.get(hash)?.entry;
        const isValid = entry?.validIn.has(prefix) === true;
        counts[isValid ? 'hits' : 'misses'] += 1;
        return isValid ? found(entry).document : undefined;
      },
      async set(key, document) {
        const { prefix, hash } = split(key);
        stripLocations(document);
        const entry = entries.peek(hash)?.entry ?? add(hash, document);
        entry.validIn.add(prefix);
        entryOf.set(document, entry).set(entry.document, entry);
      },
      delete: async (key) => entries.delete(split(key).hash),
    },
    once<T, I>(work: Work<T, I>): Once<T, I> {
      const mine = {};
      const done = ({ schema, document }: KnownOperation) =>
        entryOf.get(document)?.results.get(schema)?.get(mine) as Map<string | undefined, T> | undefined;

      function once(one: KnownOperation, input: I): T {
        const name = one.operation.name?.value;
        const results = done(one);
        if (results?.has(name)) return results.get(name)!;
        const result = work({ ...one, name }, input);
        counts.prepared += 1;
        keep(one, mine, name, result);
        return result;
      }
      return Object.assign(once, {
        isDone: (one: KnownOperation) => done(one)?.has(one.operation.name?.value) === true,
      });
    },
    mostUsed(limit) {
      const now = Date.now();
      return Array.from(entries.values(), ({ entry }) => entry)
        .sort((a, b) => usesNow(b, now) - usesNow(a, now))
        .slice(0, limit);
    },
    accept(hash, prefix) {
      entries.peek(hash)?.entry.validIn.add(prefix);
    },
    stats: () => ({ ...counts, documents: entries.size, bytes: entries.calculatedSize, maxBytes }),
  };
}

/** Bytes of an entry's own parts. */
const FIXED = 1_000;

/** Apollo Server's key: what it knows a schema by, and the hash of the text. */
function split(key: string): { prefix: string; hash: string } {
  const at = key.lastIndexOf(':');
  return { prefix: key.slice(0, at + 1), hash: key.slice(at + 1) };
}

function usesNow({ uses, usedAt }: Entry, now: number): number {
  return uses * 2 ** ((usedAt - now) / HALF_LIFE);
}
