import type { Defence } from '../../support/defence.js';

export const defences: readonly Defence[] = [
  {
    what: 'what is withheld of a list is said at its place',
    why: 'says of one citizen what is withheld of another',
    off: [
      {
        file: 'packages/subgraph-kit/src/guard/guardReferences.ts',
        find: 'context.withheld.add(info, context.permits.view(category, verdict), places.get(representation));',
        replace: 'context.withheld.add(info, context.permits.view(category, verdict), 0);',
      },
    ],
  },
  {
    what: 'a decision is remembered by citizen',
    why: 'shows everybody as soon as one of a list may be seen',
    off: [
      {
        file: 'packages/subgraph-kit/src/guard/permits.ts',
        find: `const look = (citizenId: string, category: DataCategory): Verdict | undefined => {
    const found = known.get(citizenId);`,
        replace: `const look = (citizenId: string, category: DataCategory): Verdict | undefined => {
    const found = known.get(citizenId) && [...known.values()].find(({ permitted }) => permitted.has(category));`,
      },
    ],
  },
];
