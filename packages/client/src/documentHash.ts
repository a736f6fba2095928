/** The name of a document on the gateway's list: the SHA-256 of its canonical text. */
import type { ReadDocument } from './document.js';
import { clientError } from './errors.js';

const hashes = /* @__PURE__ */ new WeakMap<ReadDocument, Promise<string>>();

/** In lower-case hexadecimals. Rejects with DOCUMENT_UNREADABLE, or HASH_IMPOSSIBLE outside secure contexts. */
export function documentHash(document: ReadDocument): Promise<string> {
  let hash = hashes.get(document);
  if (!hash) hashes.set(document, (hash = hashOf(document)));
  return hash;
}

async function hashOf(document: ReadDocument): Promise<string> {
  if (document.knownHash !== undefined) return document.knownHash;
  const text = document.canonical();
  if (text === null) throw clientError('DOCUMENT_UNREADABLE');
  const subtle = globalThis.crypto?.subtle as SubtleCrypto | undefined;
  if (!subtle) throw clientError('HASH_IMPOSSIBLE');
  const digest = await subtle.digest('SHA-256', new TextEncoder().encode(text));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
