import type { Defence } from '../../support/defence.js';

export const needs = ['gateway', 'citizen', 'psychiatry'];

export const defences: readonly Defence[] = [
  {
    what: 'a withdrawn consent is left out by what is committed',
    why: 'keeps a consent alive that was taken back',
    off: [
      {
        file: 'subgraphs/citizen/src/decision/readFacts.ts',
        find: ' AND f.withdrawn_at IS NULL AND f.superseded_at IS NULL',
        replace: ' AND f.superseded_at IS NULL',
      },
    ],
  },
];
