import type { Defence } from '../../support/defence.js';

export const needs = ['gateway', 'citizen', 'psychiatry'];

export const defences: readonly Defence[] = [
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
    what: 'an id has the shape of an id',
    why: 'lets anything be asked of the database as an id',
    off: [
      {
        file: 'packages/subgraph-kit/src/guard/guardReferences.ts',
        find: `if (typeName === 'Citizen') assertId(representation['id'], 'id');`,
        replace: '',
      },
    ],
  },
  {
    what: 'a representation names an entity',
    why: 'lets a representation reach what is none',
    off: [
      {
        file: 'packages/subgraph-kit/src/guard/guardReferences.ts',
        find: `if (typeof typeName !== 'string' || !isEntity(typeName)) {`,
        replace: `if (typeName === '') {`,
      },
    ],
  },
  {
    what: 'a request asks about a limited number of citizens',
    why: 'lets one request go through everybody',
    off: [
      {
        file: 'packages/subgraph-kit/src/guard/permits.ts',
        find: 'if (subjects.length > MAX_CITIZENS_PER_QUESTION) throw',
        replace: 'if (subjects.length < 0) throw',
      },
    ],
  },
];
