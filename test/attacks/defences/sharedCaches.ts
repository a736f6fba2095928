import type { Defence } from '../../support/defence.js';

export const needs = ['gateway', 'citizen', 'psychiatry'];

export const defences: readonly Defence[] = [
  {
    what: 'what is decided is known to one request only',
    why: 'shows to everybody what anybody was permitted',
    off: [
      {
        file: 'packages/subgraph-kit/src/guard/knowledge.ts',
        find: 'const known = new Map<string, Known>();',
        replace: `const known = ((globalThis as { shared?: Map<string, Known> }).shared ??= new Map<string, Known>());`,
      },
    ],
  },
  {
    what: 'what is decided is kept by citizen',
    why: 'shows of every citizen what may be seen of one',
    off: [
      {
        file: 'packages/subgraph-kit/src/guard/knowledge.ts',
        find: 'let found = known.get(citizenId);',
        replace: `citizenId = citizenId.slice(8, 9);
    let found = known.get(citizenId);`,
      },
      {
        file: 'packages/subgraph-kit/src/guard/permits.ts',
        find: `  const look = (citizenId: string, category: DataCategory): Verdict | undefined => {
    const found = known.get(citizenId);`,
        replace: `  const look = (citizenId: string, category: DataCategory): Verdict | undefined => {
    const found = known.get(citizenId.slice(8, 9));`,
      },
    ],
  },
];
