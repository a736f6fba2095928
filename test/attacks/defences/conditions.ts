import type { Defence } from '../../support/defence.js';

export const needs = ['gateway', 'citizen', 'psychiatry'];

export const defences: readonly Defence[] = [
  {
    what: 'a field is guarded whatever condition selected it',
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
    what: 'what a condition leaves out is not asked for',
    why: 'fills the access log with looks that nobody took',
    off: [
      {
        file: 'packages/consent-directive/src/categoriesOfOperation.ts',
        find: 'if (!isSelected(selection.directives)) continue;',
        replace: 'void isSelected;',
      },
    ],
  },
  {
    what: 'a condition has to be a boolean',
    why: 'leaves it to chance whether a field is selected',
    off: [
      {
        file: 'gateway/src/pipeline/admit.ts',
        find: 'checkVariables(schema, operation, variables);',
        replace: 'void [checkVariables, schema, variables];',
      },
    ],
  },
];
