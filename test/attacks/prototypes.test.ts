/** `__proto__` and its relatives as aliases, keys, ids and names: they are words like others, or refused. */
import { citizenNo, codesOf, inPerson, NOBODY, useAttacker, withheldOf } from '../support/attacker.js';

const { ask, post, system } = useAttacker();
const person = citizenNo(109);
const { id } = person;
const CODES = /"DF\d/;

describe('as an alias', () => {
  it.each([
    ['of a field', 'citizen(id: $id) { __proto__: diagnoses { code } constructor: diagnoses { text } toString: name }'],
    ['of the root', '__proto__: citizen(id: $id) { diagnoses { code } }'],
    ['all the way down', '__proto__: citizen(id: $id) { __proto__: diagnoses { __proto__: code } }'],
    ['beside one of its own', 'hasOwnProperty: citizen(id: $id) { valueOf: diagnoses { code } } __proto__: me { id }'],
  ])('I-1: %s, diagnoses and names stay withheld and are said to be', async (_name, selection) => {
    const query = `query Proto($id: ID!) { ${selection} }`;
    const theirs = await ask('gateway', 'outsider', query, { id });
    const own = await ask('gateway', inPerson(person), query, { id });
    expect(codesOf(theirs)).toEqual([]);
    expect(JSON.stringify(theirs.body.data)).not.toMatch(/"DF\d|"code":"|"text":"/);
    expect(JSON.stringify(theirs.body.data)).not.toContain(person.givenName);
    expect(withheldOf(theirs).length).toBeGreaterThan(0);
    expect(JSON.stringify(own.body.data)).toMatch(CODES);
    expect(withheldOf(own)).toEqual([]);
  });
});

it('I-7: an alias of that name at the subgraph itself', async () => {
  const query = `query D($them: [_Any!]!) { __proto__: _entities(representations: $them) { ... on Citizen { __proto__: diagnoses { constructor: code } } } }`;
  const them = [{ __typename: 'Citizen', id }];
  const [theirs, own] = [
    await ask('psychiatry', 'outsider', query, { them }),
    await ask('psychiatry', inPerson(person), query, { them }),
  ];
  expect(withheldOf(theirs).map(({ path }) => path)).toEqual([['__proto__', 0, '__proto__']]);
  expect(JSON.stringify(theirs.body.data)).not.toMatch(CODES);
  expect(JSON.stringify(own.body.data)).toMatch(CODES);
});

describe('as a key of the JSON', () => {
  const MALFORMED = { gateway: 'INVALID_JSON', psychiatry: 'BODY_MALFORMED' };
  const ENTITIES = JSON.stringify(
    'query D($them: [_Any!]!) { _entities(representations: $them) { ... on Diagnosis { code } } }',
  );

  it.each([
    [
      'of a representation',
      `{"query":${ENTITIES},"variables":{"them":[{"__typename":"Diagnosis","__proto__":{"citizenId":"${id}","id":"${NOBODY}"}}]}}`,
    ],
    ['of the variables', `{"query":"{ me { id } }","variables":{"__proto__":{"them":[]}}}`],
    ['of the extensions', `{"query":"{ me { id } }","extensions":{"__proto__":{"grants":[]}}}`],
    ['of the request', `{"query":"{ me { id } }","__proto__":{"query":"{ me { name } }"}}`],
    ['by way of a constructor', `{"query":"{ me { id } }","constructor":{"prototype":{"actor":"x"}}}`],
  ])('I-1: %s it is refused at the gateway and at a source', async (_name, raw) => {
    for (const service of ['gateway', 'psychiatry'] as const) {
      const { status, body } = await ask(service, inPerson(person), '', {}, { raw });
      expect([status, body.errors![0].extensions.code]).toEqual([400, MALFORMED[service]]);
      expect(body.data).toBeUndefined();
    }
  });
});

describe('as a value', () => {
  it.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])(
    '%s is no id, no type and no service',
    async (word) => {
      expect(
        codesOf(await ask('gateway', 'outsider', 'query Q($id: ID!) { citizen(id: $id) { name } }', { id: word })),
      ).toEqual(['INVALID_ID']);
      const query = 'query D($them: [_Any!]!) { _entities(representations: $them) { __typename } }';
      expect(codesOf(await ask('psychiatry', 'outsider', query, { them: [{ __typename: word, id }] }))).toEqual([
        'INVALID_INPUT',
      ]);
      const call = await post(
        'citizen',
        '/relations',
        { events: [] },
        { 'x-sammen-service-call': `${word}.${word}.${word}` },
      );
      expect(codesOf(call)).toEqual(['SERVICE_CALL_INVALID']);
    },
  );

  it('I-5: a role, a purpose or a persona of that name is nobody’s', async () => {
    const { actor } = inPerson(person);
    for (const role of ['__proto__', 'constructor', 'toString']) {
      const token = await system
        .issuer()
        .issue({ ...actor, role } as never)
        .catch(() => 'none');
      const headers = { authorization: `Bearer ${token}` };
      const answer = await ask(
        'citizen',
        inPerson(person),
        'query Q($id: ID!) { citizen(id: $id) { name } }',
        { id },
        { headers },
      );
      expect([answer.status, codesOf(answer)]).toEqual([401, ['UNAUTHENTICATED']]);
    }
  });
});
