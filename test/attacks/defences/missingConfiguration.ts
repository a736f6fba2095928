import type { Defence } from '../../support/defence.js';

export const needs = ['gateway', 'citizen', 'psychiatry'];

export const defences: readonly Defence[] = [
  {
    what: 'a subgraph that lacks a key does not start',
    why: 'starts with an open default',
    off: [
      {
        file: 'packages/subgraph-kit/src/config.ts',
        find: 'if (faults.length > 0) throw kitError(',
        replace: 'if (faults.length < 0) throw kitError(',
      },
    ],
  },
];
