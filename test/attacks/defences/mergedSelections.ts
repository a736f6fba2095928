import type { Defence } from '../../support/defence.js';

export const needs = ['gateway', 'citizen', 'psychiatry'];

export const defences: readonly Defence[] = [
  {
    what: 'each selection is decided for the citizen whom it is about',
    why: 'shows every field of every citizen to whoever asks',
    off: [
      {
        file: 'packages/subgraph-kit/src/guard/guardedField.ts',
        find: `if (verdict !== 'PERMIT') {`,
        replace: `if (verdict === 'UNAVAILABLE') {`,
      },
    ],
  },
  {
    what: 'selections that do not merge are refused',
    why: 'lets one name stand for two citizens',
    off: [
      {
        file: 'gateway/src/apolloServer.ts',
        find: 'hideSchemaDetailsFromClientErrors: true,',
        replace: `hideSchemaDetailsFromClientErrors: true,
    dangerouslyDisableValidation: true,`,
      },
      {
        file: 'packages/subgraph-kit/src/server/createServer.ts',
        find: 'csrfPrevention: true,',
        replace: `csrfPrevention: true,
    dangerouslyDisableValidation: true,`,
      },
    ],
  },
];
