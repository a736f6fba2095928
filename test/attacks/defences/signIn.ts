import type { Defence } from '../../support/defence.js';

export const needs = ['citizen'];

const PROVIDER = 'packages/development-issuer/src/provider.ts';
const SERVER = 'packages/development-issuer/src/server.ts';
const SIGN_OUT = 'packages/development-issuer/src/signOut.ts';

export const defences: readonly Defence[] = [
  {
    what: 'a code needs the verifier of whoever asked for it',
    why: 'whoever overhears the address that a browser comes back to is that person',
    off: [{ file: PROVIDER, find: 'pkce: { required: () => true },', replace: 'pkce: { required: () => false },' }],
  },
  {
    what: 'a refresh token is used once',
    why: 'a copy of one works beside the person for as long as they are signed in, and nobody notices',
    off: [{ file: PROVIDER, find: 'rotateRefreshToken: () => true,', replace: 'rotateRefreshToken: () => false,' }],
  },
  {
    what: 'only the pages exchange tokens',
    why: 'any website that a person visits reads what the issuer answers',
    off: [
      {
        file: PROVIDER,
        find: '(_ctx, origin) => config.pageOrigins.includes(origin)',
        replace: '() => true',
      },
    ],
  },
  {
    what: 'signing out ends the other browsers too',
    why: 'whoever signs out because somebody else is at it does not get them out',
    off: [
      {
        file: SIGN_OUT,
        find: 'if (accountId !== undefined) store.forget(accountId);',
        replace: 'void accountId;',
      },
    ],
  },
  {
    what: 'nobody is signed out by an address alone',
    why: 'any website signs people out everywhere by a picture that it shows',
    off: [
      {
        file: SIGN_OUT,
        find: 'session?.accountId === undefined || hintedBy(ctx) !== session.accountId',
        replace: 'session?.accountId === undefined',
      },
    ],
  },
  {
    what: 'the issuer answers under its own name only',
    why: 'a website whose name is made to point at this machine signs itself in as anybody',
    off: [{ file: SERVER, find: 'return void (ctx.status = 421);', replace: 'void 421;' }],
  },
  {
    what: 'the development issuer refuses production',
    why: 'everybody is whoever they choose to be',
    off: [
      {
        file: 'packages/identity/src/developmentIssuer.ts',
        find: `if (options.production) throw identityError('DEVELOPMENT_ISSUER_REFUSED');`,
        replace: '',
      },
    ],
  },
];
