import type { Defence } from '../../support/defence.js';

export const needs = ['gateway', 'citizen', 'psychiatry', 'municipality'];

export const defences: readonly Defence[] = [
  {
    what: 'a field that is withheld is not read, whoever requires it',
    why: 'carries the version of a description that is not shared to psychiatry, and what it says of it back',
    off: [
      {
        file: 'packages/subgraph-kit/src/guard/guardedField.ts',
        find: `if (verdict !== 'PERMIT') {`,
        replace: `if (verdict === 'UNAVAILABLE') {`,
      },
    ],
  },
];
