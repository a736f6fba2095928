import type { Defence } from '../../support/defence.js';

export const needs = ['gateway', 'citizen', 'psychiatry'];

export const defences: readonly Defence[] = [
  {
    what: 'a request decides about a citizen once, for all that it touches',
    why: 'shows half a citizen to who is still permitted the other half',
    off: [
      {
        file: 'packages/subgraph-kit/src/server/consentPlugin.ts',
        find: '...(contextValue.announced ?? [])',
        replace: '...[]',
      },
    ],
  },
  {
    what: 'a withdrawn consent is no fact any more',
    why: 'keeps a consent alive that was taken back',
    off: [
      {
        file: 'subgraphs/citizen/src/decision/factTables.ts',
        find: ' AND withdrawn_at IS NULL AND superseded_at IS NULL',
        replace: ' AND superseded_at IS NULL',
      },
    ],
  },
];
