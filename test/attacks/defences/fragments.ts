import type { Defence } from '../../support/defence.js';

export const needs = ['gateway', 'citizen', 'psychiatry'];

export const defences: readonly Defence[] = [
  {
    what: 'a field is guarded wherever a fragment selects it',
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
    what: 'a reference is decided before it is read',
    why: 'shows any record whose key is known',
    off: [
      {
        file: 'packages/subgraph-kit/src/guard/guardReferences.ts',
        find: `if (verdict !== 'PERMIT') {`,
        replace: `if (verdict === 'UNAVAILABLE') {`,
      },
    ],
  },
  {
    what: 'a guarded field on an interface does not compose',
    why: 'lets a field be reached whose owner nobody can tell beforehand',
    off: [
      {
        file: 'packages/consent-directive/src/checks/checkFields.ts',
        find: `report('ON_INTERFACE', coordinate, 'Move the field to the object types.');`,
        replace: 'void 0;',
      },
    ],
  },
];
