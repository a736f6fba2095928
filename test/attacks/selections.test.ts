/** The same field asked for in every way that GraphQL knows, by somebody who may not see it. */
import { citizenNo, codesOf, inPerson, useAttacker, withheldOf } from '../support/attacker.js';

const { ask } = useAttacker();
const person = citizenNo(133);
const { id } = person;

const DISGUISES: Readonly<Record<string, string>> = {
  'an alias': 'citizen(id: $id) { id: diagnoses { code } }',
  'aliases of prototypes':
    'citizen(id: $id) { __proto__: diagnoses { code } constructor: diagnoses { text } toString: name }',
  'a prototype as the alias of the root': '__proto__: citizen(id: $id) { diagnoses { code } }',
  'merged selections':
    'citizen(id: $id) { diagnoses { code } diagnoses { text } } citizen(id: $id) { diagnoses { code } }',
  'the same citizen twice': 'a: citizen(id: $id) { diagnoses { code } } b: citizen(id: $id) { x: diagnoses { text } }',
  'an inline fragment': 'citizen(id: $id) { ... on Citizen { ... { diagnoses { code } } } }',
  'a condition with a variable': 'citizen(id: $id) { diagnoses @include(if: $yes) { code } name @skip(if: $no) }',
  'a condition against itself':
    'citizen(id: $id) { diagnoses @include(if: $yes) @skip(if: $no) { code } ... @skip(if: $yes) { name } }',
};
const operation = (selection: string) =>
  `query Disguise($id: ID!, $yes: Boolean = true, $no: Boolean = false) { ${selection} more: citizen(id: $id) { id @include(if: $yes) @skip(if: $no) } }`;

describe('disguised as', () => {
  it.each(Object.entries(DISGUISES))(
    'I-1: %s, diagnoses and names stay withheld and are said to be',
    async (_name, selection) => {
      const theirs = await ask('gateway', 'outsider', operation(selection), { id });
      const own = await ask('gateway', inPerson(person), operation(selection), { id });
      expect(codesOf(theirs)).toEqual([]);
      expect(JSON.stringify(theirs.body.data)).not.toMatch(/"DF\d|"code"|"text"/);
      expect(JSON.stringify(theirs.body.data)).not.toContain(person.givenName);
      expect(withheldOf(theirs).length).toBeGreaterThan(0);
      expect(JSON.stringify(own.body.data)).toMatch(/"DF\d/);
      expect(withheldOf(own)).toEqual([]);
    },
  );

  it('I-1: a fragment that is spread twice, each place says its own', async () => {
    const query = `query F($a: ID!, $b: ID!) { a: citizen(id: $a) { ...Part } b: citizen(id: $b) { ...Part } } fragment Part on Citizen { diagnoses { code } }`;
    const answer = await ask('gateway', inPerson(person), query, { a: citizenNo(134).id, b: id });
    expect(answer.body.data!['a']).toEqual({ diagnoses: null });
    expect(answer.body.data!['b'].diagnoses.length).toBeGreaterThan(0);
    expect(withheldOf(answer).map(({ path }) => path)).toEqual([['a', 'diagnoses']]);
  });

  it('I-1: an operation beside another: only the named one runs, decided by its own fields', async () => {
    const raw = JSON.stringify({
      query: `query Small($id: ID!) { citizen(id: $id) { id } } query Large($id: ID!) { citizen(id: $id) { diagnoses { code } } }`,
      operationName: 'Large',
      variables: { id },
    });
    const answer = await ask('gateway', 'outsider', '', {}, { raw });
    expect(answer.body.data!['citizen']).toEqual({ diagnoses: null });
    expect(withheldOf(answer)).toHaveLength(1);
  });

  it.each(['gateway', 'citizen'])('a batch of operations, it is refused by the %s', async (service) => {
    const raw = JSON.stringify([{ query: '{ me { id } }' }, { query: `{ citizen(id: "${id}") { name } }` }]);
    const answer = await ask(service, 'outsider', '', {}, { raw });
    expect(answer.status).toBe(400);
    expect(answer.body.data).toBeUndefined();
  });
});

describe('headers that claim to be somebody', () => {
  it('I-1: are not read', async () => {
    const headers = {
      'x-actor': person.actorId,
      'x-role': 'CITIZEN',
      'x-sammen-actor': person.actorId,
      'x-citizen-id': id,
    };
    const query = 'query Q($id: ID!) { me { id } citizen(id: $id) { name } }';
    const answer = await ask('gateway', 'outsider', query, { id }, { headers });
    expect(answer.body.data).toEqual({ me: null, citizen: { name: null } });
  });

  it('I-4: another purpose than those of the role is refused, and so is none', async () => {
    const query = 'query Q($id: ID!) { citizen(id: $id) { name } }';
    for (const service of ['gateway', 'citizen']) {
      const wrong = await ask(
        service,
        'psychiatrist',
        query,
        { id },
        { headers: { 'x-sammen-purpose': 'SELF_ACCESS' } },
      );
      const none = await ask(service, 'psychiatrist', query, { id }, { headers: { 'x-sammen-purpose': '' } });
      expect([codesOf(wrong), codesOf(none)]).toEqual([['PURPOSE_UNKNOWN'], ['PURPOSE_REQUIRED']]);
    }
  });
});
