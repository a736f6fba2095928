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
    what: 'a body with a prototype in it is refused by the gateway',
    why: 'lets a request put words into objects that it does not own',
    off: [
      {
        file: 'gateway/src/server.ts',
        find: 'bodyLimit: MAX_BODY_BYTES,',
        replace: `bodyLimit: MAX_BODY_BYTES,
    onProtoPoisoning: 'ignore',
    onConstructorPoisoning: 'ignore',`,
      },
    ],
  },
  {
    what: 'and by a subgraph',
    why: 'lets a caller put words into objects that it does not own',
    off: [
      {
        file: 'packages/subgraph-kit/src/server/signedCalls.ts',
        find: `server.getDefaultJsonParser('error', 'error')`,
        replace: `server.getDefaultJsonParser('ignore', 'ignore')`,
      },
    ],
  },
];
