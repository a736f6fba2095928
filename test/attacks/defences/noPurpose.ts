import type { Defence } from '../../support/defence.js';

export const needs = ['gateway', 'citizen', 'psychiatry'];

export const defences: readonly Defence[] = [
  {
    what: 'a purpose has to be one of the role',
    why: 'lets a professional choose whatever purpose opens most',
    off: [
      {
        file: 'packages/subgraph-kit/src/server/createContext.ts',
        find: 'if (purpose === undefined || !allowed.includes(purpose)) {',
        replace: 'if (purpose === undefined) {',
      },
    ],
  },
  {
    what: 'a professional without a purpose is refused by a subgraph',
    why: 'lets a professional look without saying why',
    off: [
      {
        file: 'packages/subgraph-kit/src/server/createContext.ts',
        find: `if (only === 'SELF_ACCESS' || only === 'REPRESENTATION') return only;`,
        replace: 'if (only !== undefined) return only;',
      },
    ],
  },
  {
    what: 'a professional without a purpose is refused by the gateway',
    why: 'starts an operation that says nothing of why',
    off: [
      {
        file: 'gateway/src/pipeline/purpose.ts',
        find: `if (allowed.length > 0) throw refusal('PURPOSE_REQUIRED', allowed);`,
        replace: 'void allowed;',
      },
    ],
  },
  {
    what: 'the cap of a role is one per purpose',
    why: 'lets any purpose open what one of them does',
    off: [
      {
        file: 'packages/consent/src/caps.ts',
        find: 'return ROLE_CAPS[role][purpose]?.includes(category) ?? false;',
        replace: 'return Object.values(ROLE_CAPS[role]).some((all) => all.includes(category)) || purpose === null;',
      },
    ],
  },
];
