/** A label under another name: it would still look like one to whoever wrote it, and to nobody else. */
import { composeSchemas } from '../../packages/cli/src/composition/composeSchemas';
import { citizenNo, useAttacker, withheldOf } from '../support/attacker.js';
import { withChange } from '../support/committedSchemas.js';

const IMPORT = 'import: ["@consent", "@public"]';
const CONSENT_AS = 'import: [{ name: "@consent", as: "@c" }, "@public"]';
const problemsOf = async (replace: string, find: string | RegExp = IMPORT) =>
  composeSchemas(await withChange('psychiatry', find, replace)).problems ?? [];

describe('a subgraph does not compose, and says why, when it imports', () => {
  it.each([
    ['@consent as another name', CONSENT_AS],
    [
      '@consent under the name of @public',
      'import: [{ name: "@consent", as: "@public" }, { name: "@public", as: "@consent" }]',
    ],
    ['@public as another name', 'import: ["@consent", { name: "@public", as: "@p" }]'],
    ['the whole feature under another name', `as: "other", ${IMPORT}`],
  ])('I-9: %s', async (_name, replace) => {
    expect(await problemsOf(replace)).toContainEqual(expect.stringMatching(/^\[psychiatry\] schema: .*without "as"/));
  });

  it.each([
    ['no @consent at all', IMPORT, 'import: ["@public"]'],
    ['it and keeps it to itself', '@composeDirective(name: "@consent")', ''],
  ])('I-9: %s', async (_name, find, replace) => {
    expect(await problemsOf(replace, find)).toContainEqual(expect.stringMatching(/^\[psychiatry\] schema: /));
  });
});

describe('the graph that is served', () => {
  const { ask } = useAttacker();

  it('I-9: knows no other names of them: a client cannot bring a label or take one off', async () => {
    const query = `query Own($id: ID!) { citizen(id: $id) { diagnoses @public { code } } }`;
    for (const service of ['gateway', 'psychiatry']) {
      const { body } = await ask(service, 'outsider', query, { id: citizenNo(107).id });
      expect(body.data).toBeUndefined();
      expect(body.errors![0].extensions.code).toBe('GRAPHQL_VALIDATION_FAILED');
    }
    const plain = await ask('gateway', 'outsider', query.replace('@public ', ''), { id: citizenNo(107).id });
    expect(withheldOf(plain)).toHaveLength(1);
  });
});
