/** What depends on an operation alone is worked out once and kept as long as Apollo Server keeps the parsed document. */
import type { DocumentNode, GraphQLSchema } from 'graphql';
import type { AdmittedOperation } from './stage.js';

/** What identifies an operation; variables do not. */
type Operation = Omit<AdmittedOperation, 'variables'>;

/** `work`, done once for each operation of a document in a schema. Nothing of a request may go into its result. */
export function oncePerOperation<T>(work: (operation: Operation) => T): (operation: Operation) => T {
  const schemas = new WeakMap<GraphQLSchema, WeakMap<DocumentNode, Map<string | undefined, T>>>();

  return (one) => {
    const documents = schemas.get(one.schema) ?? new WeakMap<DocumentNode, Map<string | undefined, T>>();
    schemas.set(one.schema, documents);
    const results = documents.get(one.document) ?? new Map<string | undefined, T>();
    documents.set(one.document, results);
    const name = one.operation.name?.value;
    if (!results.has(name)) results.set(name, work(one));
    return results.get(name)!;
  };
}
