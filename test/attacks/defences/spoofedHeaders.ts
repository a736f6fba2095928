import type { Defence } from '../../support/defence.js';

export const defences: readonly Defence[] = [
  {
    what: 'the gateway makes its request ids itself',
    why: 'writes to the log whatever a client calls one',
    off: [
      {
        file: 'gateway/src/server.ts',
        find: 'genReqId: () => randomUUID(),',
        replace: `genReqId: ({ headers }) => String(headers['x-request-id'] ?? randomUUID()),`,
      },
    ],
  },
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
];
