/**
 * No field may be called `__typename`: its value would pass for what an object is, and whatever is joined, filled in or
 * checked by type would go by what somebody wrote into a record. Names with two underscores belong to GraphQL anyway.
 */
import { type DocumentNode, visit } from 'graphql';
import { gatewayError } from '../errors.js';

const TYPE_NAME = '__typename';

/** @throws ALIAS_RESERVED for a field under that name, anywhere in the document */
export function assertAliases(document: DocumentNode): void {
  visit(document, {
    Field({ alias, name }) {
      if (alias?.value === TYPE_NAME && name.value !== TYPE_NAME) throw gatewayError('ALIAS_RESERVED');
    },
  });
}
