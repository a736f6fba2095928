import type { Defence } from '../../support/defence.js';

export const needs = ['gateway', 'citizen', 'psychiatry'];

export const defences: readonly Defence[] = [
  {
    what: 'the gateway looks at every answer again, by the labels of the supergraph',
    why: 'shows whatever a subgraph forgets to withhold',
    off: [
      {
        file: 'gateway/src/recheck/recheckPlan.ts',
        find: `return label === 'PUBLIC' ? undefined : label;`,
        replace: `return label === 'PUBLIC' ? undefined : undefined;`,
      },
    ],
  },
  {
    what: 'a grant that comes back counts for this actor, purpose and request only',
    why: 'lets a subgraph open what it was told for somebody else',
    off: [
      {
        file: 'gateway/src/recheck/requestGrants.ts',
        find: 'if (binding) assertGrantBoundTo(claims, binding);',
        replace: 'void assertGrantBoundTo;',
      },
    ],
  },
  {
    what: 'rows under a guarded field are those of the citizen above',
    why: 'shows one citizen’s rows as another’s',
    off: [
      {
        file: 'gateway/src/recheck/recheckData.ts',
        find: 'if (!isTheirs && via && via.guards.length > 0)',
        replace: 'if (!isTheirs && via && via.guards.length > 99)',
      },
    ],
  },
];
