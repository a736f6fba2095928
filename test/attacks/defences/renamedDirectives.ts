import type { Defence } from '../../support/defence.js';

export const needs = ['gateway', 'citizen', 'psychiatry'];

export const defences: readonly Defence[] = [
  {
    what: 'a label keeps its name',
    why: 'lets a team believe that a field is guarded which nobody guards',
    off: [
      {
        file: 'packages/consent-directive/src/checks/checkLinks.ts',
        find: 'if (as !== name) report(',
        replace: `if (as === '') report(`,
      },
    ],
  },
  {
    what: 'a label is composed into the graph',
    why: 'hides labels from the gateway and from whoever checks the graph',
    off: [
      {
        file: 'packages/consent-directive/src/checks/checkLinks.ts',
        find: 'if (!composed.includes(name)) report(',
        replace: `if (name === '') report(`,
      },
    ],
  },
];
