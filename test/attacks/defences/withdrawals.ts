import type { Defence } from '../../support/defence.js';

export const needs = ['gateway', 'citizen', 'psychiatry'];

export const defences: readonly Defence[] = [
  {
    what: 'a withdrawn consent is left out by what is committed',
    why: 'keeps a consent alive that was taken back',
    off: [
      {
        file: 'subgraphs/citizen/src/decision/factTables.ts',
        find: ' AND withdrawn_at IS NULL AND superseded_at IS NULL',
        replace: ' AND superseded_at IS NULL',
      },
    ],
  },
  {
    what: 'what changed since the facts were read is decided again',
    why: 'grants once more what was taken back between the reading of the facts and the entry in the log',
    off: [
      {
        file: 'subgraphs/citizen/src/decision/decideBatch.ts',
        find: 'await decideOnce(questions, await read(statements), appendIfFactsStand)',
        replace: 'await decideOnce(questions, await read(statements), (events) => appendEvents(statements, events))',
      },
    ],
  },
  {
    what: 'facts that are remembered count only while nobody has changed them',
    why: 'grants on for half a minute what was taken back',
    off: [
      {
        file: 'subgraphs/citizen/src/decision/decideBatch.ts',
        find: 'await decideOnce(questions, remembered, appendIfFactsStand)',
        replace: 'await decideOnce(questions, remembered, (events) => appendEvents(statements, events))',
      },
    ],
  },
];
