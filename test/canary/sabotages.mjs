/**
 * Ways to spoil the system that the canaries must notice, each by replacing one text of the source; `finds`: as what.
 * `steps`: what the case that shows it is cut down to: the mutation, `any change`, or `query`.
 */

/** @type {readonly { what: string, file: string, find: string, replace: string, finds: readonly string[], steps?: readonly string[], operations?: number, more?: readonly { file: string, find: string, replace: string }[] }[]} */
export const SABOTAGES = [
  {
    what: 'the decision point grants diagnoses to everybody and logs the denial',
    file: 'subgraphs/citizen/src/decision/decideSubject.ts',
    find: `if (decision.effect === 'PERMIT') permitted.add(category);
  }
  for (const category of subject.writes)`,
    replace: `if (decision.effect === 'PERMIT' || category === 'DIAGNOSIS') permitted.add(category);
  }
  for (const category of subject.writes)`,
    finds: ['LEAK'],
  },
  {
    what: 'the guard of every subgraph lets plans through',
    file: 'packages/subgraph-kit/src/guard/guardedField.ts',
    find: `if (verdict !== 'PERMIT') {`,
    replace: `if (verdict !== 'PERMIT' && category !== 'PLAN') {`,
    // The gateway looks again and drops the value; that nobody says it is withheld gives it away.
    finds: ['LEAK', 'WITHHELD', 'ERROR', 'MISSING'],
  },
  {
    what: 'what is decided about housing is not logged',
    file: 'subgraphs/citizen/src/decision/decideSubject.ts',
    find: `logged.push({ category, access: 'READ', ...decision });`,
    replace: `if (category !== 'HOUSING') logged.push({ category, access: 'READ', ...decision });`,
    finds: ['LEDGER'],
  },
  {
    what: 'the guard withholds meetings from professionals who may see them',
    file: 'packages/subgraph-kit/src/guard/guardedField.ts',
    find: `if (verdict !== 'PERMIT') {`,
    replace: `if (verdict !== 'PERMIT' || (category === 'MEETING' && context.actor.role !== 'CITIZEN')) {`,
    finds: ['MISSING'],
  },
  {
    what: 'several subgraphs decide about the same citizen',
    file: 'packages/subgraph-kit/src/guard/decidedAhead.ts',
    find: `if (first === undefined) return value;`,
    replace: `if (first === undefined || announced.length > 0) return value;`,
    // Either of the two is enough by itself.
    more: [
      {
        file: 'gateway/src/execution/carryFetch.ts',
        find: `const asked = state.decisions.about(citizens);`,
        replace: `const asked = undefined as Promise<void> | undefined;`,
      },
    ],
    finds: ['LEDGER'],
  },
  {
    what: 'a consent that was withdrawn counts for a while yet',
    file: 'subgraphs/citizen/src/decision/factTables.ts',
    find: `AND withdrawn_at IS NULL AND superseded_at IS NULL`,
    replace: `AND (withdrawn_at IS NULL OR withdrawn_at > now() - interval '10 minutes') AND superseded_at IS NULL`,
    finds: ['LEAK'],
    steps: ['withdrawConsent', 'query'],
    operations: 2_000,
  },
  {
    what: 'remembered facts are believed without a look at their version',
    file: 'subgraphs/citizen/src/decision/decideBatch.ts',
    find: `const parameters = [[...versions.keys()], [...versions.values()], isFromDatabase ? null : at];`,
    replace: `const seen = isFromDatabase ? [...versions] : [];
    const parameters = [seen.map(([id]) => id), seen.map(([, one]) => one), isFromDatabase ? null : at];`,
    // Only somebody who asked before is shown what is no longer so, or not shown what is new.
    finds: ['LEAK', 'MISSING', 'WITHHELD'],
    steps: ['query', 'any change', 'query'],
    operations: 4_000,
  },
  {
    what: 'nobody guards what a change answers',
    file: 'packages/subgraph-kit/src/guard/guardedField.ts',
    find: `if (verdict !== 'PERMIT') {`,
    replace: `if (verdict !== 'PERMIT' && info.operation.operation !== 'mutation') {`,
    more: [
      {
        file: 'gateway/src/recheck/recheckPlan.ts',
        find: `return label === 'PUBLIC' ? undefined : label;`,
        replace: `return label === 'PUBLIC' ? undefined : undefined;`,
      },
    ],
    finds: ['LEAK'],
    steps: ['any change'],
    operations: 2_000,
  },
];
