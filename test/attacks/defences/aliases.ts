import type { Defence } from '../../support/defence.js';

export const needs = ['gateway', 'citizen', 'psychiatry'];

export const defences: readonly Defence[] = [
  {
    what: 'a field is guarded by what it is, not by what it is called',
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
    what: 'no field passes for the type of its object',
    why: 'joins and checks records by what somebody wrote into them',
    off: [
      {
        file: 'gateway/src/pipeline/admit.ts',
        find: 'assertAliases(document);',
        replace: 'void assertAliases;',
      },
    ],
  },
  {
    what: 'an operation has a limit of aliases',
    why: 'lets one request ask for the same thing any number of times',
    off: [
      {
        file: 'gateway/src/pipeline/admit.ts',
        find: 'aliases: 100,',
        replace: 'aliases: 100_000,',
      },
    ],
  },
];
