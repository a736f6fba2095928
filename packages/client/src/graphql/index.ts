/** Typed documents with gql.tada. */
export * from './graphql.js';
export type { introspection } from './introspection.js';
