import type { Defence } from '../../support/defence.js';

export const needs = ['gateway', 'citizen', 'psychiatry', 'municipality'];

export const defences: readonly Defence[] = [
  {
    what: 'a coordinate carries the same label in every subgraph',
    why: 'lets one subgraph open what another guards',
    off: [
      {
        file: 'packages/consent-directive/src/checkLabels.ts',
        find: 'return [...violations, ...checkAgreement(schemas)];',
        replace: 'return [...violations, ...checkAgreement(new Map())];',
      },
    ],
  },
  {
    what: 'what a directive selects is covered by the field that carries it',
    why: 'hands guarded values along past their guard',
    off: [
      {
        file: 'packages/consent-directive/src/checks/checkSelections.ts',
        find: '.filter((guarded) => labels(guarded) !== own);',
        replace: '.filter((guarded) => labels(guarded) !== own && own === undefined);',
      },
    ],
  },
  {
    what: 'a reference is decided before it is read',
    why: 'shows the record to whoever knows its key',
    off: [
      {
        file: 'packages/subgraph-kit/src/guard/guardReferences.ts',
        find: `if (verdict !== 'PERMIT') {`,
        replace: `if (verdict === 'UNAVAILABLE') {`,
      },
    ],
  },
];
