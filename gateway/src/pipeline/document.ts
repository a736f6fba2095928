/**
 * Which document is run. With a list, what is asked is a document of the list, by its hash or in full; text of one's own
 * is for the roles that may explore. Nothing is ever put on the list by asking.
 */
import type { Role } from '@sammen/consent';
import { hashOf } from '../admission/documentManifest.js';
import type { PersistedDocuments } from '../admission/persistedDocuments.js';
import { gatewayError } from '../errors.js';
import { isIntrospection } from './isIntrospection.js';
import type { Stage } from './stage.js';

/** The body of a request, as far as it is looked at here. */
type Body = Readonly<Record<string, unknown>>;

/** Refuses with DOCUMENT_UNKNOWN, DOCUMENT_MISMATCH, FREE_TEXT_OFF; with METHOD_NOT_ALLOWED what no address may carry. */
export function document(documents: PersistedDocuments, freeTextRoles: readonly Role[]): Stage {
  return {
    name: 'document',
    onBody(body, { caller }) {
      const { documentId, ...rest } = body;
      const hash = documentId === undefined ? apolloHash(body) : hashIn(documentId);
      // Without a list there are no hashes: Apollo Server tells clients of its own protocol so.
      if (hash === undefined || (documentId === undefined && !documents.isListed)) {
        return ownText(body, caller!.actor.role);
      }
      if (typeof body['query'] === 'string' && body['query'] !== '') {
        if (hashOf(body['query']) !== hash) throw gatewayError('DOCUMENT_MISMATCH');
        return ownText(withoutHash(rest), caller!.actor.role);
      }
      const text = documents.find(hash);
      if (text === undefined) throw gatewayError('DOCUMENT_UNKNOWN');
      return { ...withoutHash(rest), query: text };
    },
    onOperation({ operation, document: asked }, { arrived }) {
      // INVARIANT I-8: what stands in an address ends up in logs; a question about the graph itself names nobody.
      if (arrived.method === 'GET' && !isIntrospection(operation, asked)) throw gatewayError('METHOD_NOT_ALLOWED');
    },
  };

  function ownText(body: Body, role: Role): Body {
    const { query } = body;
    if (typeof query !== 'string' || freeTextRoles.includes(role)) return body;
    if (documents.find(hashOf(query)) === undefined) throw gatewayError('FREE_TEXT_OFF');
    return body;
  }
}

/** `sha256:<hash>`, as GraphQL over HTTP writes it, or the hash alone. Anything else is on no list. */
function hashIn(documentId: unknown): string {
  return typeof documentId === 'string' ? documentId.replace(/^sha256:/, '') : '';
}

function apolloHash({ extensions }: Body): string | undefined {
  const hash = (extensions as { persistedQuery?: { sha256Hash?: unknown } } | null)?.persistedQuery?.sha256Hash;
  return typeof hash === 'string' ? hash : undefined;
}

/** Apollo Server's own persisted queries stay off; it must not meet the hash again. */
function withoutHash(body: Body): Body {
  const { extensions, ...rest } = body;
  if (typeof extensions !== 'object' || extensions === null) return body;
  const { persistedQuery: _hash, ...others } = extensions as Record<string, unknown>;
  return { ...rest, extensions: others };
}
