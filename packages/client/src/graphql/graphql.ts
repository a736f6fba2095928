/** Documents that know their types: checked against the graph's own schema while they are written. */
import { initGraphQLTada } from 'gql.tada';
import type { introspection } from './introspection.js';

/**
 * Makes a document of a template: `graphql('query Name($id: ID!) { citizen(id: $id) { name } }')`. Fragments are given
 * in a list behind it. Their fields are there in the types of whoever spreads them, as they are in the data.
 */
export const graphql = /* @__PURE__ */ initGraphQLTada<{
  introspection: introspection;
  disableMasking: true;
  scalars: { Date: string; DateTime: string };
}>();

export type { FragmentOf, ResultOf, VariablesOf } from 'gql.tada';
