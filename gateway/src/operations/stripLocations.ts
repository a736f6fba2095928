/**
 * Where in its text a node stood is of use until a document is validated; after that the places, with every token and
 * the text itself, would be most of what a cached document holds.
 */
import { visit, type DocumentNode } from 'graphql';

/** Takes the places out of a document, in place. */
export function stripLocations(document: DocumentNode): void {
  visit(document, {
    enter(node) {
      if (node.loc) delete (node as { loc?: unknown }).loc;
    },
  });
}
