import type { Defence } from '../../support/defence.js';

export const defences: readonly Defence[] = [
  {
    what: 'no decision, no data',
    why: 'shows everything while the decision point is away',
    off: [
      {
        file: 'packages/subgraph-kit/src/guard/permits.ts',
        find: `return found.unavailable ? 'UNAVAILABLE' : undefined;`,
        replace: `return found.unavailable ? 'PERMIT' : undefined;`,
      },
    ],
  },
  {
    what: 'a service vouches for its own sector',
    why: 'lets one sector let people in at another',
    off: [
      {
        file: 'subgraphs/citizen/src/routes/relationsRoute.ts',
        find: `if (!kinds.includes(relation.kind)) throw citizenErrors('RELATION_NOT_YOURS');`,
        replace: 'void kinds;',
      },
    ],
  },
];
