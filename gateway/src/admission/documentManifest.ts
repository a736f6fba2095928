/** A list of documents as a file: read whole or not at all, and every hash is held against the text under it. */
import { createHash } from 'node:crypto';
import { gatewayError } from '../errors.js';

/** Documents by the SHA-256 of their text, in lower-case hexadecimals. */
export type DocumentList = ReadonlyMap<string, string>;

const APOLLO_FORMAT = 'apollo-persisted-query-manifest';
const HASH = /^[0-9a-f]{64}$/;

/** The name of a document: the SHA-256 of its text, in lower-case hexadecimals. */
export function hashOf(document: string): string {
  return createHash('sha256').update(document).digest('hex');
}

/**
 * Reads `{ "<sha256>": "<document>" }` or the manifest that Apollo's clients generate. A hash may be written with
 * `sha256:` before it. Throws PERSISTED_DOCUMENTS_BROKEN, naming the hash or the place.
 */
export function readManifest(text: string): DocumentList {
  const documents = new Map<string, string>();
  for (const [index, [name, document]] of entriesOf(parsed(text)).entries()) {
    const hash = typeof name === 'string' ? name.replace(/^sha256:/, '') : '';
    if (!HASH.test(hash) || typeof document !== 'string')
      throw broken(`entry ${index + 1} is not a document under its SHA-256`);
    if (hashOf(document) !== hash) throw broken(`the text under ${hash} has another SHA-256`);
    documents.set(hash, document);
  }
  return documents;
}

function parsed(text: string): object {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw broken('it is not JSON', cause);
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw broken('it is not a JSON object');
  return value;
}

function entriesOf(manifest: object): readonly (readonly [unknown, unknown])[] {
  if (!('format' in manifest)) return Object.entries(manifest);
  const { format, operations } = manifest as { format: unknown; operations?: unknown };
  if (format !== APOLLO_FORMAT || !Array.isArray(operations)) throw broken(`its format is not ${APOLLO_FORMAT}`);
  return operations.map((operation: { id?: unknown; body?: unknown } | null) => [operation?.id, operation?.body]);
}

function broken(why: string, cause?: unknown) {
  return gatewayError('PERSISTED_DOCUMENTS_BROKEN', {
    message: `The list of persisted documents cannot be used: ${why}.`,
    cause,
  });
}
