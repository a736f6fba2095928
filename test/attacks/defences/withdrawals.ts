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
    why: 'grants once more what was taken back after the facts were read, a moment ago or for the question before',
    off: [
      {
        file: 'subgraphs/citizen/src/decision/decideBatch.ts',
        find: `return appendEventsIf(statements, { name: 'if_facts_stand', parameters }, events);`,
        replace: `void [parameters, appendEventsIf];
    return appendEvents(statements, events);`,
      },
    ],
  },
];
