import type { Defence } from '../../support/defence.js';

export const needs = ['gateway', 'citizen', 'psychiatry'];

export const defences: readonly Defence[] = [
  {
    what: 'a field without a label does not compose',
    why: 'serves a new field to everybody',
    off: [
      {
        file: 'packages/consent-directive/src/checks/checkFields.ts',
        find: `else if (!isInterfaceType(type)) report('UNLABELLED'`,
        replace: `else if (coordinate === '') report('UNLABELLED'`,
      },
    ],
  },
  {
    what: 'a subgraph with such a field does not start',
    why: 'serves a new field of a subgraph that was never composed',
    off: [
      {
        file: 'packages/subgraph-kit/src/guard/guardSchema.ts',
        find: `if (label === undefined) throw undeclared(type, field, '@consent or @public');
  return label;`,
        replace: `return label ?? 'PUBLIC';`,
      },
    ],
  },
];
