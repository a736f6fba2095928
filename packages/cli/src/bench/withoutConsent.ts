/**
 * What is replaced by nothing to measure what consent costs: the guard, the question to the decision point, the ledger
 * entry behind it, and what the gateway does for them: its questions, the fetches that wait for them, its own re-check.
 * It is text: only the bench applies it, to a copy of the sources which it builds and deletes. No setting of a shipped
 * process leads here, and nothing that is shipped imports it. Tokens of callers and signatures of services are verified
 * on both sides: who asks is no question of consent.
 */
import { copyProject, type Patch, type ProjectCopy } from '../copying/copyProject.js';

const KIT = 'packages/subgraph-kit/src';

/** Puts another function in the place of one; the original stays behind under a name that nobody calls. */
function instead(file: string, name: string, signature: string, body: string, async = ''): Patch {
  const find = `export ${async}function ${name}(`;
  return {
    file,
    find,
    replace: `export ${async}function ${name}${signature} {\n${body}\n}\n\n${async}function unused${name}(`,
  };
}

const EVERYTHING = `  return {
    issued: [],
    isUnavailable: () => false,
    look: () => 'PERMIT',
    load: () => Promise.resolve(),
    permitted: async (ids: readonly string[]) => [...new Set(ids)],
    mayWrite: async () => true,
    view: () => undefined,
    forget: () => undefined,
  } as unknown as Permits;`;

/** The whole list. */
export const WITHOUT_CONSENT: readonly Patch[] = [
  instead(
    `${KIT}/guard/guardedField.ts`,
    'guardedField',
    '(resolve: Resolver, _c: readonly DataCategory[], _s: SubjectOf, _n: boolean): Resolver',
    '  return resolve;',
  ),
  instead(
    `${KIT}/guard/guardedItems.ts`,
    'guardedItems',
    '(resolve: Resolver, ..._: unknown[]): Resolver',
    '  return resolve;',
  ),
  instead(
    `${KIT}/guard/guardReferences.ts`,
    'guardedReference',
    '(resolve: ReferenceResolver, ..._: unknown[])',
    '  return async (one: Representation, context: SubgraphContext) => (await resolve(one, context)) ?? null;',
  ),
  instead(`${KIT}/guard/permits.ts`, 'createPermits', '(..._: unknown[]): Permits', EVERYTHING),
  instead(
    `${KIT}/server/consentPlugin.ts`,
    'createConsentPlugin',
    '(..._: unknown[]): ApolloServerPlugin<SubgraphContext>',
    '  return {};',
  ),
  {
    file: 'subgraphs/citizen/src/caseload/visibleCitizens.ts',
    find: 'function mayBeSeen(',
    replace: `function mayBeSeen(..._: unknown[]): string {\n  return 'true';\n}\n\nfunction unused(`,
  },
  instead(
    'gateway/src/execution/decisions.ts',
    'createDecisions',
    '(_: DecisionsOptions): Decisions',
    '  return { alone: (fetch) => fetch(), about: () => undefined };',
  ),
  instead(
    'gateway/src/pipeline/categories.ts',
    'categories',
    '(..._: unknown[]): Stage',
    `  return { name: 'categories' };`,
  ),
  instead('gateway/src/pipeline/askWhose.ts', 'askWhose', '(..._: unknown[]): Stage', `  return { name: 'askWhose' };`),
  {
    // Executed is what the client asked, and not also whose everything is.
    file: 'gateway/src/operations/preparation.ts',
    find: '({ schema, name }, { document }: RecheckPlan)',
    replace: '({ schema, name, document }, _: RecheckPlan)',
  },
  instead('gateway/src/pipeline/recheck.ts', 'recheck', '(..._: unknown[]): Stage', `  return { name: 'recheck' };`),
  instead('gateway/src/pipeline/withheld.ts', 'withheld', '(): Stage', `  return { name: 'withheld' };`),
];

/** A copy of the project with all of this left out, built. @throws PATCH_MISFIT, COPY_BUILD_FAILED, with nothing left */
export async function buildWithoutConsent(root: string): Promise<ProjectCopy> {
  const copy = await copyProject(root);
  try {
    await copy.patch(WITHOUT_CONSENT);
    await copy.build();
    return copy;
  } catch (error) {
    await copy.remove();
    throw error;
  }
}
