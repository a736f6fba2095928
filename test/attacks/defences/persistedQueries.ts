import type { Defence } from '../../support/defence.js';

export const needs = ['gateway', 'citizen', 'psychiatry'];

export const defences: readonly Defence[] = [
  {
    what: 'the gateway keeps no documents by hash',
    why: 'lets a hash stand for a document that nobody admitted under it',
    off: [{ file: 'gateway/src/apolloServer.ts', find: 'persistedQueries: false,', replace: 'persistedQueries: {},' }],
  },
];
