import type { Defence } from '../../support/defence.js';

export const needs = ['gateway', 'citizen', 'psychiatry'];

export const defences: readonly Defence[] = [
  {
    what: 'a document has a limit of words',
    why: 'lets one request keep a process busy for as long as it likes',
    off: [
      {
        file: 'gateway/src/apolloServer.ts',
        find: 'parseOptions: { maxTokens: MAX_TOKENS, noLocation: false },',
        replace: 'parseOptions: { noLocation: MAX_TOKENS < 0 },',
      },
      {
        file: 'packages/subgraph-kit/src/server/createServer.ts',
        find: 'parseOptions: { maxTokens: MAX_TOKENS },',
        replace: 'parseOptions: { noLocation: MAX_TOKENS < 0 },',
      },
    ],
  },
  {
    what: 'an address is not quoted',
    why: 'sends back, and lets proxies keep, what was written into an address',
    off: [
      {
        file: 'packages/subgraph-kit/src/server/createServer.ts',
        find: `server.setNotFoundHandler(() => {
    throw kitError('ROUTE_UNKNOWN');
  });`,
        replace: 'void kitError;',
      },
    ],
  },
];
