import type { Defence } from '../../support/defence.js';

export const needs = ['gateway', 'citizen', 'psychiatry'];

export const defences: readonly Defence[] = [
  {
    what: 'a grant is bound to its request',
    why: 'lets a grant be kept and used again',
    off: [
      {
        file: 'packages/identity/src/assertGrantBoundTo.ts',
        find: `claims.purpose === binding.purpose &&
    claims.rid === binding.requestId;`,
        replace: 'claims.purpose === binding.purpose;',
      },
    ],
  },
  {
    what: 'a grant is bound to its actor',
    why: 'lets one citizen use what another was granted',
    off: [
      {
        file: 'packages/identity/src/assertGrantBoundTo.ts',
        find: 'claims.sub === binding.actorId &&',
        replace: '',
      },
    ],
  },
  {
    what: 'a grant is signed',
    why: 'lets anybody write a grant',
    off: [
      {
        file: 'packages/identity/src/compactJws.ts',
        find: `verify(null, Buffer.from(\`\${header}.\${payload}\`), key, Buffer.from(signature, 'base64url')),`,
        replace: `typeof verify === 'function' && signature !== '',`,
      },
    ],
  },
  {
    what: 'a seal is on one grant',
    why: 'lets whoever was given a grant write another',
    off: [
      {
        file: 'packages/identity/src/grantSeal.ts',
        find: `return timingSafeEqual(macOf(jws, key), Buffer.from(mac, 'base64url'));`,
        replace: `return timingSafeEqual(macOf(jws, key), macOf(jws, key)) && mac !== '';`,
      },
    ],
  },
  {
    what: 'what a caller announces does not count',
    why: 'fills the access log with looks that nobody took',
    off: [
      {
        file: 'packages/subgraph-kit/src/server/createContext.ts',
        find: 'signerOf(request) === null ? null : categoriesOf(',
        replace: 'signerOf === undefined ? null : categoriesOf(',
      },
    ],
  },
];
