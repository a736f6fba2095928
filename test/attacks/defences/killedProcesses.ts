import type { Defence } from '../../support/defence.js';

export const needs = ['gateway', 'citizen', 'psychiatry'];

export const defences: readonly Defence[] = [
  {
    what: 'nothing is granted before its event is committed',
    why: 'shows data that the access log says nothing of',
    off: [
      {
        file: 'subgraphs/citizen/src/decision/decideBatch.ts',
        find: 'await append(events.flat(), snapshot);',
        replace: 'await append(events.flat().slice(1), snapshot);',
      },
    ],
  },
];
