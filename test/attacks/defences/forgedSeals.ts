import type { Defence } from '../../support/defence.js';

export const needs = ['citizen', 'psychiatry'];

export const defences: readonly Defence[] = [
  {
    what: 'only the decision point seals grants',
    why: 'lets every sector grant itself what another one holds',
    off: [
      {
        file: 'packages/identity/src/grantSeal.ts',
        find: 'if (serviceOfKeyId(from) !== DECISION_POINT) return null;',
        replace: `if (serviceOfKeyId(from) === '' && DECISION_POINT) return null;`,
      },
    ],
  },
  {
    what: 'a seal is on one grant, by a key that two services have',
    why: 'makes any seal as good as the decision point’s',
    off: [
      {
        file: 'packages/identity/src/grantSeal.ts',
        find: "return timingSafeEqual(macOf(jws, key), Buffer.from(mac, 'base64url'));",
        replace: "return macOf(jws, key).length === Buffer.from(mac, 'base64url').length;",
      },
    ],
  },
  {
    what: 'a key for calls seals no grants',
    why: 'makes whatever signs calls a decision point',
    off: [
      {
        file: 'packages/identity/src/sharedKey.ts',
        find: 'const names = `${use}\\n${from}\\n${to}`;',
        replace: 'const names = `sammen-call+jwt\\n${from}\\n${to}`;',
      },
    ],
  },
];
