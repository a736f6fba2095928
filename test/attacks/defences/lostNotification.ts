import type { Defence } from '../../support/defence.js';

export const needs = ['gateway', 'citizen', 'psychiatry'];

export const defences: readonly Defence[] = [
  {
    what: 'what the decision point did not take is told again',
    why: 'loses the end of a relation for ever',
    off: [
      {
        file: 'packages/subgraph-kit/src/relations/relationReporter.ts',
        find: 'if (answer.statusCode >= 300) throw',
        replace: 'if (answer.statusCode >= 600) throw',
      },
    ],
  },
  {
    what: 'what waits is delivered without a further write',
    why: 'lets the end of a relation wait for the next one',
    off: [
      {
        file: 'packages/subgraph-kit/src/relations/relationReporter.ts',
        find: 'setInterval(() => void deliver(), RETRY_MS)',
        replace: 'setInterval(() => void RETRY_MS, 60_000)',
      },
    ],
  },
  {
    what: 'an event counts once',
    why: 'lets an old word, told again, begin a relation that ended',
    off: [
      {
        file: 'subgraphs/citizen/src/routes/relationsRoute.ts',
        find: 'if (fresh.length === 0) return;',
        replace: 'void fresh;',
      },
    ],
  },
];
