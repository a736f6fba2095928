import type { Defence } from '../../support/defence.js';

export const needs = ['gateway', 'citizen', 'psychiatry'];

export const defences: readonly Defence[] = [
  {
    what: 'a number that is in use names its holder',
    why: 'opens the record of who had the number before',
    off: [
      {
        file: 'subgraphs/citizen/src/findByCpr.ts',
        find: 'ORDER BY valid_to DESC NULLS FIRST LIMIT 1',
        replace: 'ORDER BY valid_to ASC NULLS LAST LIMIT 1',
      },
    ],
  },
  {
    what: 'so it does for the systems of authorities',
    why: 'files a message about one person under another',
    off: [
      {
        file: 'subgraphs/citizen/src/routes/identifyRoute.ts',
        find: 'ORDER BY valid_to DESC NULLS FIRST LIMIT 1',
        replace: 'ORDER BY valid_to ASC NULLS LAST LIMIT 1',
      },
    ],
  },
  {
    what: 'nobody shares a number',
    why: 'leaves it to chance whom a number names',
    off: [
      {
        file: 'subgraphs/citizen/src/migrations/createCitizen.ts',
        find: 'CREATE UNIQUE INDEX cpr_number_holder',
        replace: 'CREATE INDEX cpr_number_holder',
      },
    ],
  },
];
