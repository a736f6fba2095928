import type { Defence } from '../../support/defence.js';

export const needs = ['gateway', 'citizen', 'ngo'];

export const defences: readonly Defence[] = [
  {
    what: 'a match that was ended is over at once',
    why: 'whoever visited once reads for as long as the match was planned, or for ever',
    off: [
      {
        file: 'subgraphs/ngo/src/write/matchRelation.ts',
        find: `validTo: endedOn === null ? planned : Date.now() },`,
        replace: `validTo: planned },`,
      },
    ],
  },
  {
    what: 'a relation counts while it holds',
    why: 'whoever ever had to do with a citizen reads on',
    off: [
      {
        file: 'packages/consent/src/control.ts',
        find: `    { test: 'HOLDS', from: 'validFrom', to: 'validTo' },\n`,
        replace: '',
      },
      {
        file: 'subgraphs/citizen/src/decision/factTables.ts',
        find: ` AND (valid_to IS NULL OR valid_to > statement_timestamp())`,
        replace: '',
      },
    ],
  },
  {
    what: 'a volunteer rests on a match of their own',
    why: 'the days that a coordinator still answers for the match would be the volunteer’s as well',
    off: [
      {
        file: 'packages/consent/src/control.ts',
        find: `return [...ofKind, ...relationsOfActor(actor), { test: 'IS', field: 'actorId', value: actor.id }];`,
        replace: `return [...ofKind, ...relationsOfActor(actor)];`,
      },
    ],
  },
];
