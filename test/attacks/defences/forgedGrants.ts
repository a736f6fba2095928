import type { Defence } from '../../support/defence.js';

export const needs = ['citizen', 'psychiatry'];

export const defences: readonly Defence[] = [
  {
    what: 'a grant is bound to actor, role, organisation, purpose and request',
    why: 'lets one person’s grant open the same for anybody',
    off: [
      {
        file: 'packages/identity/src/assertGrantBoundTo.ts',
        find: 'if (!isBound) throw',
        replace: `if (!isBound && claims.sub === '') throw`,
      },
    ],
  },
  {
    what: 'a grant ends',
    why: 'lets a decision outlive the consent that it rested on',
    off: [
      {
        file: 'packages/identity/src/grantVerifier.ts',
        find: 'if (claims.exp <= now || claims.iat',
        replace: 'if (claims.iat',
      },
    ],
  },
];
