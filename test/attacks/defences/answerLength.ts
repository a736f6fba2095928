import type { Defence } from '../../support/defence.js';

export const defences: readonly Defence[] = [
  {
    what: 'a field is decided before it is read',
    why: 'says as many times that something is withheld as there are rows',
    off: [
      {
        file: 'packages/subgraph-kit/src/guard/guardedField.ts',
        find: `context.withheld.add(info, context.permits.view(category, verdict));
        return null;`,
        replace: `return Promise.resolve(resolve(source, args, context, info)).then((value) => {
          const rows: unknown[] = Array.isArray(value) ? value : [value];
          for (const _ of rows) context.withheld.add(info, context.permits.view(category, verdict));
          return null;
        });`,
      },
    ],
  },
  {
    what: 'grants go to gateways only',
    why: 'tells a client what was decided about whom',
    off: [
      {
        file: 'packages/subgraph-kit/src/server/consentPlugin.ts',
        find: '...(announced !== null && permits.issued.length > 0',
        replace: '...(announced !== undefined && permits.issued.length > 0',
      },
    ],
  },
];
