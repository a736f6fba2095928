import type { Defence } from '../../support/defence.js';

export const needs = ['gateway', 'citizen', 'psychiatry'];

export const defences: readonly Defence[] = [
  {
    what: 'an alias is a word like any other',
    why: 'shows every field of every citizen to whoever asks',
    off: [
      {
        file: 'packages/subgraph-kit/src/guard/guardedField.ts',
        find: `if (verdict !== 'PERMIT') {`,
        replace: `if (verdict === 'UNAVAILABLE') {`,
      },
    ],
  },
  {
    what: 'a body with a prototype in it is refused',
    why: 'lets a request put words into objects that it does not own',
    off: [
      {
        file: 'packages/subgraph-kit/src/server/createServer.ts',
        find: 'bodyLimit: BODY_LIMIT,',
        replace: `bodyLimit: BODY_LIMIT, onProtoPoisoning: 'ignore', onConstructorPoisoning: 'ignore',`,
      },
      {
        file: 'gateway/src/server.ts',
        find: 'bodyLimit: MAX_BODY_BYTES,',
        replace: `bodyLimit: MAX_BODY_BYTES,
    onProtoPoisoning: 'ignore',
    onConstructorPoisoning: 'ignore',`,
      },
    ],
  },
];
