import type { Defence } from '../../support/defence.js';

export const needs = ['gateway', 'citizen', 'psychiatry'];

export const defences: readonly Defence[] = [
  {
    what: 'the gateway takes no batches',
    why: 'lets one request carry any number of operations past the limits of one',
    off: [
      {
        file: 'gateway/src/apolloServer.ts',
        find: 'allowBatchedHttpRequests: false,',
        replace: 'allowBatchedHttpRequests: true,',
      },
    ],
  },
  {
    what: 'a subgraph takes no batches',
    why: 'lets one request carry any number of operations past the limits of one',
    off: [
      {
        file: 'packages/subgraph-kit/src/server/createServer.ts',
        find: 'csrfPrevention: true,',
        replace: `csrfPrevention: true,
    allowBatchedHttpRequests: true,`,
      },
    ],
  },
  {
    what: 'the operation that runs is the one that needs a purpose',
    why: 'lets an operation about the graph lend its freedom to another',
    off: [
      {
        file: 'gateway/src/pipeline/purpose.ts',
        find: 'isIntrospection(operation, document)',
        replace: 'isIntrospection(document.definitions[0] as typeof operation, document)',
      },
    ],
  },
  {
    what: 'the operation that runs is the one that is decided',
    why: 'shows every field of every citizen to whoever asks',
    off: [
      {
        file: 'packages/subgraph-kit/src/guard/guardedField.ts',
        find: `if (verdict !== 'PERMIT') {`,
        replace: `if (verdict === 'UNAVAILABLE') {`,
      },
    ],
  },
];
