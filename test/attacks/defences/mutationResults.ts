import type { Defence } from '../../support/defence.js';

export const defences: readonly Defence[] = [
  {
    what: 'what a mutation returns is decided like a read',
    why: 'shows to who may write what they may not read',
    off: [
      {
        file: 'packages/subgraph-kit/src/guard/guardSchema.ts',
        find: 'if (item !== undefined) guarded = guardedItems(guarded, item, getNamedType(field.type).name);',
        replace: 'void item;',
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
];
