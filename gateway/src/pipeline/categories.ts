/**
 * Which categories the whole operation touches: every subgraph is told, so that the first one to ask the decision point
 * asks for all, and a request makes one decision and one ledger event per citizen.
 */
import { encodeCategories } from '@sammen/consent';
import { type CategoryReader, createCategoryReader } from '@sammen/consent-directive';
import type { GraphQLSchema } from 'graphql';
import type { Supergraph } from '../supergraph/supergraph.js';
import type { Stage } from './stage.js';

/** Works the categories out. It decides nothing: a subgraph that is told too little asks for the rest itself. */
export function categories(supergraph: Supergraph): Stage {
  const readers = new WeakMap<GraphQLSchema, CategoryReader>();

  function readerOf(schema: GraphQLSchema): CategoryReader {
    const reader = readers.get(schema) ?? createCategoryReader(schema, supergraph.generationOf(schema).labels);
    readers.set(schema, reader);
    return reader;
  }

  return {
    name: 'categories',
    onOperation({ schema, document, operation, variables }, state) {
      const operationName = operation.name?.value;
      state.categories = encodeCategories(readerOf(schema)({ document, operationName, variables }));
    },
  };
}
