import type { Defence } from '../../support/defence.js';

export const needs = ['gateway', 'citizen', 'psychiatry'];

export const defences: readonly Defence[] = [
  {
    what: 'a consent counts from when it was recorded',
    why: 'a consent that nobody has given yet opens data, and afterwards looks as if it had been there',
    off: [
      {
        file: 'packages/consent/src/choices.ts',
        find: `{ test: 'HOLDS', from: 'recordedAt', to: 'withdrawnAt' },`,
        replace: '',
      },
    ],
  },
  {
    what: 'a consent lifts what was recorded before it',
    why: 'a block that the citizen puts anew is lifted by a consent from before',
    off: [
      {
        file: 'packages/consent/src/rules/denyBlocked.ts',
        find: ` && consent.recordedAt >= block.recordedAt`,
        replace: '',
      },
    ],
  },
  {
    what: 'a consent begins when it is given, or later',
    why: 'a consent claims to have been there when somebody looked',
    off: [
      {
        file: 'subgraphs/citizen/src/write/choiceRules.ts',
        find: `if (validFrom.getTime() < Date.now() - CLOCKS_DIFFER_MS)`,
        replace: `if (validFrom.getTime() < CLOCKS_DIFFER_MS)`,
      },
    ],
  },
  {
    what: 'the database says when a consent was recorded',
    why: 'whoever takes over the application makes yesterday’s look legal',
    off: [
      {
        file: 'subgraphs/citizen/src/migrations/choiceRights.ts',
        find: "GRANT INSERT (${SAID.join(', ')}) ON",
        replace: "GRANT INSERT (recorded_at, ${SAID.join(', ')}) ON",
      },
    ],
  },
  {
    what: 'the application may not rewrite a consent',
    why: 'whoever takes over the application dates consents back, and widens them',
    off: [
      {
        file: 'subgraphs/citizen/src/migrations/choiceRights.ts',
        find: 'GRANT UPDATE (superseded_at, withdrawn_at, withdrawn_by) ON',
        replace: 'GRANT UPDATE, DELETE ON',
      },
    ],
  },
];
