import type { Defence } from '../../support/defence.js';

export const defences: readonly Defence[] = [
  {
    what: 'a number of nobody is looked up like one of somebody',
    why: 'tells who has a CPR number',
    off: [
      {
        file: 'subgraphs/citizen/src/findByCpr.ts',
        find: 'const citizenId = row!.citizen_id ?? NOBODY;',
        replace: `void NOBODY;
  if (row!.citizen_id === null) return null;
  const citizenId = row!.citizen_id;`,
      },
    ],
  },
  {
    what: 'a reference is decided before it is read',
    why: 'tells whether a record exists',
    off: [
      {
        file: 'packages/subgraph-kit/src/guard/guardReferences.ts',
        find: 'if (category !== undefined) {',
        replace: 'if (category !== undefined && (await resolve(representation, context)) !== null) {',
      },
    ],
  },
  {
    what: 'an id has one spelling',
    why: 'gives one citizen several ids, some of them unknown to blocks',
    off: [
      {
        file: 'packages/subgraph-kit/src/graph/id.ts',
        find: '[0-9a-f]{12}$/;',
        replace: '[0-9a-f]{12}$/i;',
      },
    ],
  },
];
