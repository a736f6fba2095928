import type { Defence } from '../../support/defence.js';

export const defences: readonly Defence[] = [
  {
    what: 'the guard denies what is not permitted',
    why: 'every field is shown to whoever asks',
    off: [
      {
        file: 'packages/subgraph-kit/src/guard/guardedField.ts',
        find: `if (verdict !== 'PERMIT') {`,
        replace: `if (verdict === 'UNAVAILABLE') {`,
      },
    ],
  },
];
