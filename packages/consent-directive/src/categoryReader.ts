/**
 * What operations ask for, worked out once for as long as their parsed documents are kept: it hangs on the document, the
 * name of the operation and the schema, never on who asks. What depends on variables is worked out every time.
 */
import type { CategorySet } from '@sammen/consent';
import type { DocumentNode, GraphQLSchema } from 'graphql';
import { type OperationToRead, touchedBy } from './categoriesOfOperation.js';
import type { LabelLookup } from './labelLookup.js';

/** An operation of a reader's schema. */
export type OperationOfSchema = Omit<OperationToRead, 'schema' | 'labels'>;

/** Like `categoriesOfOperation`, for one schema. Throws like it. */
export type CategoryReader = (operation: OperationOfSchema) => CategorySet;

/** A reader that remembers; documents that are let go of are forgotten. */
export function createCategoryReader(schema: GraphQLSchema, labels: LabelLookup): CategoryReader {
  const known = new WeakMap<DocumentNode, Map<string | null, CategorySet>>();
  return (operation) => {
    const name = operation.operationName ?? null;
    const ofDocument = known.get(operation.document) ?? new Map<string | null, CategorySet>();
    const remembered = ofDocument.get(name);
    if (remembered !== undefined) return remembered;
    const { categories, dependsOnVariables } = touchedBy({ ...operation, schema, labels });
    if (!dependsOnVariables) known.set(operation.document, ofDocument.set(name, categories));
    return categories;
  };
}
