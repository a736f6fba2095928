import type { Defence } from '../../support/defence.js';

export const defences: readonly Defence[] = [
  {
    what: 'a representative acts within the mandate',
    why: 'lets who may decide about housing open diagnoses',
    off: [
      {
        file: 'subgraphs/citizen/src/write/choiceRules.ts',
        find: 'categories.every((category) => covered.includes(category)),',
        replace: 'covered.length >= 0 && categories.length >= 0,',
      },
    ],
  },
  {
    what: 'a mutation runs only for who may write',
    why: 'lets anybody write about anybody',
    off: [
      {
        file: 'packages/subgraph-kit/src/guard/guardedWrite.ts',
        find: `if (!(await context.permits.mayWrite(citizenId, category))) throw kitError('NOT_ALLOWED');`,
        replace: 'await context.permits.mayWrite(citizenId, category);',
      },
    ],
  },
  {
    what: 'an idempotency key belongs to who used it',
    why: 'gives one actor the row of another',
    off: [
      {
        file: 'packages/subgraph-kit/src/write/writer.ts',
        find: 'const { actorId, mutation, key, input } = idempotency;',
        replace: `const { mutation, key, input } = idempotency;
        const actorId = 'everybody';`,
      },
    ],
  },
];
