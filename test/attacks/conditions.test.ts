/** `@skip` and `@include` with variables: what is decided must be what runs, and what does not run must not be decided. */
import { citizenNo, codesOf, inPerson, useAttacker, withheldOf } from '../support/attacker.js';

const { ask, sql } = useAttacker();
const person = citizenNo(138);
const { id } = person;
const CODES = /"DF\d/;
const HEAD = 'query Conditions($id: ID!, $yes: Boolean = true, $no: Boolean = false)';

const SHOWN: Readonly<Record<string, string>> = {
  'include by variable': 'diagnoses @include(if: $yes) { code }',
  'skip by variable': 'diagnoses @skip(if: $no) { code }',
  'both at once': 'diagnoses @include(if: $yes) @skip(if: $no) { code }',
  'on a fragment': '... on Citizen @include(if: $yes) { diagnoses { code } }',
  'around what is skipped': '... @skip(if: $no) { ... @skip(if: $yes) { name } diagnoses { code } }',
  'once skipped, once not': 'diagnoses @skip(if: $yes) { text } diagnoses @include(if: $yes) { code }',
};

describe('diagnoses that a condition leaves in stay withheld:', () => {
  it.each(Object.entries(SHOWN))('I-1: %s', async (_name, selection) => {
    const query = `${HEAD} { citizen(id: $id) { id @include(if: $no) @skip(if: $yes) ${selection} } }`;
    for (const variables of [{ id }, { id, yes: true, no: false }]) {
      const theirs = await ask('gateway', 'outsider', query, variables);
      expect(theirs.body.data).toEqual({ citizen: { diagnoses: null } });
      expect(withheldOf(theirs).map(({ path }) => path)).toEqual([['citizen', 'diagnoses']]);
    }
    const own = await ask('gateway', inPerson(person), query, { id });
    expect(JSON.stringify(own.body.data)).toMatch(CODES);
  });

  it('I-7: at the subgraph itself', async () => {
    const query = `query D($them: [_Any!]!, $yes: Boolean!) { _entities(representations: $them) { ... on Citizen @include(if: $yes) { diagnoses @skip(if: false) { code } } } }`;
    const variables = { them: [{ __typename: 'Citizen', id }], yes: true };
    const [theirs, own] = [
      await ask('psychiatry', 'outsider', query, variables),
      await ask('psychiatry', inPerson(person), query, variables),
    ];
    expect(theirs.body.data!['_entities']).toEqual([{ diagnoses: null }]);
    expect(JSON.stringify(own.body.data)).toMatch(CODES);
  });
});

it('I-2: what a condition leaves out is not asked for, and not logged as asked for', async () => {
  const query = `${HEAD} { citizen(id: $id) { name diagnoses @skip(if: $yes) { code } treatments @include(if: $no) { totalCount } } }`;
  const answer = await ask('gateway', inPerson(person), query, { id });
  expect(Object.keys(answer.body.data!['citizen'])).toEqual(['name']);
  const [last] = await sql(
    'citizen',
    'SELECT body FROM ledger.access_log WHERE citizen_id = $1 ORDER BY seq DESC LIMIT 1',
    [id],
  );
  expect(last!['body'].decisions.map(({ category }: any) => category)).toEqual(['IDENTITY']);
});

it.each([
  ['text', 'true'],
  ['a number', 1],
  ['null', null],
])('a condition that is %s is refused, not taken for no', async (_name, yes) => {
  const query = `query D($id: ID!, $yes: Boolean!) { citizen(id: $id) { diagnoses @skip(if: $yes) { code } } }`;
  const answer = await ask('gateway', 'outsider', query, { id, yes });
  expect(codesOf(answer)).toEqual(['INVALID_VARIABLE']);
  expect(answer.body.data).toBeUndefined();
});
