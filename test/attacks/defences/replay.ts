import type { Defence } from '../../support/defence.js';

export const defences: readonly Defence[] = [
  {
    what: 'a signed call counts once',
    why: 'does twice what was meant once',
    off: [
      {
        file: 'packages/identity/src/serviceVerifier.ts',
        find: `if (admission === 'SEEN') throw`,
        replace: `if (admission === 'SEEN' && to < 0) throw`,
      },
    ],
  },
  {
    what: 'a signature is for one caller, purpose and request',
    why: 'lends what the gateway said of one caller to another',
    off: [
      {
        file: 'packages/identity/src/serviceVerifier.ts',
        find: 'caller === digestOfCaller(call.caller) &&',
        replace: '',
      },
    ],
  },
  {
    what: 'a signature is for exactly these bytes',
    why: 'lets a question be changed under its signature',
    off: [
      {
        file: 'packages/identity/src/serviceVerifier.ts',
        find: 'body === digestOf(call.body);',
        replace: `body !== '';`,
      },
    ],
  },
  {
    what: 'a signature lives for seconds',
    why: 'keeps a recorded call good for ever',
    off: [
      {
        file: 'packages/identity/src/serviceVerifier.ts',
        find: 'if (to - from > SERVICE_CALL_LIFETIME || from > now + CLOCK_TOLERANCE || to <= now) {',
        replace: 'if (to < 0 || from > now + 1e9) {',
      },
    ],
  },
  {
    what: 'a signature is for one service, made with a key that only it and the caller have',
    why: 'takes a call to another service, or one that nobody signed, for one to this',
    off: [
      {
        file: 'packages/identity/src/serviceVerifier.ts',
        find: 'aud === audience &&',
        replace: '',
      },
      {
        file: 'packages/identity/src/pairwiseKeys.ts',
        find: 'const own = ring.find(direction.to);',
        replace: `const own = use === 'sammen-call+jwt' ? ring.signing().key : ring.find(direction.to);`,
      },
      {
        file: 'packages/identity/src/callJws.ts',
        find: `if (!timingSafeEqual(right, Buffer.from(signature, 'base64url'))) return null;`,
        replace: 'void [timingSafeEqual, right, signature];',
      },
    ],
  },
];
