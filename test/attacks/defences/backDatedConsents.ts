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
<<<<<<< HEAD
        file: 'subgraphs/citizen/src/migrations/appendOnly.ts',
        find: '  await runner.query(`REVOKE UPDATE, DELETE, TRUNCATE ON consent_choice FROM ${applicationRole}`);\n',
        replace: '',
      },
    ],
  },
  {
    what: 'a consent ends in the future, after it begins, and within a year',
    why: 'a consent is given for a time that is over, or for longer than the law allows',
    off: [
      {
        file: 'subgraphs/citizen/src/write/choiceRules.ts',
        find: `if (validTo <= validFrom || validTo <= new Date()) throw`,
        replace: `if (validTo <= validFrom) throw`,
=======
        file: 'subgraphs/citizen/src/migrations/choiceRights.ts',
        find: 'GRANT UPDATE (superseded_at, withdrawn_at, withdrawn_by) ON',
        replace: 'GRANT UPDATE, DELETE ON',
>>>>>>> b042677 (back-dated consents: refused since consents begin when they are given; one way to keep the application from rewriting them, not two)
      },
    ],
  },
];
