/** A withheld field under another name: decided by what it is, reported by what it was called. */
import { citizenNo, codesOf, inPerson, useAttacker, withheldOf } from '../support/attacker.js';

const { ask } = useAttacker();
const person = citizenNo(106);
const { id } = person;
const CODES = /"DF\d/;

const NAMES: readonly (readonly [string, string, readonly string[]])[] = [
  ['one of its own', 'citizen(id: $id) { harmless: diagnoses { harmless: code } }', ['citizen', 'harmless']],
  ['that of a public field', 'citizen(id: $id) { id: diagnoses { id: code } }', ['citizen', 'id']],
  ['that of a permitted field', 'citizen(id: $id) { viewerAccess: diagnoses { code } }', ['citizen', 'viewerAccess']],
  ['those of the planner', 'citizen(id: $id) { name__alias_0: diagnoses { code } }', ['citizen', 'name__alias_0']],
  ['one at the root', 'me: citizen(id: $id) { diagnoses { code } }', ['me', 'diagnoses']],
];

describe('with an alias, diagnoses stay withheld and are said to be there:', () => {
  it.each(NAMES)('I-1: %s', async (_name, selection, path) => {
    const query = `query Alias($id: ID!) { ${selection} }`;
    const theirs = await ask('gateway', 'outsider', query, { id });
    const own = await ask('gateway', inPerson(person), query, { id });
    expect(codesOf(theirs)).toEqual([]);
    expect(JSON.stringify(theirs.body.data)).not.toMatch(CODES);
    expect(withheldOf(theirs)).toEqual([expect.objectContaining({ path, category: 'DIAGNOSIS' })]);
    expect(JSON.stringify(own.body.data)).toMatch(CODES);
  });

  it('I-7: at the subgraph itself', async () => {
    const query = `query Direct($them: [_Any!]!) { found: _entities(representations: $them) { ... on Citizen { id: diagnoses { name: code } } } }`;
    const them = [{ __typename: 'Citizen', id }];
    const theirs = await ask('psychiatry', 'outsider', query, { them });
    const own = await ask('psychiatry', inPerson(person), query, { them });
    expect(theirs.body.data).toEqual({ found: [{ id: null }] });
    expect(withheldOf(theirs).map(({ path }) => path)).toEqual([['found', 0, 'id']]);
    expect(JSON.stringify(own.body.data)).toMatch(CODES);
  });
});

it('I-4: as `__typename` a field does not pass for the type of its object: what is there would look like nothing recorded', async () => {
  for (const selection of [
    'diagnoses { __typename: code }',
    '__typename: name',
    '... on Citizen { __typename: name }',
  ]) {
    const answer = await ask('gateway', inPerson(person), `query T($id: ID!) { citizen(id: $id) { ${selection} } }`, {
      id,
    });
    expect(codesOf(answer)).toEqual(['ALIAS_RESERVED']);
    expect(answer.body.data).toBeUndefined();
  }
});

it('an operation of nothing but aliases is refused before it is planned', async () => {
  const many = Array.from({ length: 101 }, (_, n) => `a${n}: name`).join(' ');
  const answer = await ask('gateway', inPerson(person), `query Many($id: ID!) { citizen(id: $id) { ${many} } }`, {
    id,
  });
  expect(codesOf(answer)).toEqual(['TOO_MANY_ALIASES']);
  expect(answer.body.data).toBeUndefined();
});
