import type { Defence } from '../../support/defence.js';

export const needs = ['gateway', 'citizen', 'psychiatry', 'municipality'];

export const defences: readonly Defence[] = [
  {
    what: 'a mandate shows what it covers',
    why: 'whoever keeps the accounts reads the diagnoses',
    off: [
      {
        file: 'packages/consent/src/rules/permitSelf.ts',
        find: `return [...mandatesOf(actorId), { test: 'HAS', field: 'categories', value: category }];`,
        replace: `return category === undefined ? [] : mandatesOf(actorId);`,
      },
    ],
  },
  {
    what: 'a mandate gives consents, changes and answers within what it covers',
    why: 'whoever keeps the accounts lets a friend read the diagnoses',
    off: [
      {
        file: 'subgraphs/citizen/src/write/choiceRules.ts',
        find: `categories.every((category) => covered.includes(category))`,
        replace: `covered.length + categories.length > 0`,
      },
    ],
  },
];
