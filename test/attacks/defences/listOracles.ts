import type { Defence } from '../../support/defence.js';

export const defences: readonly Defence[] = [
  {
    what: 'a work list counts what may be seen',
    why: 'counts those who are hidden',
    off: [
      {
        file: 'subgraphs/psychiatry/src/resolvers/wardResolver.ts',
        find: 'const visible = here.filter(({ citizenId }) => permitted.has(citizenId));',
        replace: 'const visible = permitted.size < 0 ? [] : here;',
      },
    ],
  },
  {
    what: 'a cursor has to be one of the list',
    why: 'tells by a page whether somebody is behind it',
    off: [
      {
        file: 'subgraphs/citizen/src/caseload/caseloadPage.ts',
        find: `if (afterId !== null && visible.shift() !== afterId) throw kitError('INVALID_CURSOR', { field: 'after' });`,
        replace: 'if (afterId !== null) visible.shift();',
      },
    ],
  },
];
