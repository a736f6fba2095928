import type { Defence } from '../../support/defence.js';

export const defences: readonly Defence[] = [
  {
    what: 'digits in the name of an operation are not logged',
    why: 'writes CPR numbers to the log of the gateway',
    off: [
      {
        file: 'gateway/src/graphqlRoutes.ts',
        find: `.replace(DIGITS, '#')`,
        replace: '.replace(/^$/, String(DIGITS))',
      },
    ],
  },
  {
    what: 'an error is logged by its class and place, not by its message',
    why: 'writes values of the database to the log of a subgraph',
    off: [
      {
        file: 'packages/subgraph-kit/src/server/formatError.ts',
        find: 'return [cause.name, code, frame?.trim()]',
        replace: 'return [cause.name, cause.message, code, frame?.trim()]',
      },
    ],
  },
  {
    what: 'a subgraph makes its request ids itself',
    why: 'writes to the log whatever a caller calls one',
    off: [
      {
        file: 'packages/subgraph-kit/src/server/createServer.ts',
        find: 'genReqId: () => randomUUID(),',
        replace: `genReqId: ({ headers }) => String(headers['x-request-id'] ?? randomUUID()),`,
      },
    ],
  },
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
    what: 'PostgreSQL logs its own life only',
    why: 'writes the values of failing statements to its log',
    off: [
      {
        file: 'packages/local-postgres/src/settings.ts',
        find: `log_min_messages: 'log',`,
        replace: `log_min_messages: 'error',`,
      },
    ],
  },
];
