/**
 * Which categories the whole operation touches: every subgraph is told, so that the first one to ask the decision point
 * asks for all, and a request makes one decision and one ledger event per citizen.
 */
import { encodeCategories } from '@sammen/consent';
import { categoriesOfOperation } from '@sammen/consent-directive';
import type { Supergraph } from '../supergraph/supergraph.js';
import type { Stage } from './stage.js';

/** Works the categories out. It decides nothing: a subgraph that is told too little asks for the rest itself. */
export function categories(supergraph: Supergraph): Stage {
  return {
    name: 'categories',
    onOperation({ schema, document, operation, variables }, state) {
      const { labels } = supergraph.generationOf(schema);
      const operationName = operation.name?.value;
      state.categories = encodeCategories(
        categoriesOfOperation({ schema, labels, document, operationName, variables }),
      );
    },
  };
}
