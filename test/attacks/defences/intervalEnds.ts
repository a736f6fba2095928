import type { Defence } from '../../support/defence.js';

export const needs = ['gateway', 'citizen', 'psychiatry'];

export const defences: readonly Defence[] = [
  {
    what: 'what has ended does not count',
    why: 'keeps every consent and mandate for ever',
    off: [
      {
        file: 'packages/consent/src/interval.ts',
        find: 'return from <= at && (to === null || at < to);',
        replace: 'return from <= at || to === -1;',
      },
    ],
  },
  {
    what: 'what has not begun does not count',
    why: 'lets a consent count before it was meant to',
    off: [
      {
        file: 'packages/consent/src/interval.ts',
        find: 'return from <= at && (to === null || at < to);',
        replace: 'return to === null || (at < to && from !== -1);',
      },
    ],
  },
];
