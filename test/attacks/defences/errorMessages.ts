import type { Defence } from '../../support/defence.js';

export const needs = ['gateway', 'citizen', 'psychiatry'];

export const defences: readonly Defence[] = [
  {
    what: 'an error that nobody declared is masked',
    why: 'sends values, statements and places in the code to the client',
    off: [
      {
        file: 'packages/subgraph-kit/src/server/formatError.ts',
        find: `const internal = kitError('INTERNAL');`,
        replace: `if (formatted.message !== '') return formatted;
    const internal = kitError('INTERNAL');`,
      },
    ],
  },
  {
    what: 'an error about a variable names it and does not quote it',
    why: 'sends back what was typed, CPR numbers among it',
    off: [
      {
        file: 'packages/subgraph-kit/src/server/formatError.ts',
        find: `if (code === 'BAD_USER_INPUT') {`,
        replace: `if (code === 'BAD_USER_INPUT') return formatted;
    if (code === '-') {`,
      },
    ],
  },
];
